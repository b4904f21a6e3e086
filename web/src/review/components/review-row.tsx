import type { Kind, Review } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { kindName } from '../../records/model/record-text';
import { LabelChip } from '../../release/components/label-chip';
import { needsConsent } from '../model/consents';
import { voicesSoFar } from '../model/voices';
import { TimeLeft } from './time-left';

interface Props {
  readonly review: Review;
  readonly kinds: readonly Kind[];
  readonly now: Date;
  readonly selected: boolean;
  readonly chosen: boolean;
  /** Null where nothing can be chosen for many. */
  readonly onChoose: (() => void) | null;
}

/** One release that waits: to whom, what, why, and how long still. */
export function ReviewRow({ review, kinds, now, selected, chosen, onChoose }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const title = review.title || t('review.untitled');
  return (
    <li className="review-row" data-id={review.id} data-selected={selected}>
      {onChoose && (
        <input
          type="checkbox"
          aria-label={t('review.select', { title, party: review.party })}
          checked={chosen}
          onChange={onChoose}
        />
      )}
      <button type="button" aria-current={selected} onClick={() => openScreen('reviews', review.id)}>
        <span className="row-top">
          <strong className="party">→ {review.party}</strong>
          <span className="kind">{kindName(review.kind, kinds, language)}</span>
          {review.state === 'open' ? (
            <TimeLeft waits={review} now={now} />
          ) : (
            <span className="review-state" data-state={review.state}>
              {t(`review.state.${review.state}`)}
            </span>
          )}
        </span>
        <span className="row-title">{title}</span>
        <span className="row-meta">
          <span>
            {review.causes.map((cause) => t(`review.cause.${cause}`)).join(' · ')}
            {review.rules.length > 0 && <code> {review.rules.join(', ')}</code>}
          </span>
          <span>
            {review.state === 'open'
              ? !needsConsent(review) && t('review.voices', { n: voicesSoFar(review), m: review.persons })
              : review.closedAt && zulu(review.closedAt, now)}
          </span>
        </span>
        <LabelChip text={review.banner} />
      </button>
    </li>
  );
}
