import { useEffect, useState } from 'react';
import type { Attachment, AttachmentState } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { byteCount } from '../../ui/figures';
import { useAttachmentState, useFetchAttachment, usePreview, useSaveAttachment } from '../model/attachment-queries';
import { attachmentsOf, stateText } from '../model/attachments';

/** The attachments of a record: what each is, how it stands here, and what can be done with it. */
export function AttachmentList({ value }: { value: unknown }) {
  const t = useTranslate();
  return (
    <ul className="attachments">
      {attachmentsOf(value).map((attachment, place) =>
        attachment ? (
          <AttachmentItem key={attachment.sha256} attachment={attachment} />
        ) : (
          <li key={place} className="quiet-text">
            {t('attachment.cutOut')}
          </li>
        ),
      )}
    </ul>
  );
}

function AttachmentItem({ attachment }: { attachment: Attachment }) {
  const t = useTranslate();
  const state = useAttachmentState(attachment.sha256);
  const fetching = useFetchAttachment(attachment.sha256);
  const saving = useSaveAttachment(attachment);
  return (
    <li data-state={state.data?.state}>
      <PreviewImage attachment={attachment} />
      <AttachmentLine attachment={attachment} state={state.data} />
      {state.isError && <span className="quiet-text">{t('attachment.gone')}</span>}
      <AttachmentButton
        attachment={attachment}
        state={state.data}
        busy={fetching.isPending || saving.isPending}
        onFetch={() => fetching.mutate()}
        onSave={() => saving.mutate()}
      />
      {(fetching.isError || saving.isError) && <Failure error={fetching.error ?? saving.error} />}
    </li>
  );
}

interface LineProps {
  readonly attachment: Attachment;
  readonly state: AttachmentState | undefined;
}

/** Name, size and state. */
export function AttachmentLine({ attachment, state }: LineProps) {
  const t = useTranslate();
  return (
    <p className="attachment-line">
      <strong>{attachment.name}</strong> <span className="mono">{byteCount(attachment.size)}</span>{' '}
      {state && <span role="status">{stateText(state, t)}</span>}
    </p>
  );
}

interface ButtonProps extends LineProps {
  readonly busy: boolean;
  readonly onFetch: () => void;
  readonly onSave: () => void;
}

/** The one thing to do next; none while it is on its way, or where no link can bring it. */
export function AttachmentButton({ attachment: { name }, state, busy, onFetch, onSave }: ButtonProps) {
  const t = useTranslate();
  switch (state?.state) {
    case undefined:
    case 'wanted':
      return null;
    case 'here':
      return (
        <button type="button" className="button quiet" disabled={busy} onClick={onSave}>
          {t('attachment.save', { name })}
        </button>
      );
    case 'offered':
      return state.fetchable ? (
        <button type="button" className="button quiet" disabled={busy} onClick={onFetch}>
          {t('attachment.fetch', { name })}
        </button>
      ) : null;
    case 'too-large':
    case 'damaged':
      return state.fetchable ? (
        <button type="button" className="button quiet" disabled={busy} onClick={onFetch}>
          {t('attachment.fetchAgain', { name })}
        </button>
      ) : null;
  }
}

/** What a partner calls a preview is shown as an image and as nothing else. */
function PreviewImage({ attachment: { name, preview } }: { attachment: Attachment }) {
  const t = useTranslate();
  const content = usePreview(preview?.sha256 ?? null).data;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!content) {
      return undefined;
    }
    const made = URL.createObjectURL(new Blob([content], { type: 'image/jpeg' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address === null ? null : <img src={address} alt={t('attachment.preview', { name })} />;
}
