import type {
  CaseField,
  CaseStep,
  CommitmentPage,
  CommitmentProposal,
  CommitmentRow,
  CommitmentStatement,
} from '../../api/types';
import type { Speak } from './decide';
import { Refusal } from './refusal';

const ID = '7b0f1d52-3a1e-3c55-8f7e-1c6a2c9d1e21';
const OTHER = '7b0f1d52-3a1e-3c55-8f7e-1c6a2c9d1e22';
const DONE = '7b0f1d52-3a1e-3c55-8f7e-1c6a2c9d1e23';
const RISK = '019f0000-0000-7000-8000-00000000c0a1';
const TO = ['JPN', 'USA'];
const LABEL = 'UNCLASSIFIED//REL TO JPN, USA';
const AT = '2026-11-20T03:00:00Z';

const field = (name: string, type: CaseField['type'], required = true, choices: string[] = []): CaseField => ({
  name,
  type,
  required,
  choices,
  value: null,
});

const FORM = [
  field('titleEn', 'text'),
  field('titleJa', 'text'),
  field('meeting', 'body'),
  field('held', 'date'),
  field('reference', 'text'),
  field('due', 'date'),
  field('owner', 'body'),
];

const OPTIONS = {
  own: 'JPN',
  nations: [{ code: 'USA', name: { en: 'United States', ja: 'アメリカ合衆国' } }],
  bodies: [
    {
      code: 'scc',
      name: { en: 'Security Consultative Committee (2+2)', ja: '日米安全保障協議委員会（2+2）' },
      parties: TO,
    },
    { code: 'sdc', name: { en: 'Subcommittee for Defense Cooperation', ja: '日米防衛協力小委員会' }, parties: TO },
  ],
  fields: FORM,
};

const said = (
  number: number,
  party: string,
  act: string,
  fields: Record<string, unknown>,
  on: string[] = [],
): CommitmentStatement => ({
  record: act === 'state' && party === 'USA' ? RISK : `019f0000-0000-7000-8000-00000000c${100 + number}`,
  ref: String(100 + number),
  party,
  act,
  time: AT,
  to: act === 'note' ? [party] : TO,
  on,
  label: act === 'note' ? `UNCLASSIFIED//REL TO ${party}` : LABEL,
  fits: true,
  objections: [],
  fields,
  own: party === 'JPN',
});

let statements: CommitmentStatement[] = [
  said(1, 'JPN', 'record', {}),
  said(2, 'USA', 'agree', {}, ['019f0000-0000-7000-8000-00000000c101']),
  said(3, 'USA', 'state', { text: 'Spare parts are three months late', state: 'at-risk', due: '2027-03-31' }),
];

const agrees = () => statements.some(({ act, own }) => act === 'agree' && own);

function proposals(): CommitmentProposal[] {
  const risk: CommitmentProposal = {
    on: RISK,
    party: 'USA',
    time: AT,
    state: 'at-risk',
    standing: agrees() ? 'agreed' : 'proposed',
    text: 'Spare parts are three months late',
    measured: null,
    due: '2027-03-31',
    by: null,
    agreedBy: agrees() ? TO : ['USA'],
    objectedBy: [],
    waitsFor: agrees() ? [] : ['JPN'],
  };
  const first = { ...risk, on: '019f0000-0000-7000-8000-00000000c101', party: 'JPN', state: 'open', text: '' };
  return [risk, { ...first, standing: 'agreed', due: null, agreedBy: TO, waitsFor: [] }];
}

function row(): CommitmentRow {
  return {
    id: ID,
    title: { en: 'Co-sustainment of transport aircraft', ja: '輸送機の共同維持整備' },
    meeting: 'scc',
    held: '2026-07-28',
    reference: 'Joint statement, paragraph 12',
    state: agrees() ? 'at-risk' : 'open',
    sides: [
      { party: 'JPN', state: agrees() ? 'at-risk' : 'open', agreed: true, owner: 'sdc', office: 'Bureau of Policy' },
      { party: 'USA', state: 'at-risk', agreed: agrees(), owner: null, office: null },
    ],
    due: agrees() ? '2027-03-31' : '2026-11-30',
    horizon: agrees() ? 'later' : 'within-7',
    duties: agrees() ? [] : ['answer', 'fulfil'],
    waiting: 0,
    newest: AT,
    label: LABEL,
  };
}

