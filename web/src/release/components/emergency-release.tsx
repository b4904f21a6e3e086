import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Review } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { Failure } from '../../ui/failure';
import { releaseInEmergency } from '../api/release-in-emergency';

const LEAST_REASON = 10;

interface Props {
  readonly record: string;
  readonly party: string;
  readonly onReleased: (review: Review) => void;
}

/** Life at risk: releases at one person's word what only waits for an officer. Says first what still holds. */
export function EmergencyRelease({ record, party, onReleased }: Props) {
  const t = useTranslate();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const release = useMutation({
    mutationFn: (reason: string) => releaseInEmergency(record, party, reason),
    onSuccess: async (review) => {
      onReleased(review);
      await client.invalidateQueries();
    },
  });
  if (!asked) {
    return (
      <p className="emergency-ask">
        <button type="button" className="button danger small" onClick={() => setAsked(true)}>
          {t('emergency.ask')}
        </button>
      </p>
    );
  }
  return (
    <>
      <ConfirmByName
        title={t('emergency.title', { party })}
        effect={
          <>
            <p>{t('emergency.effect', { party })}</p>
            <p>{t('emergency.holds')}</p>
            <ul className="dotted">
              <li>{t('emergency.holdsLabels', { party })}</li>
              <li>{t('emergency.holdsAgreements')}</li>
              <li>{t('emergency.holdsOriginator')}</li>
            </ul>
          </>
        }
        word={party}
        reasonText="emergency.reason"
        leastReason={LEAST_REASON}
        confirmText="emergency.confirm"
        submitText={t('emergency.submit')}
        busy={release.isPending}
        onConfirm={(reason) => release.mutate(reason)}
        onCancel={() => {
          release.reset();
          setAsked(false);
        }}
      />
      {release.isError && <Failure error={release.error} />}
    </>
  );
}
