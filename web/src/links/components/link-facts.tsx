import type { LinkState } from '../../api/types';
import { age, zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { byteCount } from '../../ui/figures';
import { keyStrength, lineRate, lossShare, roundTrip, transportName, UNKNOWN } from '../model/link-figures';

/** Since when, how fast, how good. */
export function LinkLine({ link, now }: { link: LinkState; now: Date }) {
  const t = useTranslate();
  return (
    <dl className="facts">
      <dt>{t(`links.${link.state}`)}</dt>
      <dd>
        {t('links.since')} <span className="mono">{zuluFull(link.since)}</span> · {age(link.since, now, t)}
      </dd>
      <dt>{t('links.lastHeard')}</dt>
      <dd>
        {link.lastHeard === null ? (
          t('links.never')
        ) : (
          <>
            <span className="mono">{zuluFull(link.lastHeard)}</span> · {age(link.lastHeard, now, t)}
          </>
        )}
      </dd>
      <dt>{t('links.rate')}</dt>
      <dd className="mono">{lineRate(link.traffic)}</dd>
      <dt>{t('links.roundTrip')}</dt>
      <dd className="mono">{roundTrip(link.roundTripMillis)}</dd>
      <dt>{t('links.loss')}</dt>
      <dd className="mono">{lossShare(link.traffic)}</dd>
      <dt>{t('links.sent')}</dt>
      <dd className="mono">{byteCount(link.bytes.sent)}</dd>
      <dt>{t('links.receivedBytes')}</dt>
      <dd className="mono">{byteCount(link.bytes.received)}</dd>
    </dl>
  );
}

/** How it is carried and kept secret. Only a link that is up has anything to say here. */
export function LinkCarriage({ link: { traffic } }: { link: LinkState }) {
  const t = useTranslate();
  const strength = traffic && keyStrength(traffic.keyAgreement);
  const yesNo = (yes: boolean) => t(yes ? 'links.yes' : 'links.no');
  return (
    <dl className="facts">
      <dt>{t('links.transport')}</dt>
      <dd className="mono">{transportName(traffic)}</dd>
      <dt>{t('links.cipher')}</dt>
      <dd className="mono">{traffic?.cipher || UNKNOWN}</dd>
      <dt>{t('links.keyAgreement')}</dt>
      <dd>
        <span className="mono">{traffic?.keyAgreement || UNKNOWN}</span>
        {strength && <span className="plain-word">{t(strength)}</span>}
      </dd>
      <dt>{t('links.compressed')}</dt>
      <dd>{traffic ? yesNo(traffic.compressed) : UNKNOWN}</dd>
      <dt>{t('links.urgentLane')}</dt>
      <dd>{traffic ? yesNo(traffic.urgentLane) : UNKNOWN}</dd>
    </dl>
  );
}
