import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WantedConsent } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { age, zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { useKinds } from '../../records/model/record-queries';
import { kindName, shortId } from '../../records/model/record-text';
import { LabelChip } from '../../release/components/label-chip';
import { may } from '../../session/session';
import { answerConsent } from '../api/answer-consent';
import { canAnswer, consentState, dayMistake, replyOf, utcDay } from '../model/consents';
import { ConsentAnswerLine } from './consent-answer-line';
import { ConsentFields } from './consent-fields';

/** A partner's question: what it is about, and our answer to it. */
export function WantedItem({ wanted, now }: { wanted: WantedConsent; now: Date }) {
  const t = useTranslate();
  const language = useLanguage();
  const kinds = useKinds().data ?? [];
  const [anew, setAnew] = useState(false);
  const today = utcDay(now);
  const answerable = canAnswer(wanted, today) && may('POST /api/v1/consents/{id}/answer');
  return (
    <li className="emergency" data-id={wanted.request} data-seen={consentState(wanted, today) !== 'waiting'}>
      <header className="chips">
        <h4>{t('consent.wantedBy', { from: wanted.from, party: wanted.party })}</h4>
        <LabelChip text={wanted.marking} />
        <button type="button" className="link" onClick={() => openRecord(wanted.request)}>
          {t('consent.openRequest')}
        </button>
      </header>
      <dl className="facts">
        <dt>{t('consent.answer')}</dt>
        <dd>
          <ConsentAnswerLine question={wanted} now={now} />
        </dd>
        <dt>{t('consent.kind')}</dt>
        <dd>{kindName(wanted.kind, kinds, language)}</dd>
        <dt>{t('consent.until')}</dt>
        <dd className="mono">{wanted.until}</dd>
        <dt>{t('consent.because')}</dt>
        <dd>{wanted.reason}</dd>
        <dt>{t('consent.theirRecord')}</dt>
        <dd>
          <code title={wanted.record}>{shortId(wanted.record)}</code>
        </dd>
        <dt>{t('consent.at')}</dt>
        <dd>
          <span className="mono">{zuluFull(wanted.at)}</span> · {age(wanted.at, now, t)}
        </dd>
      </dl>
      {answerable &&
        (wanted.answer && !anew ? (
          <div className="buttons">
            <button type="button" className="button small" onClick={() => setAnew(true)}>
              {t('consent.change')}
            </button>
          </div>
        ) : (
          <AnswerForm wanted={wanted} today={today} onDone={() => setAnew(false)} />
        ))}
    </li>
  );
}

interface FormProps {
  readonly wanted: WantedConsent;
  readonly today: string;
  readonly onDone: () => void;
}

function AnswerForm({ wanted, today, onDone }: FormProps) {
  const t = useTranslate();
  const client = useQueryClient();
  const [words, setWords] = useState({ until: wanted.until, reason: '' });
  const reply = useMutation({
    mutationFn: (granted: boolean) => answerConsent(wanted.request, replyOf(granted, words.until, words.reason)),
    onSuccess: (all) => {
      client.setQueryData(['consents'], all);
      onDone();
      return client.invalidateQueries({ queryKey: ['records'] });
    },
  });
  const spoken = words.reason.trim() !== '' && !reply.isPending;
  const day = dayMistake(words.until, today, wanted.until) === null;
  return (
    <form className="afterwards" onSubmit={(event) => event.preventDefault()}>
      {wanted.answer && <p className="quiet-text">{t('consent.replaces')}</p>}
      <ConsentFields
        words={words}
        onChange={setWords}
        today={today}
        latest={wanted.until}
        reasonName={t('consent.answerReason', { from: wanted.from })}
        error={reply.error}
        failed="consent.notAnswered"
      />
      <div className="buttons">
        <button
          type="button"
          className="button primary"
          data-answer="grant"
          disabled={!spoken || !day}
          onClick={() => reply.mutate(true)}
        >
          {t('consent.grant')}
        </button>
        <button
          type="button"
          className="button danger"
          data-answer="refuse"
          disabled={!spoken}
          onClick={() => reply.mutate(false)}
        >
          {t('consent.refuse')}
        </button>
        {wanted.answer && (
          <button type="button" className="button quiet" onClick={onDone}>
            {t('common.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
