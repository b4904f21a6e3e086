import { useId, useState } from 'react';
import type { FieldError as Refusal } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { uploadAttachment } from '../api/upload-attachment';
import { ATTACHMENTS, attachmentsOf, percent, withAttachment } from '../model/attachments';
import type { DraftState } from '../model/draft-state';
import { AttachmentPlace } from './attachment-place';
import { FieldError } from './field-error';

interface Props {
  readonly state: DraftState;
  readonly errors: readonly Refusal[];
  /** Changes the draft as it is by then: an upload takes its time. */
  readonly onChange: (change: (state: DraftState) => DraftState) => void;
}

/** Attaches files to a draft: each is sent at once, the draft only names it. */
export function AttachmentEditor({ state, errors, onChange }: Props) {
  const t = useTranslate();
  const id = useId();
  const [upload, setUpload] = useState<{ name: string; share: number } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const send = async (files: readonly File[]) => {
    setFailure(null);
    try {
      for (const file of files) {
        setUpload({ name: file.name, share: 0 });
        const attachment = await uploadAttachment(file, (share) => setUpload({ name: file.name, share }));
        onChange((now) => withAttachment(now, attachment));
      }
    } catch (error) {
      setFailure(error);
    }
    setUpload(null);
  };
  return (
    <div className="form-row">
      <label className="form-name" htmlFor={id}>
        {t('field.attachments')} <small>{t('form.optional')}</small>
      </label>
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
      <input
        id={id}
        type="file"
        multiple
        disabled={upload !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          void send([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <small id={`${id}-hint`}>{t('attachment.addHint')}</small>
      {upload && (
        <p role="status">
          <progress max={1} value={upload.share} />{' '}
          {t('attachment.uploading', { name: upload.name, percent: percent(upload.share) })}
        </p>
      )}
      {failure !== null && <Failure error={failure} />}
      <FieldError errors={errors} at="/body/attachments" />
    </div>
  );
}
