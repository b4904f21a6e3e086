import type { DifferenceRow, DifferenceTold, DifferenceWords } from '../../api/types';
import { zulu } from '../../i18n/time';
import { isTextKey, type Translate } from '../../i18n/translate';
import { quotedTo, type Quoted } from '../../release/model/quoted';

/** How the desks name what is said in records of these kinds. */
const PREFIX: Readonly<Record<string, string>> = {
  'place-status': 'relief.status.',
  'relief-assignment': 'relief.decision.',
  'move-statement': 'moves.act.',
  'case-statement': 'cases.act.',
  'acsa-statement': 'acsa.act.',
};

/** What one record says, in a few words: a status, an act, a decision, and as much of its text as there is. */
export function wordOf(row: DifferenceRow, said: DifferenceWords, language: 'en' | 'ja', t: Translate): string {
  const desk = PREFIX[said.kind];
  const key =
    row.kind === 'phase'
      ? `cases.phase.${said.code}`
      : desk === undefined
        ? `differences.code.${said.code}`
        : desk + said.code;
  const word = isTextKey(key) ? t(key) : said.code;
  const text =
    row.kind === 'place' && said.text[language] !== '' ? people(said.text[language], t) : said.text[language];
  return text === '' ? word : `${word}: ${text}`;
}

const people = (n: string, t: Translate) => t('differences.people', { n });

/**
 * What of the newest of both can be quoted to the partner: its own words, and of ours only what it holds or is about to,
 * and that whole. What waits for an officer, was withheld or cut is not told by the way of a question.
 */
export function quotable(row: DifferenceRow, own: string, party: string): Quoted<DifferenceWords> {
  const ours = row.ours.filter(isWithThem).slice(0, 1);
  const theirs = row.theirs.flatMap(({ said }) => (said ? [said] : [])).slice(0, 1);
  return quotedTo(party, own, [...ours.map(({ said }) => said), ...theirs]);
}

function isWithThem({ state, inPart }: DifferenceTold): boolean {
  return (state === 'confirmed' || state === 'on-the-way') && !inPart;
}

/** The question with what each says, and when. */
export function questionOn(
  row: DifferenceRow,
  quoted: readonly DifferenceWords[],
  language: 'en' | 'ja',
  t: Translate,
): string {
  const said = quoted.map((one) => `${one.party}: ${wordOf(row, one, language, t)} (${zulu(one.at)})`);
  return t('differences.question', { subject: row.name[language], said: said.join('; ') || '–' });
}
