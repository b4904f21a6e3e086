import type { LinkState } from '../api/types';
import { useLanguage } from '../i18n/language';
import { duration, zuluFull } from '../i18n/time';
import { useTranslate } from '../i18n/translate';
import { openScreen } from '../navigation/route';
import { byteCount } from '../ui/figures';

/** Everything known about one link, what is wrong with it, and what happens next. */
export function LinkDetail({ link, onClose }: { link: LinkState; onClose: () => void }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <section className="link-detail" aria-label={`${t('links.title')} ${link.party}`}>
      <h3>
        {link.name[language]} <code>{link.node}</code>
      </h3>
      {link.problem && (
        <p className="notice" data-tone={link.state === 'refused' ? 'critical' : 'quiet'}>
          {link.problem}
        </p>
      )}
      <p>{t(`links.next.${link.state}`)}</p>
      <dl className="facts">
        <dt>{t(`links.${link.state}`)}</dt>
        <dd className="mono">
          {t('links.since')} {zuluFull(link.since)}
        </dd>
        <dt>{t('links.lastHeard')}</dt>
        <dd className="mono">{link.lastHeard ? zuluFull(link.lastHeard) : t('links.never')}</dd>
        {link.roundTripMillis !== null && (
          <>
            <dt>{t('links.roundTrip')}</dt>
            <dd className="mono">{Math.round(link.roundTripMillis)} ms</dd>
          </>
        )}
        <dt>{t('links.waiting', { n: link.waiting })}</dt>
        <dd>
          {link.waiting === 0 ? t('links.allConfirmed') : t('links.lag', { time: duration((link.lag ?? 0) * 1000, t) })}
        </dd>
        <dt>{t('links.ledger')}</dt>
        <dd className="mono">
          {link.ledger.size} / {link.ledger.acknowledged}
        </dd>
        <dt>{t('links.received')}</dt>
        <dd className="mono">{link.received}</dd>
        <dt>
          {t('links.sent')} / {t('links.receivedBytes')}
        </dt>
        <dd className="mono">
          {byteCount(link.bytes.sent)} / {byteCount(link.bytes.received)}
        </dd>
      </dl>
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            openScreen('links', link.party);
            onClose();
          }}
        >
          {t('links.details')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            openScreen('ledgers', link.party);
            onClose();
          }}
        >
          {t('nav.ledgers')}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.close')}
        </button>
      </div>
    </section>
  );
}
