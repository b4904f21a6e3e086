import type {
  CaseField,
  CaseStep,
  CommitmentStatement,
  MeetingItem,
  MeetingPage,
  MeetingProposal,
  MeetingRow,
} from '../../api/types';

/** Two meetings of one working group: what was deferred at the first stands on the page of the second. */
const NEXT = '8c1f1d52-3a1e-3c55-8f7e-1c6a2c9d1e21';
const BEFORE = '8c1f1d52-3a1e-3c55-8f7e-1c6a2c9d1e22';
export const PROMISE = '7b0f1d52-3a1e-3c55-8f7e-1c6a2c9d1e21';
const MOVE = '019f0000-0000-7000-8000-00000000e001';
const DEFERRED = '019f0000-0000-7000-8000-00000000e0d1';
export const TO = ['JPN', 'USA'];
const LABEL = 'UNCLASSIFIED//REL TO JPN, USA';
export const AT = '2026-11-20T03:00:00Z';

export interface Said {
  readonly act: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly to: readonly string[];
  readonly label: string;
}

let said: readonly Said[] = [];

/** What the own side has said of the second meeting. */
export function say(one: Said): void {
  said = [...said, one];
}

const field = (name: string, type: CaseField['type'], value: unknown = null, required = true): CaseField =>
  ({ name, type, required, choices: [], value }) as CaseField;

const SCHEDULE = [field('starts', 'time'), field('minutes', 'number'), field('zone', 'text'), field('place', 'text')];
export const FORM = [
  field('titleEn', 'text'),
  field('titleJa', 'text'),
  field('body', 'body'),
  ...SCHEDULE,
  field('text', 'long-text', null, false),
  field('follows', 'record', null, false),
];
const ITEM = [
  field('titleEn', 'text'),
  field('titleJa', 'text'),
  field('position', 'number', 4),
  field('presenter', 'text'),
  field('text', 'long-text', null, false),
  field('from', 'record', null, false),
];

const step = (act: string, fields: CaseField[], on: string | null = null, everybody = true): CaseStep => ({
  act,
  on,
  to: [...TO],
  everybody,
  fields,
});

const proposal = (on: string, party: string, standing: MeetingProposal['standing'], fields = {}): MeetingProposal => ({
  on,
  party,
  time: AT,
  standing,
  fields,
  agreedBy: standing === 'agreed' ? [...TO] : [party],
  objectedBy: [],
  waitsFor: standing === 'proposed' ? TO.filter((one) => one !== party) : [],
});

const item = (number: string, on: string, en: string, ja: string, more: Partial<MeetingItem>): MeetingItem => ({
  on,
  number,
  title: { en, ja },
  presenter: 'JPN Joint Staff',
  position: 1,
  text: '',
  to: [...TO],
  label: LABEL,
  proposal: proposal(on, 'JPN', 'agreed'),
  papers: [],
  outcomes: [],
  outcome: null,
  promise: null,
  ...more,
});

const id = (n: number) => `019f0000-0000-7000-8000-00000000e${100 + n}`;
const answered = (on: string) => said.some((one) => one.act === 'agree' && one.fields['on'] === on);

function moved(): boolean {
  return answered(MOVE);
}

export function rows(): MeetingRow[] {
  const next: MeetingRow = {
    id: NEXT,
    title: { en: 'Working group on relief supplies, second meeting', ja: '支援物資作業部会 第2回' },
    body: 'bocc',
    starts: moved() ? '2026-12-02T06:00:00Z' : '2026-12-02T01:00:00Z',
    ends: moved() ? '2026-12-02T07:30:00Z' : '2026-12-02T02:30:00Z',
    zone: 'Asia/Tokyo',
    place: 'Ichigaya, building A, room 402',
    state: moved() ? 'moved' : 'agreed',
    moving: !moved(),
    nations: [...TO],
    items: items().length,
    duties: moved() ? [] : ['answer-time', 'answer-item'],
    mine: true,
    waiting: 0,
    label: LABEL,
  };
  const before: MeetingRow = {
    ...next,
    id: BEFORE,
    title: { en: 'Working group on relief supplies, first meeting', ja: '支援物資作業部会 第1回' },
    starts: '2026-11-18T01:00:00Z',
    ends: '2026-11-18T02:30:00Z',
    state: 'held',
    moving: false,
    items: 3,
    duties: [],
  };
  return [next, before];
}

