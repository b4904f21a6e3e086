import type { Attachment, FieldError as Refusal } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { byteCount } from '../../ui/figures';
import { withoutAttachment } from '../model/attachments';
import { portionAt, withPortionAt, type DraftState } from '../model/draft-state';
import { FieldError } from './field-error';
import { PortionEditor } from './portion-editor';

interface Props {
  readonly attachment: Attachment | null;
  readonly place: number;
  readonly state: DraftState;
  readonly errors: readonly Refusal[];
  readonly onChange: (change: (state: DraftState) => DraftState) => void;
}

/** One attachment of a draft, with a label of its own where it needs one. */
export function AttachmentPlace({ attachment, place, state, errors, onChange }: Props) {
  const t = useTranslate();
  const at = `/attachments/${place}`;
  const portion = portionAt(state, at);
  const name = attachment?.name ?? t('attachment.cutOut');
  return (
    <li>
      <span>
        {name} <span className="mono">{attachment && byteCount(attachment.size)}</span>{' '}
        <button
          type="button"
          className="link"
          aria-pressed={portion !== undefined}
          onClick={() =>
            onChange((now) => withPortionAt(now, at, portion ? null : { label: now.label, otherwise: 'remove' }))
          }
        >
          {portion ? t('form.removePortion') : t('attachment.portion', { name })}
        </button>{' '}
        <button type="button" className="link" onClick={() => onChange((now) => withoutAttachment(now, place))}>
          {t('attachment.remove', { name })}
        </button>
      </span>
      <FieldError errors={errors} at={`/body${at}`} />
      {portion && (
        <>
          <PortionEditor
            field={name}
            type="choice"
            portion={portion}
            onChange={(next) => onChange((now) => withPortionAt(now, at, next))}
          />
          <FieldError errors={errors} at={`/portions/${state.portions.indexOf(portion)}`} />
        </>
      )}
    </li>
  );
}
