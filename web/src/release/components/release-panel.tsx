import { useAgreements } from '../../agreements/model/agreement-queries';
import { useTranslate } from '../../i18n/translate';
import { Failure, Loading } from '../../ui/failure';
import { useRelease } from '../model/release-queries';
import { DecisionList } from './decision-list';

interface Props {
  readonly id: string;
  readonly own: boolean;
}

/** To whom this record went, what of it, and why. */
export function ReleasePanel({ id, own }: Props) {
  const t = useTranslate();
  const release = useRelease(id);
  const agreements = useAgreements().data?.agreements ?? [];
  return (
    <section className="release" aria-labelledby="release-title">
      <h3 id="release-title">
        {t('release.title')} <small>{own ? t('release.subtitle') : t('release.fromPartner')}</small>
      </h3>
      {release.isPending && <Loading />}
      {release.isError && <Failure error={release.error} retry={() => void release.refetch()} />}
      {release.data?.decisions.length === 0 && <p className="quiet-text">{t('release.none')}</p>}
      {release.data && <DecisionList decisions={release.data.decisions} agreements={agreements} />}
    </section>
  );
}
