import type { SharedRecord } from '../../api/types';
import { useTranslate } from '../../i18n/translate';

interface Props {
  readonly shown: SharedRecord;
  readonly newest: SharedRecord;
  readonly onNewest: () => void;
}

/** What a reader must know before reading: recalled, left incomplete by the origin, not the newest. */
export function RecordNotices({ shown, newest, onNewest }: Props) {
  const t = useTranslate();
  return (
    <>
      {newest.state === 'recalled' && (
        <div className="notice" data-tone="critical" role="note">
          <strong>{t('record.recalled')}</strong> {t('record.recalledText')}
          {newest.recalledReason && <p>{t('record.recalledReason', { reason: newest.recalledReason })}</p>}
        </div>
      )}
      {newest.state === 'current' && shown.redacted && (
        <div className="notice" data-tone="caution" role="note">
          <strong>{t('release.redacted')}</strong> {t(shown.own ? 'record.cutForYou' : 'record.redactedByOrigin')}
        </div>
      )}
      {shown.revision !== newest.revision && (
        <div className="notice" data-tone="caution" role="note">
          {t('record.oldRevision', { n: shown.revision })}{' '}
          <button type="button" className="link" onClick={onNewest}>
            {t('record.backToNewest')}
          </button>
        </div>
      )}
    </>
  );
}
