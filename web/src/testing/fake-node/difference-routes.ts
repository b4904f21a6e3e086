import type { DifferenceRow, Differences, DifferenceTold, DifferenceWords } from '../../api/types';

const CASE = '5c1d7f0e-7d0a-3a55-9b7e-0f6a2c9d1e11';
const LABEL = 'UNCLASSIFIED//REL TO JPN, USA//EXERCISE';
const NOW = '2026-11-24T06:00:00Z';

const words = (n: number, party: string, kind: string, code: string, text: string, label = LABEL): DifferenceWords => ({
  record: `019f0000-0000-7000-8000-00000000d${String(n).padStart(3, '0')}`,
  party,
  kind,
  code,
  text: { en: text, ja: text },
  at: `2026-11-24T0${n}:00:00Z`,
  label,
});

const told = (said: DifferenceWords, state: DifferenceTold['state'], reason = ''): DifferenceTold => ({
  said,
  state,
  inPart: false,
  told: state === 'withheld' || state === 'review' ? null : NOW,
  confirmed: state === 'confirmed' ? NOW : null,
  reasons: reason === '' ? [] : [{ code: 'releasable-to', met: false, text: reason }],
});

const row = (kind: DifferenceRow['kind'], en: string, ja: string, more: Partial<DifferenceRow>): DifferenceRow => ({
  key: `${kind} ${en}`,
  kind,
  name: { en, ja },
  opens: kind === 'case' ? CASE : '',
  differences: [],
  ours: [],
  theirs: [],
  more: 0,
  ...more,
});

const ROWS: readonly DifferenceRow[] = [
  row('place', 'Kumamoto airport', '熊本空港', {
    differences: ['status'],
    ours: [told(words(1, 'JPN', 'place-status', 'open', ''), 'confirmed')],
    theirs: [
      {
        record: '019f0000-0000-7000-8000-00000000d902',
        said: words(2, 'USA', 'place-status', 'closed', ''),
        arrived: NOW,
      },
    ],
  }),
  row('case', 'Kumamoto earthquake', '熊本地震', {
    ours: [
      told(
        words(3, 'JPN', 'case-statement', 'decision', 'Reserves', 'SECRET//REL TO JPN//EXERCISE'),
        'withheld',
        'The label does not release to USA.',
      ),
    ],
  }),
  row('offer', 'Blankets', '毛布', {
    ours: [told(words(4, 'JPN', 'offer-of-assistance', 'offered', '40 t'), 'review')],
  }),
];

const KEPT: readonly DifferenceTold['state'][] = ['withheld', 'review', 'taken-back'];

function fits(one: DifferenceRow, only: string): boolean {
  switch (only) {
    case 'differing':
      return one.differences.length > 0;
    case 'unconfirmed':
      return one.ours.some(({ state }) => state === 'on-the-way');
    case 'kept':
      return one.ours.some(({ state }) => KEPT.includes(state));
    default:
      return true;
  }
}

/** What was told to a partner and what it told; undefined for everything else. */
export function answerDifferences(steps: readonly string[], query: URLSearchParams): Differences | undefined {
  if (steps[0] !== 'differences' || steps[1] === undefined) {
    return undefined;
  }
  const rows = ROWS.filter((one) => fits(one, query.get('only') ?? 'all'));
  return {
    own: 'JPN',
    party: steps[1],
    now: NOW,
    exercise: query.get('exercise') === 'true',
    label: 'SECRET//REL TO JPN//EXERCISE',
    askIn: { id: CASE, name: { en: 'Kumamoto earthquake', ja: '熊本地震' } },
    counts: { subjects: 3, differing: 1, unconfirmed: 0, review: 1, withheld: 1, recalled: 0 },
    rows: [...rows],
    found: rows.length,
    from: 0,
  };
}
