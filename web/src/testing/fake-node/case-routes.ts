import type {
  CaseFile,
  CaseInbox,
  CasePage,
  CasePolicy,
  CaseReplay,
  CaseRow,
  CaseStatement,
  CaseStep,
} from '../../api/types';
import type { Speak } from './decide';
import { field, joiningOf, OPTIONS, PHASES } from './fake-case-options';
import { replayLines } from './fake-replay';
import { Refusal } from './refusal';

const CASE = '5c1d7f0e-7d0a-3a55-9b7e-0f6a2c9d1e11';
const REQUEST = '019f0000-0000-7000-8000-00000000b0c1';
const TO = ['JPN', 'USA'];
const LABEL = 'UNCLASSIFIED//REL TO JPN, USA//EXERCISE';
const NAME = { en: 'Kumamoto earthquake', ja: '熊本地震' };
const DUE = new Date(Date.now() + 6 * 3_600_000).toISOString();

let number = 0;

function said(party: string, act: string, fields: Record<string, unknown>, on: readonly string[]): CaseStatement {
  number += 1;
  const record = act === 'request' ? REQUEST : `019f0000-0000-7000-8000-00000000${String(1000 + number)}`;
  return {
    record,
    ref: record.slice(-4),
    party,
    act,
    time: new Date(Date.now() - (60 - number) * 60_000).toISOString(),
    to: TO,
    on: [...on],
    label: LABEL,
    fits: true,
    objections: [],
    fields,
    own: party === 'JPN',
    fresh: party !== 'JPN',
    receipts: [],
    released: party === 'JPN' ? [{ party: 'USA', decision: 'released', confirmedAt: new Date().toISOString() }] : null,
  };
}

let statements: CaseStatement[] = [
  said('JPN', 'open', { text: 'Intensity 7 at Mashiki.', phase: 'disaster', body: 'bocc' }, []),
  said('USA', 'request', { text: 'Berth for one ship at Yatsushiro', category: 'facilities', due: DUE }, []),
];

/** Files under a label of their own are said apart, as a node does it. */
function say(act: string, fields: Record<string, unknown>, on: readonly string[], files: readonly CaseFile[]): void {
  const within = files.filter(({ label }) => label === undefined);
  const saying = said('JPN', act, within.length > 0 ? { ...fields, attachments: within } : fields, on);
  const apart = files.flatMap(({ label, ...attachment }) => {
    const to = TO.filter((party) => label?.includes(party));
    return label === undefined
      ? []
      : [{ ...said('JPN', 'enclose', { attachments: [attachment] }, [saying.record]), label, to }];
  });
  statements = [...statements, saying, ...apart];
}

const offers = () => statements.filter(({ act }) => act === 'offer');

function steps(): CaseStep[] {
  const everywhere: CaseStep = {
    act: 'report',
    on: null,
    to: TO,
    everybody: false,
    fields: [field('text', 'long-text')],
  };
  const ask: CaseStep = {
    act: 'ask',
    on: null,
    to: TO,
    everybody: false,
    fields: [field('text', 'long-text'), field('due', 'time')],
  };
  const offer: CaseStep = {
    act: 'offer',
    on: REQUEST,
    to: TO,
    everybody: false,
    fields: [
      field('on', 'reference', { value: REQUEST }),
      field('quantity', 'number', { required: false }),
      field('text', 'long-text'),
    ],
  };
  const invite: CaseStep = {
    act: 'invite',
    on: null,
    to: TO,
    everybody: true,
    fields: [field('party', 'party'), field('text', 'long-text')],
  };
  const escalate: CaseStep = {
    act: 'escalate',
    on: null,
    to: TO,
    everybody: false,
    fields: [field('from', 'body', { value: 'bocc' }), field('body', 'body'), field('text', 'long-text')],
  };
  const always = [everywhere, ask, invite, escalate, { ...escalate, act: 'delegate' }];
  return offers().length > 0 ? always : [...always, offer];
}

function duties(): CaseInbox['duties'] {
  const open = offers().length === 0;
  return [
    {
      caseId: CASE,
      name: NAME,
      kind: open ? 'respond' : 'decide',
      party: open ? 'JPN' : 'USA',
      on: REQUEST,
      act: 'request',
      from: 'USA',
      text: 'Berth for one ship at Yatsushiro',
      body: null,
      due: DUE,
      state: open ? 'due' : 'awaiting',
      late: false,
    },
  ];
}

