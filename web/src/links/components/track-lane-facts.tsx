import type { LinkState } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { decimal } from '../../ui/figures';
import { UNKNOWN } from '../model/link-figures';

/** The lane of live tracks: how many go and come, how many are known, and what was left out. */
export function TrackLaneFacts({ link: { party, tracks } }: { link: LinkState }) {
  const t = useTranslate();
  if (tracks === null) {
    return null;
  }
  return (
    <dl className="facts track-lane" data-lane={tracks.state}>
      <dt>{t('links.tracks')}</dt>
      <dd>
        {tracks.state === 'open'
          ? t('links.tracks.rates', { out: decimal(tracks.sentPerSecond, 1), in: decimal(tracks.receivedPerSecond, 1) })
          : t(`links.tracks.${tracks.state}`, { why: tracks.problem ?? UNKNOWN })}
      </dd>
      <dt>{t('links.tracks.told', { party })}</dt>
      <dd className="mono">{tracks.told}</dd>
      <dt>{t('links.tracks.known', { party })}</dt>
      <dd className="mono">{tracks.known}</dd>
      <dt>{t('links.tracks.bytes')}</dt>
      <dd className="mono">{tracks.bytesPerUpdate === null ? UNKNOWN : decimal(tracks.bytesPerUpdate, 1)}</dd>
      <dt>{t('links.tracks.superseded')}</dt>
      <dd className="mono">{tracks.superseded}</dd>
      {tracks.passedOver > 0 && (
        <>
          <dt>{t('links.tracks.passedOver')}</dt>
          <dd className="mono">{tracks.passedOver}</dd>
        </>
      )}
    </dl>
  );
}
