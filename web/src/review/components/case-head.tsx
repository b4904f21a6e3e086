import type { Review } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { age, localTime, zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { useKinds } from '../../records/model/record-queries';
import { kindName, shortId } from '../../records/model/record-text';
import { LabelChip } from '../../release/components/label-chip';
import { needsConsent } from '../model/consents';
import { voicesSoFar } from '../model/voices';
import { TimeLeft } from './time-left';

/** What it is, for whom, why it waits, and until when. */
export function CaseHead({ review, now }: { review: Review; now: Date }) {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds().data ?? [];
  return (
    <>
      <header className="panel-head">
        <p className="panel-path">
          <span>{kindName(review.kind, kinds, language)}</span> ·{' '}
          <code title={review.record}>{shortId(review.record)}</code> · {t('record.revision', { n: review.revision })} ·{' '}
          <button type="button" className="link" onClick={() => openRecord(review.record)}>
            {t('review.record')}
          </button>
        </p>
        <h2>
          <span className="to-party">→ {review.party}</span> {review.title || t('review.untitled')}
        </h2>
        <p className="chips">
          <LabelChip text={review.banner} />
          {review.state === 'open' ? (
            <>
              <TimeLeft waits={review} now={now} />
              {!needsConsent(review) && (
                <span>{t('review.voices', { n: voicesSoFar(review), m: review.persons })}</span>
              )}
            </>
          ) : (
            <span className="review-state" data-state={review.state}>
              {t(`review.state.${review.state}`)}
            </span>
          )}
        </p>
      </header>
      {review.state === 'open' && review.escalated && (
        <p className="notice" data-tone="critical">
          {t('review.escalated')}
        </p>
      )}
      {review.state === 'moot' && <p className="notice">{t('review.mootWhy')}</p>}
      <dl className="facts">
        <dt>{t('review.why')}</dt>
        <dd>
          {review.causes.map((cause) => t(`review.cause.${cause}`)).join(' · ')}
          {review.rules.length > 0 && (
            <span className="mono"> ({review.rules.map((rule) => t('review.rule', { rule })).join(', ')})</span>
          )}
        </dd>
        <dt>{t('review.opened')}</dt>
        <dd>
          <span className="mono">{zuluFull(review.openedAt)}</span>{' '}
          <span className="local">{localTime(review.openedAt)}</span> · {age(review.openedAt, now, t)}
        </dd>
        <dt>{t('review.due')}</dt>
        <dd>
          <span className="mono">{zuluFull(review.dueAt)}</span>{' '}
          <span className="local">{localTime(review.dueAt)}</span>
        </dd>
      </dl>
    </>
  );
}