const rows = (): CommitmentRow[] => [
  {
    ...row(),
    id: OTHER,
    title: { en: 'Bilateral exercise of the joint coordination post', ja: '共同調整所の日米共同訓練' },
    reference: 'Joint statement, paragraph 7',
    state: null,
    sides: [
      { party: 'JPN', state: null, agreed: false, owner: null, office: null },
      { party: 'USA', state: 'open', agreed: false, owner: 'sdc', office: null },
    ],
    due: '2026-10-31',
    horizon: 'overdue',
    duties: ['confirm', 'name-owner'],
  },
  row(),
  {
    ...row(),
    id: DONE,
    title: { en: 'Direct line between the two operations centers', ja: '双方の指揮所間の直通回線' },
    meeting: 'sdc',
    held: '2025-06-01',
    state: 'met',
    sides: row().sides.map((side) => ({ ...side, state: 'met', agreed: true, owner: 'sdc' })),
    due: '2026-03-31',
    horizon: 'over',
    duties: [],
  },
];

function steps(): CaseStep[] {
  const step = (act: string, fields: CaseField[], on: string | null = null): CaseStep => ({
    act,
    on,
    to: TO,
    everybody: act !== 'note' && act !== 'evidence',
    fields,
  });
  const text = field('text', 'long-text');
  const named = { ...field('on', 'reference'), value: RISK };
  return [
    ...(agrees()
      ? []
      : [step('agree', [named, { ...text, required: false }], RISK), step('object', [named, text], RISK)]),
    step('state', [
      {
        ...field('state', 'choice', true, ['open', 'on-track', 'at-risk', 'met', 'superseded', 'dropped']),
        value: 'on-track',
      },
      text,
      field('measured', 'long-text', false),
      field('by', 'record', false),
      field('due', 'date', false),
    ]),
    step('evidence', [text, field('document', 'text', false), field('record', 'record', false)]),
    step('note', [text]),
  ];
}

function page(): CommitmentPage {
  const { title, meeting, held, reference, state, sides, due, horizon, label, duties } = row();
  const nothing = said(1, 'JPN', 'record', {}).record;
  return {
    id: ID,
    own: 'JPN',
    today: '2026-11-24',
    title,
    meeting,
    held,
    reference,
    state,
    sides,
    due,
    horizon,
    label,
    sentence: {
      en: 'The Ministers committed to expand co-sustainment of transport aircraft in Japan.',
      ja: '閣僚は、日本における輸送機の共同維持整備を拡大することを約束した。',
    },
    outcome: { en: 'Two aircraft a year at Japanese depots', ja: '国内の整備拠点で年2機' },
    minutes: null,
    exercise: false,
    purposes: [],
    nations: TO,
    proposals: proposals(),
    evidence: statements
      .filter(({ act }) => act === 'evidence')
      .map(({ record, party, time, fields }) => ({
        on: record,
        party,
        time,
        text: String(fields['text']),
        document: typeof fields['document'] === 'string' ? fields['document'] : null,
        record: typeof fields['record'] === 'string' ? fields['record'] : null,
        here: true,
      })),
    statements,
    waiting: [],
    duties: duties.map((kind) => ({ kind, party: 'JPN', on: nothing, due })),
    next: steps(),
  };
}

/** What the commitments desk asks for; undefined for everything else. */
export function answerCommitments(
  method: string,
  path: readonly string[],
  body: Readonly<Record<string, unknown>>,
  speak: Speak,
): unknown {
  if (path[0] !== 'commitments') {
    return undefined;
  }
  switch (`${method} ${path.slice(1).join('/').replace(ID, 'x')}`) {
    case 'GET ':
      return { own: 'JPN', today: '2026-11-24', commitments: rows() };
    case 'GET options':
      return OPTIONS;
    case 'GET x':
    case 'POST ':
      return page();
    case 'POST x/statements': {
      const fields = body['fields'] as Record<string, unknown>;
      if (fields['state'] === 'met' && !statements.some(({ act }) => act === 'evidence')) {
        throw new Refusal(422, speak === 'ja' ? '受け付けられません。' : 'This was refused.', [
          {
            at: '/fields/state',
            message: speak === 'ja' ? '達成を示すものがありません。' : 'nothing shows that it was met',
          },
        ]);
      }
      const on = typeof fields['on'] === 'string' ? [fields['on']] : [];
      statements = [...statements, said(statements.length + 1, 'JPN', String(body['act']), fields, on)];
      return page();
    }
    default:
      throw new Refusal(
        404,
        speak === 'ja' ? 'その ID の約束事項はここにありません。' : 'No commitment of that id is held here.',
      );
  }
}
