import type { ConsentAnswer } from '../../api/types';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { StatusShape, type Status } from '../../ui/status-shape';
import { consentState, utcDay, type ConsentState } from '../model/consents';

const SHAPES: Record<ConsentState, Status> = {
  waiting: 'caution',
  lapsed: 'off',
  granted: 'normal',
  ended: 'off',
  refused: 'critical',
};

interface Props {
  readonly question: { readonly until: string; readonly answer?: ConsentAnswer };
  readonly now: Date;
}

/** How a question stands: the answer, until when, and what was said with it. */
export function ConsentAnswerLine({ question, now }: Props) {
  const t = useTranslate();
  const state = consentState(question, utcDay(now));
  const { answer } = question;
  return (
    <span className="consent-answer">
      <span className="verdict" data-state={state}>
        <StatusShape status={SHAPES[state]} />
        {t(`consent.state.${state}`)}
      </span>
      {answer && (
        <>
          {answer.granted && <span>{t('consent.holdsUntil', { until: answer.until })}</span>}
          <span className="mono">{zulu(answer.at, now)}</span>
          <span>{t('consent.said', { by: answer.by, reason: answer.reason })}</span>
        </>
      )}
    </span>
  );
}
