import type { AskedConsent, ConsentAnswer, ConsentReply, Consents, Review, WantedConsent } from '../../api/types';

/** How a question for consent stands on a day. */
export type ConsentState = 'waiting' | 'lapsed' | 'granted' | 'ended' | 'refused';

interface Question {
  readonly until: string;
  readonly answer?: ConsentAnswer | undefined;
}

/** Days are those of the node, which counts them in UTC; the last day is included. */
export function utcDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}

export function consentState({ until, answer }: Question, today: string): ConsentState {
  if (!answer) {
    return until < today ? 'lapsed' : 'waiting';
  }
  if (!answer.granted) {
    return 'refused';
  }
  return answer.until < today ? 'ended' : 'granted';
}

/** No officer here can release it: only the nation whose information is quoted can consent. */
export function needsConsent({ state, causes }: Pick<Review, 'state' | 'causes'>): boolean {
  return state === 'open' && causes.includes('consent');
}

/** What was asked already about the record of a review and its party, which a site of that party stands for too. */
export function askedAbout(
  { asked }: Pick<Consents, 'asked'>,
  { record, party }: Pick<Review, 'record' | 'party'>,
): readonly AskedConsent[] {
  return asked.filter((one) => one.record === record && one.party === party.split('/')[0]);
}

/** Those that wait for our answer first; otherwise in the order of the node. */
export function unansweredFirst(wanted: readonly WantedConsent[], today: string): readonly WantedConsent[] {
  const rank = (one: WantedConsent) => (consentState(one, today) === 'waiting' ? 0 : 1);
  return wanted.toSorted((a, b) => rank(a) - rank(b));
}

export function waitingForUs({ wanted }: Pick<Consents, 'wanted'>, today: string): number {
  return wanted.filter((one) => consentState(one, today) === 'waiting').length;
}

/** After the last day that was asked for, nothing is left to answer. */
export function canAnswer({ until }: Pick<WantedConsent, 'until'>, today: string): boolean {
  return until >= today;
}

/** What is wrong with a last day; null when nothing is. */
export function dayMistake(
  day: string,
  today: string,
  latest: string | null,
): 'consent.dayMissing' | 'consent.dayOver' | 'consent.dayTooLate' | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    return 'consent.dayMissing';
  }
  if (day < today) {
    return 'consent.dayOver';
  }
  return latest !== null && day > latest ? 'consent.dayTooLate' : null;
}

/** A refusal has no last day of its own. */
export function replyOf(granted: boolean, until: string, reason: string): ConsentReply {
  return { granted, reason: reason.trim(), ...(granted ? { until } : {}) };
}
