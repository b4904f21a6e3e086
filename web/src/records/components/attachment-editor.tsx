import type { FieldError as Refusal } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { ATTACHMENTS, attachmentsOf, withAttachment } from '../model/attachments';
import type { DraftState } from '../model/draft-state';
import { AttachmentPlace } from './attachment-place';
import { FieldError } from './field-error';
import { FileDrop } from './file-drop';

interface Props {
  readonly state: DraftState;
  readonly errors: readonly Refusal[];
  /** Changes the draft as it is by then: an upload takes its time. */
  readonly onChange: (change: (state: DraftState) => DraftState) => void;
}

/** Attaches files to a draft: each is sent at once, the draft only names it. */
export function AttachmentEditor({ state, errors, onChange }: Props) {
  const t = useTranslate();
  return (
    <FileDrop
      name={t('field.attachments')}
      hint={t('attachment.addHint')}
      onUploaded={(attachment) => onChange((now) => withAttachment(now, attachment))}
    >
      <ul className="attachments">
        {attachmentsOf(state.rest[ATTACHMENTS]).map((attachment, place) => (
          <AttachmentPlace
            key={`${place}-${attachment?.sha256 ?? ''}`}
            attachment={attachment}
            place={place}
            state={state}
            errors={errors}
            onChange={onChange}
          />
        ))}
      </ul>
      <FieldError errors={errors} at="/body/attachments" />
    </FileDrop>
  );
}
