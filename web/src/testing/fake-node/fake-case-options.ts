import type { CaseField, CaseOptions } from '../../api/types';

export const field = (name: string, type: CaseField['type'], more: Partial<CaseField> = {}): CaseField => ({
  name,
  type,
  required: true,
  choices: [],
  value: null,
  ...more,
});

const office = (party: string, en: string, ja: string) => ({ party, name: { en, ja }, zone: 'Asia/Tokyo', hours: '' });

export const PHASES = [
  {
    code: 'disaster',
    allows: ['transport', 'supplies'],
    basis: [
      {
        name: { en: 'Self-Defense Forces Act, article 83', ja: '自衛隊法第83条' },
        from: '2016-03-29',
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
        office('JPN', 'Joint Operations Command', '統合作戦司令部'),
        office('USA', 'United States Forces, Japan, operations watch', '在日米軍運用当直'),
      ],
    },
    {
      code: 'acg-action',
      level: 'action-officer',
      name: { en: 'Alliance Coordination Group, action-officer level', ja: '同盟調整グループ（担当級）' },
      offices: [office('JPN', 'Bureau of Defense Policy', '防衛政策局')],
    },
  ],
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
