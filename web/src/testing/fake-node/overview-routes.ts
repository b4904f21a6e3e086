import type { BriefLine, HandoverBrief, Overview } from '../../api/types';

const CASE = '5c1d7f0e-7d0a-3a55-9b7e-0f6a2c9d1e11';
const NAME = { en: 'Kumamoto earthquake', ja: '熊本地震' };
const LABEL = 'UNCLASSIFIED//REL TO JPN, USA//EXERCISE';
const NOW = '2026-11-24T06:00:00Z';

const OVERVIEW: Overview = {
  own: 'JPN',
  now: NOW,
  exercise: true,
  label: LABEL,
  cases: [
    { phase: 'disaster', level: 'operations', open: 2, overdue: 1 },
    { phase: 'grey-zone', level: 'director-general', open: 1, overdue: 0 },
  ],
  unanswered: [
    {
      caseId: CASE,
      name: NAME,
      on: '019f0000-0000-7000-8000-00000000b0c1',
      act: 'request',
      party: 'USA',
      to: ['JPN'],
      text: 'Berth for one ship at Yatsushiro',
      asked: '2026-11-24T01:00:00Z',
      due: '2026-11-24T05:00:00Z',
      late: true,
      mine: true,
    },
  ],
  duties: { overdue: 1, due: 3, awaiting: 2, late: 0 },
  places: [
    { type: 'airfield', usable: 2, closed: 1, unclear: 0, contradicting: 1 },
    { type: 'shelter', usable: 14, closed: 2, unclear: 5, contradicting: 0 },
  ],
  offers: [
    { party: 'JPN', source: 'relief', category: 'water', offers: 3, open: 2 },
    { party: 'USA', source: 'case', category: 'transport', offers: 2, open: 1 },
    { party: 'USA', source: 'order', category: 'petroleum', offers: 1, open: 0 },
  ],
  moves: { planned: 2, underWay: 1, delayed: 1, silent: 0, overClosed: 1 },
  commitments: { overdue: 1, within7: 1, within30: 0, within90: 0, later: 0, over: 1, todo: 2, unagreed: 2 },
  meetings: { within24Hours: 1, within7: 1, later: 0, unagreed: 1, todo: 1 },
  reviews: { waiting: 3, overdue: 1, emergencies: 1, emergenciesOverdue: 0 },
  watch: null,
  links: [
    {
      party: 'USA',
      node: 'USA/yokota',
      name: { en: 'Yokota', ja: '横田' },
      state: 'up',
      since: '2026-11-24T00:00:00Z',
      waiting: 0,
    },
    {
      party: 'AUS',
      node: 'AUS/hqjoc',
      name: { en: 'HQJOC', ja: '統合作戦司令部' },
      state: 'down',
      since: '2026-11-24T03:00:00Z',
      waiting: 214,
    },
  ],
  handovers: [{ caseId: CASE, name: NAME, at: '2026-11-23T22:00:00Z' }],
};

const line = (more: Partial<BriefLine>): BriefLine => ({
  at: '2026-11-24T01:00:00Z',
  party: 'USA',
  about: NAME,
  what: { en: 'request for assistance', ja: '支援要請' },
  text: 'Berth for one ship at Yatsushiro',
  label: LABEL,
  screen: 'cases',
  subject: CASE,
  late: false,
  ...more,
});

const section = (code: string, en: string, ja: string, lines: BriefLine[]) => ({
  code,
  title: { en, ja },
  lines,
  more: 0,
});

const brief = (since: string): HandoverBrief => ({
  node: 'JPN/ichigaya',
  name: { en: 'Ichigaya', ja: '市ヶ谷' },
  since,
  until: NOW,
  next: '2026-11-24T14:00:00Z',
  label: 'CONFIDENTIAL//REL TO JPN//EXERCISE',
  sections: [
    section('said', 'New in cases', '事案の新しい申述', [
      line({}),
      line({
        party: 'JPN',
        what: { en: 'national decision', ja: '国の決定' },
        text: 'Two engineer companies stay at readiness until the ports are surveyed.',
        label: 'CONFIDENTIAL//REL TO JPN//EXERCISE',
      }),
      ...Array.from({ length: 40 }, (_, number) =>
        line({ what: { en: 'situation report', ja: '状況報告' }, text: `Route 57, kilometre ${number + 1}: passable` }),
      ),
    ]),
    section('due', 'Due in the next watch, and overdue', '次の当直での期限・期限超過', [
      line({
        at: '2026-11-24T05:00:00Z',
        party: 'JPN',
        what: { en: 'offer or refuse', ja: '申し出または辞退する' },
        late: true,
      }),
    ]),
    section(
      'reviews',
      'Reviews and emergency releases: due and overdue',
      '開示審査・緊急開示の確認（期限・期限超過）',
      [
        line({
          at: '2026-11-24T05:30:00Z',
          party: 'AUS',
          about: { en: 'Fuel at Kumamoto airport', ja: '熊本空港の燃料' },
          what: { en: 'its release to AUS waits for an officer', ja: 'AUS への開示：担当官の判断待ち' },
          text: '',
          screen: 'reviews',
          subject: null,
          late: true,
        }),
      ],
    ),
    section('awaiting', 'Awaiting partners', '相手待ち', []),
    section('meetings', 'Meetings', '会合', [
      line({
        at: '2026-11-24T12:00:00Z',
        party: 'JPN',
        about: { en: 'Relief transport, second meeting', ja: '救援輸送に関する第2回会合' },
        what: { en: 'agree to an item of the agenda, or object', ja: '議題に同意または異議を述べる' },
        text: 'Ichigaya, room 4',
        screen: 'meetings',
        subject: '5c1d7f0e-7d0a-3a55-9b7e-0f6a2c9d1e41',
      }),
    ]),
    section('commitments', 'Commitments', '約束事項', []),
    section('moves', 'Convoys and sorties', '車列・飛行', [
      line({
        about: { en: '4 t → JPN', ja: '4 t → JPN' },
        what: { en: 'delayed', ja: '遅延' },
        text: 'Fog on the pass',
        screen: 'relief',
        subject: 'move-019f0000-0000-7000-8000-0000000f0001',
        late: true,
      }),
    ]),
    section('places', 'Places that changed', '変化のあった施設', [
      line({
        party: 'JPN',
        about: { en: 'Kumamoto Airport', ja: '熊本空港' },
        what: { en: 'limited', ja: '一部使用可' },
        text: '',
        screen: 'relief',
        subject: 'place-019f0000-0000-7000-8000-00000000d0d1',
      }),
    ]),
    section('alerts', 'Alerts in force', '発表中の警報等', []),
    section('links', 'Links that are not up', '接続されていない回線', [
      line({
        at: '2026-11-24T03:00:00Z',
        party: 'AUS',
        about: { en: 'HQJOC', ja: '統合作戦司令部' },
        what: { en: 'down, 214 waiting', ja: '切断、未送信 214 件' },
        text: '',
        label: null,
        screen: 'links',
        subject: 'AUS',
      }),
    ]),
  ],
});

/** What the overview asks for; undefined for everything else. */
export function answerOverview(steps: readonly string[], query: URLSearchParams): unknown {
  switch (steps.join('/')) {
    case 'overview':
      return OVERVIEW;
    case 'handover-brief':
      return brief(query.get('since') ?? '2026-11-23T22:00:00Z');
    default:
      return undefined;
  }
}
