import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Witnesses } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { Failure } from '../../ui/failure';
import { acceptLog } from '../api/accept-log';

/** Goes on from the log as the partner offers it, once somebody has asked there. */
export function AcceptLog({ party, onAccepted }: { party: string; onAccepted: (all: Witnesses) => void }) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const accept = useMutation({ mutationFn: (reason: string) => acceptLog(party, reason), onSuccess: onAccepted });
  if (!open) {
    return (
      <p>
        <button type="button" className="button small" onClick={() => setOpen(true)}>
          {t('witness.accept')} …
        </button>
      </p>
    );
  }
  return (
    <>
      {accept.isError && <Failure error={accept.error} />}
      <ConfirmByName
        title={t('witness.acceptTitle', { party })}
        effect={t('witness.acceptEffect')}
        word={party}
        confirmText="witness.confirm"
        reasonText="witness.acceptReason"
        submitText={t('witness.accept')}
        busy={accept.isPending}
        onConfirm={(reason) => accept.mutate(reason)}
        onCancel={() => setOpen(false)}
      />
    </>
  );
}
