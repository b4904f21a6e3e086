import type { CaseReplay, CaseStatement } from '../../api/types';

const HALF_AN_HOUR = 30 * 60_000;

/** Each statement, known to its writer at once and to the others half an hour later. */
export function replayLines(statements: readonly CaseStatement[], nations: readonly string[]): CaseReplay['lines'] {
  const later = (time: string) => new Date(Date.parse(time) + HALF_AN_HOUR).toISOString();
  return statements.map(({ record, party, act, time, fields, label }) => ({
    record,
    party,
    act,
    said: time,
    to: [...nations],
    text: String(fields['text'] ?? ''),
    label,
    knew: nations.map((nation) =>
      nation === party
        ? { party: nation, evidence: 'said' as const, from: time, until: null, delaySeconds: 0 }
        : {
            party: nation,
            evidence: nation === 'USA' ? ('confirmed' as const) : ('arrived' as const),
            from: later(time),
            until: null,
            delaySeconds: HALF_AN_HOUR / 1000,
          },
    ),
  }));
}
