import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { LinkState } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { openEpoch } from '../api/open-epoch';

interface Props {
  readonly link: LinkState;
  readonly onClose: () => void;
}

/** Says what a new epoch does to both histories, and asks why there are two, before it is opened. */
export function OpenEpoch({ link: { party }, onClose }: Props) {
  const t = useTranslate();
  const client = useQueryClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const mutation = useMutation({
    mutationFn: () => openEpoch(party, reason),
    onSuccess: async () => {
      await client.invalidateQueries();
      onClose();
    },
  });
  const title = t('epoch.open', { party });
  return (
    <form
      className="confirm"
      data-tone="caution"
      aria-label={title}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        mutation.mutate();
      }}
    >
      <div className="effect">
        <p>{t('epoch.before', { party })}</p>
        <p>{t('epoch.effect', { party })}</p>
      </div>
      <label htmlFor={id}>{t('epoch.reason')}</label>
      <textarea
        id={id}
        name="reason"
        rows={2}
        maxLength={500}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        ref={focusFirst}
      />
      {mutation.isError && <Failure error={mutation.error} />}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={mutation.isPending || reason.trim() === ''}>
          {title}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}

function focusFirst(element: HTMLElement | null): void {
  element?.focus();
}
