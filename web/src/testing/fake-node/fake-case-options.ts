import type { CaseField, CaseJoining, CaseOptions, CaseStatement } from '../../api/types';

export const field = (name: string, type: CaseField['type'], more: Partial<CaseField> = {}): CaseField => ({
  name,
  type,
  required: true,
  choices: [],
  value: null,
  ...more,
});

const office = (code: string, party: string, en: string, ja: string) => ({
  code,
  party,
  name: { en, ja },
  zone: 'Asia/Tokyo',
  hours: '',
});

export const PHASES = [
  {
    code: 'disaster',
    stated: true,
    allows: ['transport', 'supplies'],
    basis: [
      {
        name: { en: 'Self-Defense Forces Act, article 83', ja: '自衛隊法第83条' },
        from: '2016-03-29',
        until: null,
        source: 'Act 165 of 1954',
      },
    ],
  },
];

export const OPTIONS: CaseOptions = {
  own: 'JPN',
  nations: [
    { code: 'USA', name: { en: 'United States', ja: 'アメリカ合衆国' } },
    { code: 'AUS', name: { en: 'Australia', ja: 'オーストラリア' } },
  ],
  bodies: [
    {
      code: 'bocc',
      level: 'operations',
      name: { en: 'Bilateral Operations Coordination Center', ja: '共同運用調整所' },
      offices: [
        office('jpn-operations', 'JPN', 'Joint Operations Command', '統合作戦司令部'),
        office('usa-watch', 'USA', 'United States Forces, Japan, operations watch', '在日米軍運用当直'),
      ],
    },
    {
      code: 'acg-action',
      level: 'action-officer',
      name: { en: 'Alliance Coordination Group, action-officer level', ja: '同盟調整グループ（担当級）' },
      offices: [office('jpn-policy', 'JPN', 'Bureau of Defense Policy', '防衛政策局')],
    },
  ],
  levels: ['summit', 'action-officer', 'operations', 'component'],
  phases: PHASES,
  fields: [
    field('nameEn', 'text'),
    field('nameJa', 'text'),
    field('phase', 'choice', { choices: ['disaster', 'grey-zone'] }),
    field('body', 'body'),
    field('text', 'long-text'),
  ],
  seats: [],
};

/** Whom somebody has proposed; nobody of this fake answers. */
export const joiningOf = (statements: readonly CaseStatement[]): CaseJoining[] =>
  statements
    .filter(({ act }) => act === 'invite')
    .map((one) => ({
      on: one.record,
      party: String(one.fields['party']),
      by: one.party,
      at: one.time,
      state: 'proposed',
      assented: [one.party],
      refused: [],
      waitedFor: one.to.filter((party) => party !== one.party),
      text: String(one.fields['text']),
      due: null,
    }));
