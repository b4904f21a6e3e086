import type { LinkState } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { byteCount } from '../../ui/figures';

/** What goes to this partner by way of others, and what lies here of its own for others. Nothing for a plain link. */
export function RelayFacts({ link }: { link: LinkState }) {
  const t = useTranslate();
  const { relay, via, carries, carried, refusedParcel } = link;
  if (relay === null && !carries && refusedParcel === null) {
    return null;
  }
  return (
    <dl className="facts relay-facts">
      {relay && (
        <>
          <dt>{t('relay.via')}</dt>
          <dd className="mono">{via.join(' → ')}</dd>
          <dt>{t('relay.lastSent')}</dt>
          <dd className="mono">{relay.lastSent ? zuluFull(relay.lastSent) : t('relay.never')}</dd>
          <dt>{t('relay.underWay')}</dt>
          <dd>{t('relay.parcels', { n: relay.underWay, m: relay.waiting })}</dd>
          {relay.refusal && (
            <>
              <dt>{t('relay.refusedBy', { hop: relay.refusal.hop })}</dt>
              <dd>{t(`relay.code.${relay.refusal.code}`)}</dd>
            </>
          )}
        </>
      )}
      {carries && carried.length === 0 && (
        <>
          <dt>{t('relay.carries')}</dt>
          <dd>{t('relay.nothingLies')}</dd>
        </>
      )}
      {carried.map(({ next, parcels, bytes }) => (
        <div key={next} className="carried">
          <dt>{t('relay.carriedFor', { from: link.party, next })}</dt>
          <dd>{t('relay.load', { n: parcels, size: byteCount(bytes) })}</dd>
        </div>
      ))}
      {refusedParcel && (
        <>
          <dt>{t('relay.refusedHere')}</dt>
          <dd>
            {t(`relay.code.${refusedParcel.code}`)} <span className="mono">{zuluFull(refusedParcel.at)}</span>
          </dd>
        </>
      )}
    </dl>
  );
}