function page(): CasePage {
  return {
    id: CASE,
    own: 'JPN',
    name: NAME,
    state: 'open',
    label: LABEL,
    exercise: true,
    purposes: [],
    body: 'bocc',
    level: 'operations',
    nations: TO,
    phases: [{ party: 'JPN', phase: 'disaster' }],
    policies: [
      { party: 'JPN', said: true, allowed: PHASES[0] as CasePolicy['allowed'] },
      { party: 'USA', said: false, allowed: { code: 'disaster', stated: false, allows: [], basis: [] } },
    ],
    joining: joiningOf(statements),
    closedBy: [],
    statements,
    earlier: 0,
    unconfirmed: statements.filter(
      (one) => !one.own && one.act !== 'receipt' && !one.receipts.some(({ party }) => party === 'JPN'),
    ).length,
    waiting: [],
    asked: [
      {
        on: REQUEST,
        act: 'request',
        party: 'USA',
        to: TO,
        state: offers().length > 0 ? 'offered' : 'open',
        category: 'facilities',
        text: 'Berth for one ship at Yatsushiro',
        quantity: null,
        unit: null,
        accepted: 0,
        due: DUE,
        offers: offers().map((one) => ({
          on: one.record,
          party: one.party,
          state: 'offered',
          quantity: null,
          acceptance: null,
          progress: null,
        })),
        refusedBy: [],
      },
    ],
    consultations: [],
    duties: duties(),
    next: steps(),
    remark: {
      act: 'remark',
      on: null,
      to: TO,
      everybody: false,
      fields: [field('on', 'reference'), field('text', 'long-text')],
    },
  };
}

/** The partner knew of ours half an hour later, and of a report that was taken back. */
const fresh = () => statements.filter((one) => one.fresh);

function row(): CaseRow {
  return {
    id: CASE,
    name: NAME,
    state: 'open',
    phase: 'disaster',
    level: 'operations',
    body: 'bocc',
    bodies: ['bocc'],
    nations: TO,
    asked: 1,
    due: offers().length === 0 ? 1 : 0,
    overdue: 0,
    awaiting: offers().length,
    fresh: fresh().length,
    waiting: 0,
    newest: statements.at(-1)?.time ?? DUE,
    label: LABEL,
  };
}

const freshOf = ({ record, party, act, time, fields }: CaseStatement) => ({
  caseId: CASE,
  name: NAME,
  record,
  party,
  act,
  time,
  text: String(fields['text']),
});

function inbox(): CaseInbox {
  return {
    seats: [],
    bodies: [],
    duties: duties(),
    fresh: fresh().map(freshOf),
    more: 0,
    mentions: statements
      .filter(
        ({ record, fields }) => fields['mentions'] && !statements.some(({ own, on }) => own && on.includes(record)),
      )
      .map((one) => ({ said: freshOf(one), bodies: one.fields['mentions'] as string[] })),
  };
}

/** What the coordination desk asks for; undefined for everything else. */
export function answerCases(
  method: string,
  steps: readonly string[],
  body: Readonly<Record<string, unknown>>,
  speak: Speak,
): unknown {
  if (steps[0] !== 'cases') {
    return undefined;
  }
  switch (`${method} ${steps.slice(1).join('/').replace(CASE, 'x')}`) {
    case 'GET ':
      return { cases: [row()] };
    case 'GET options':
      return OPTIONS;
    case 'GET inbox':
    case 'PUT watch':
      return inbox();
    case 'GET x':
      return page();
    case 'GET x/replay':
      return {
        id: CASE,
        own: 'JPN',
        name: NAME,
        label: LABEL,
        nations: TO,
        lines: replayLines(statements, TO),
        gone: [],
        earlier: 0,
      } satisfies CaseReplay;
    case 'GET x/told':
      return { ...page(), next: [], remark: null };
    case 'POST x/seen':
      statements = statements.map((one) => ({ ...one, fresh: false }));
      return {};
    case 'POST x/receipts':
      statements = statements.map((one) =>
        one.own
          ? one
          : { ...one, receipts: [{ party: 'JPN', receipt: 'acknowledged', time: new Date().toISOString() }] },
      );
      return page();
    case 'POST x/statements': {
      const fields = body['fields'] as Record<string, unknown>;
      const on = typeof fields['on'] === 'string' ? [fields['on']] : [];
      say(String(body['act']), fields, on, (body['files'] ?? []) as CaseFile[]);
      return page();
    }
    default:
      throw new Refusal(
        404,
        speak === 'ja' ? 'その ID の事案はここにありません。' : 'No case of that id is held here.',
      );
  }
}
