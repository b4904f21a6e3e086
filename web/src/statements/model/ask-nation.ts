import { prefill } from '../../navigation/prefill';
import { openScreen } from '../../navigation/route';

const HOURS_TO_ANSWER = 6;

/**
 * Opens the form of a question in a case, or of a new case where there is none. The two nations alone are told: others
 * may not have what is quoted.
 */
export function askNation(
  caseId: string | null,
  own: string,
  asked: string,
  text: string,
  classification: string,
): void {
  const due = new Date(Date.now() + HOURS_TO_ANSWER * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  prefill.set({ act: 'ask', fields: { text, due }, to: [own, asked], classification });
  openScreen('cases', caseId ?? 'new');
}
