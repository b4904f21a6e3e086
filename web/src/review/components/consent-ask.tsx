import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Review } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { askForConsent } from '../api/ask-for-consent';
import { askedAbout, consentState, dayMistake, utcDay } from '../model/consents';
import { useConsents } from '../model/review-queries';
import { ConsentAnswerLine } from './consent-answer-line';
import { ConsentFields, type ConsentWords } from './consent-fields';

const EMPTY: ConsentWords = { until: '', reason: '' };

/** Where no officer here can release: the question to the nation that can consent, and what became of it. */
export function ConsentAsk({ review, now }: { review: Review; now: Date }) {
  const t = useTranslate();
  const consents = useConsents().data;
  const asked = consents ? askedAbout(consents, review) : [];
  const [again, setAgain] = useState(false);
  const today = utcDay(now);
  const waits = asked.some((one) => consentState(one, today) === 'waiting');
  return (
    <section className="ruling-form consent-ask">
      <h3>{t('consent.ask')}</h3>
      <p>{t('consent.why', { party: review.party })}</p>
      {asked.length > 0 && (
        <>
          <h4>{t('consent.askedSoFar')}</h4>
          <ul className="consent-asked">
            {asked.map((one) => (
              <li key={one.request}>
                <strong>{one.of}</strong> {t('consent.holdsUntil', { until: one.until })}{' '}
                <ConsentAnswerLine question={one} now={now} />
              </li>
            ))}
          </ul>
        </>
      )}
      {may('POST /api/v1/reviews/{id}/consent-request') &&
        (waits && !again ? (
          <div className="buttons">
            <button type="button" className="button small" onClick={() => setAgain(true)}>
              {t('consent.askAgain')}
            </button>
          </div>
        ) : (
          <AskForm review={review} today={today} onAsked={() => setAgain(false)} />
        ))}
    </section>
  );
}

interface FormProps {
  readonly review: Review;
  readonly today: string;
  readonly onAsked: () => void;
}

function AskForm({ review, today, onAsked }: FormProps) {
  const t = useTranslate();
  const client = useQueryClient();
  const [words, setWords] = useState(EMPTY);
  const ask = useMutation({
    mutationFn: () => askForConsent(review.id, { until: words.until, reason: words.reason.trim() }),
    onSuccess: (all) => {
      client.setQueryData(['consents'], all);
      setWords(EMPTY);
      onAsked();
      return client.invalidateQueries({ queryKey: ['records'] });
    },
    onError: () => client.invalidateQueries({ queryKey: ['review', review.id] }),
  });
  const ready = dayMistake(words.until, today, null) === null && words.reason.trim() !== '';
  return (
    <form
      className="consent-form"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <p className="quiet-text">{t('consent.goesOut', { party: review.party })}</p>
      <ConsentFields
        words={words}
        onChange={setWords}
        today={today}
        latest={null}
        reasonName={t('consent.askReason')}
        error={ask.error}
        failed="consent.notAsked"
      />
      <div className="buttons">
        <button type="submit" className="button primary" data-act="ask" disabled={!ready || ask.isPending}>
          {t('consent.ask')}
        </button>
        {!ready && <small>{t('consent.needsFields')}</small>}
      </div>
    </form>
  );
}
