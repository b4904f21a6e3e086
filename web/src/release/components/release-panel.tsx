import { useState } from 'react';
import { useAgreements } from '../../agreements/model/agreement-queries';
import type { Review } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { useRelease } from '../model/release-queries';
import { DecisionList } from './decision-list';
import { EmergencyRelease } from './emergency-release';
import { RecordRulings } from './record-rulings';

interface Props {
  readonly id: string;
  readonly own: boolean;
}

/** To whom this record went, what of it, and why; and what officers said about it. */
export function ReleasePanel({ id, own }: Props) {
  const t = useTranslate();
  const release = useRelease(id);
  const agreements = useAgreements().data?.agreements ?? [];
  const [released, setReleased] = useState<Review | null>(null);
  const urgent = own && may('POST /api/v1/records/{id}/emergency-release');
  return (
    <section className="release" aria-labelledby="release-title">
      <h3 id="release-title">
        {t('release.title')} <small>{own ? t('release.subtitle') : t('release.fromPartner')}</small>
      </h3>
      {release.isPending && <Loading />}
      {release.isError && <Failure error={release.error} retry={() => void release.refetch()} />}
      {release.data?.decisions.length === 0 && <p className="quiet-text">{t('release.none')}</p>}
      {released && <EmergencyOutcome review={released} />}
      {release.data && (
        <DecisionList
          decisions={release.data.decisions}
          agreements={agreements}
          extra={({ party, decision }) =>
            urgent && decision === 'needs-review' ? (
              <EmergencyRelease record={id} party={party} onReleased={setReleased} />
            ) : null
          }
        />
      )}
      {own && may('GET /api/v1/records/{id}/rulings') && <RecordRulings record={id} />}
    </section>
  );
}

function EmergencyOutcome({ review: { party, state } }: { review: Review }) {
  const t = useTranslate();
  return (
    <p className="notice" data-tone={state === 'released' ? 'normal' : 'caution'} role="status">
      {state === 'released'
        ? t('emergency.done', { party })
        : t('emergency.notDone', { party, state: t(`review.state.${state}`) })}
    </p>
  );
}