function items(): MeetingItem[] {
  const added = said
    .filter(({ act }) => act === 'item')
    .map(({ fields, to, label }, index) =>
      item(
        to.length === 1 ? `JPN ${index + 1}` : String(3 + index),
        id(50 + index),
        String(fields['titleEn']),
        String(fields['titleJa']),
        {
          presenter: String(fields['presenter']),
          to: [...to],
          label,
          proposal: { ...proposal(id(50 + index), 'JPN', to.length === 1 ? 'agreed' : 'proposed'), agreedBy: ['JPN'] },
        },
      ),
    );
  return [
    item('1', id(1), 'Berths at Kumamoto port', '熊本港の係留場所', {
      papers: [
        {
          on: id(11),
          party: 'USA',
          record: id(12),
          text: 'Draughts of the ships',
          label: LABEL,
          to: [...TO],
          here: false,
        },
      ],
    }),
    item('2', id(2), 'Fuel at the airport', '空港の燃料', {
      presenter: 'USA Component Command',
      text: 'How long does it last at 40 sorties a day?',
      proposal: answered(id(2)) ? proposal(id(2), 'USA', 'agreed') : proposal(id(2), 'USA', 'proposed'),
    }),
    ...added,
  ];
}

function heldItems(): MeetingItem[] {
  const outcome = (n: number, fields: Record<string, unknown>) => proposal(id(70 + n), 'USA', 'agreed', fields);
  return [
    item('1', id(21), 'Single list of supplies', '物資の統一一覧', {
      outcomes: [
        outcome(1, { result: 'agreed', textEn: 'One list, kept by Japan.', textJa: '一覧は日本が一元管理する。' }),
      ],
      outcome: id(71),
    }),
    item('2', id(22), 'Transport aircraft', '輸送機', {
      outcomes: [outcome(2, { result: 'committed', commitment: PROMISE })],
      outcome: id(72),
      promise: { id: PROMISE, title: { en: 'Co-sustainment of transport aircraft', ja: '輸送機の共同維持整備' } },
    }),
    item('3', DEFERRED, 'Night operations', '夜間の運用', {
      presenter: 'USA Component Command',
      outcomes: [outcome(3, { result: 'deferred' })],
      outcome: id(73),
    }),
  ];
}

function steps(): CaseStep[] {
  const text = field('text', 'long-text');
  const answer = (on: string) => [
    step('agree', [field('on', 'reference', on), { ...text, required: false }], on),
    step('object', [field('on', 'reference', on), text], on),
  ];
  return [
    ...(moved() ? [] : answer(MOVE)),
    step('move', [...SCHEDULE, text]),
    step('item', ITEM, null, false),
    step('held', [{ ...text, required: false }]),
    step('cancel', [text]),
    ...(answered(id(2)) ? [] : answer(id(2))),
    step(
      'paper',
      [field('on', 'reference', id(1)), field('record', 'record'), field('text', 'text', null, false)],
      id(1),
      false,
    ),
  ];
}

export function page(of: MeetingRow): MeetingPage {
  const held = of.id === BEFORE;
  const taken = said.some(({ fields }) => fields['from'] === DEFERRED);
  const filled = {
    titleEn: 'Night operations',
    titleJa: '夜間の運用',
    presenter: 'USA Component Command',
    position: 3,
    from: DEFERRED,
  };
  const carry = ITEM.map((one) => ({ ...one, value: filled[one.name as keyof typeof filled] ?? null }) as CaseField);
  const move = {
    starts: '2026-12-02T06:00:00Z',
    minutes: 90,
    zone: 'Asia/Tokyo',
    place: of.place,
    text: 'A flight is late.',
  };
  return {
    id: of.id,
    own: 'JPN',
    now: AT,
    title: of.title,
    body: of.body,
    text: held ? '' : 'What both sides can give until the end of the year.',
    starts: of.starts,
    ends: of.ends,
    zone: of.zone,
    place: of.place,
    state: of.state,
    label: of.label,
    exercise: false,
    purposes: [],
    nations: of.nations,
    follows: held ? null : BEFORE,
    caseId: null,
    ending: held ? { party: 'JPN', time: '2026-11-18T03:00:00Z', text: '' } : null,
    schedules: held ? [] : [proposal(MOVE, 'USA', moved() ? 'agreed' : 'proposed', move)],
    items: held ? heldItems() : items(),
    carried:
      held || taken
        ? []
        : [
            {
              on: DEFERRED,
              title: { en: 'Night operations', ja: '夜間の運用' },
              presenter: 'USA Component Command',
              text: '',
              to: [...TO],
              label: LABEL,
              step: step('item', carry, DEFERRED),
            },
          ],
    statements: held
      ? []
      : [
          statement(0, 'USA', 'move', { text: move.text }),
          ...said.map((one, n) => statement(n + 1, 'JPN', one.act, one.fields)),
        ],
    waiting: [],
    duties: of.duties.map((kind) => ({ kind, party: 'JPN', on: kind === 'answer-time' ? MOVE : id(2) })),
    next: held ? [] : steps(),
  };
}

const statement = (
  n: number,
  party: string,
  act: string,
  fields: Readonly<Record<string, unknown>>,
): CommitmentStatement => ({
  record: id(200 + n),
  ref: String(200 + n),
  party,
  act,
  time: AT,
  to: [...TO],
  on: [],
  label: LABEL,
  fits: true,
  objections: [],
  fields: { ...fields },
  own: party === 'JPN',
});
