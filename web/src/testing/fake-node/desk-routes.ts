import { answerCases } from './case-routes';
import { answerCommitments } from './commitment-routes';
import type { Speak } from './decide';
import type { FakeState } from './fake-state';
import { answerMeetings } from './meeting-routes';
import { answerTranslation } from './translation-routes';

/** What the desks of coordination ask for, and translations of what is read there; undefined for everything else. */
export function answerDesks(
  state: FakeState,
  method: string,
  steps: readonly string[],
  body: Readonly<Record<string, unknown>>,
  speak: Speak,
): unknown {
  return (
    answerCases(method, steps, body, speak) ??
    answerCommitments(method, steps, body, speak) ??
    answerMeetings(method, steps, body, speak) ??
    answerTranslation(state, method, steps, body, speak)
  );
}
