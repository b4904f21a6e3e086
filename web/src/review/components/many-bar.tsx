import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Review, Voice } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { ruleMany, type RulingOutcome } from '../api/rule-many';
import { perParty } from '../model/review-filter';

interface Props {
  /** Those chosen and on screen. */
  readonly reviews: readonly Review[];
  readonly all: readonly Review[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** The same word on many, with one reason. What could not be ruled on says why and stays selected. */
export function ManyBar({ reviews, all, onChoose }: Props) {
  const t = useTranslate();
  const id = useId();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState<readonly Review[]>([]);
  const rule = useMutation({
    mutationFn: (verdict: Voice['verdict']) => {
      setAsked(reviews);
      return ruleMany({ ids: reviews.map((one) => one.id), verdict, reason: reason.trim() });
    },
    onSuccess: (outcomes) => {
      const left = outcomes.filter(({ problem }) => problem).map((one) => one.id);
      onChoose(left);
      if (left.length === 0) {
        setReason('');
      }
    },
    onSettled: () =>
      Promise.all(
        ['reviews', 'review', 'release', 'records'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  });
  const ready = reviews.length > 0 && reason.trim() !== '' && !rule.isPending;
  if (reviews.length === 0 && !rule.data) {
    return null;
  }
  return (
    <section className="many-bar" aria-live="polite">
      {rule.data && <Outcome outcomes={rule.data} asked={[...all, ...asked]} />}
      {reviews.length > 0 && (
        <>
          <p>
            <strong>
              {t('review.selected', {
                n: reviews.length,
                parties: perParty(reviews)
                  .map(([party, n]) => `${party} ${n}`)
                  .join(', '),
              })}
            </strong>{' '}
            <button type="button" className="link" onClick={() => onChoose([])}>
              {t('review.selectNone')}
            </button>
          </p>
          <p className="quiet-text">{t('review.manyWhole')}</p>
          <label htmlFor={`${id}-reason`}>{t('review.reason')}</label>
          <textarea
            id={`${id}-reason`}
            name="many-reason"
            rows={2}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          {rule.isError && <Failure error={rule.error} />}
          <div className="buttons">
            <button type="button" className="button primary" disabled={!ready} onClick={() => rule.mutate('release')}>
              {t('review.releaseMany', { n: reviews.length })}
            </button>
            <button type="button" className="button danger" disabled={!ready} onClick={() => rule.mutate('withhold')}>
              {t('review.withholdMany', { n: reviews.length })}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function Outcome({ outcomes, asked }: { outcomes: readonly RulingOutcome[]; asked: readonly Review[] }) {
  const t = useTranslate();
  const problems = outcomes.filter(({ problem }) => problem);
  const waiting = outcomes.filter(({ problem, state }) => !problem && state === 'open').length;
  return (
    <div className="notice" data-tone={problems.length > 0 ? 'caution' : 'normal'} role="status">
      <p>
        {t('review.manyDone', { n: outcomes.length - problems.length })}{' '}
        {waiting > 0 && t('review.manyWaits', { n: waiting })}
      </p>
      {problems.length > 0 && (
        <>
          <p>{t('review.manyProblems')}</p>
          <ul>
            {problems.map(({ id, problem }) => {
              const review = asked.find((one) => one.id === id);
              return (
                <li key={id}>
                  {review ? `${review.party} · ${review.title || t('review.untitled')}` : id}: {problem}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
