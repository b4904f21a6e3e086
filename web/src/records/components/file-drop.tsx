import { useId, useState, type ReactNode } from 'react';
import type { Attachment } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { uploadAttachment } from '../api/upload-attachment';
import { percent } from '../model/attachments';

interface Props {
  readonly name: string;
  readonly hint: string;
  /** What was taken already. */
  readonly children: ReactNode;
  /** Each file as soon as the node has it: an upload takes its time. */
  readonly onUploaded: (attachment: Attachment) => void;
  readonly onBusy?: (busy: boolean) => void;
}

/** Takes files that are dropped or chosen, and sends each to the node at once. */
export function FileDrop({ name, hint, children, onUploaded, onBusy }: Props) {
  const t = useTranslate();
  const id = useId();
  const [upload, setUpload] = useState<{ name: string; share: number } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [over, setOver] = useState(false);
  const send = async (files: readonly File[]) => {
    setFailure(null);
    onBusy?.(true);
    try {
      for (const file of files) {
        setUpload({ name: file.name, share: 0 });
        onUploaded(await uploadAttachment(file, (share) => setUpload({ name: file.name, share })));
      }
    } catch (error) {
      setFailure(error);
    }
    setUpload(null);
    onBusy?.(false);
  };
  return (
    <div
      className="form-row file-drop"
      data-over={over}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) {
          event.preventDefault();
          setOver(upload === null);
        }
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (upload === null) {
          void send([...event.dataTransfer.files]);
        }
      }}
    >
      <label className="form-name" htmlFor={id}>
        {name} <small>{t('form.optional')}</small>
      </label>
      {children}
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
      <small id={`${id}-hint`}>
        {t('attachment.drop')} {hint}
      </small>
      {upload && (
        <p role="status">
          <progress max={1} value={upload.share} />{' '}
          {t('attachment.uploading', { name: upload.name, percent: percent(upload.share) })}
        </p>
      )}
      {failure !== null && <Failure error={failure} />}
    </div>
  );
}
