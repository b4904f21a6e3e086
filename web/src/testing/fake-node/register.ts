import type { Agreement, Names, Party, Policy } from '../../api/types';

type Row = readonly [code: string, en: string, ja: string];

const NATIONS: readonly Row[] = [
  ['JPN', 'Japan', '日本'],
  ['USA', 'United States', '米国'],
  ['AUS', 'Australia', '豪州'],
  ['PHL', 'Philippines', 'フィリピン'],
  ['GBR', 'United Kingdom', '英国'],
  ['FRA', 'France', 'フランス'],
  ['IND', 'India', 'インド'],
  ['ITA', 'Italy', 'イタリア'],
  ['KOR', 'Republic of Korea', '韓国'],
  ['DEU', 'Germany', 'ドイツ'],
  ['CAN', 'Canada', 'カナダ'],
  ['NZL', 'New Zealand', 'ニュージーランド'],
];

export function partiesSeenFrom(self: string, linked: readonly string[]): Party[] {
  const parties = [...NATIONS.map((row) => party(row, false)), party(['NATO', 'NATO', 'NATO'], true)];
  return parties.sort((a, b) => Number(b.linked) - Number(a.linked));

  function party([code, en, ja]: Row, organisation: boolean): Party {
    const isLinked = linked.includes(code);
    const clearance = isLinked || code === self ? 'SECRET' : 'UNCLASSIFIED';
    return { code, name: { en, ja }, organisation, linked: isLinked, self: code === self, site: false, clearance };
  }
}

export function partyNames(code: string): Names {
  const [, en = code, ja = code] = NATIONS.find(([one]) => one === code) ?? [];
  return { en, ja };
}

const names = (en: string, ja: string): Names => ({ en, ja });

export const POLICIES: Policy[] = [
  {
    id: 'ALLIED',
    name: names('Allied markings', '連合表示'),
    classifications: [
      { level: 0, marking: 'UNCLASSIFIED', name: names('Unclassified', '秘密区分なし') },
      { level: 1, marking: 'RESTRICTED', name: names('Restricted', '部内限り') },
      { level: 2, marking: 'CONFIDENTIAL', name: names('Confidential', '秘') },
      { level: 3, marking: 'SECRET', name: names('Secret', '極秘') },
      { level: 4, marking: 'TOP SECRET', name: names('Top secret', '機密') },
    ],
    caveats: [
      { code: 'CRYPTO', name: names('Cryptographic', '暗号') },
      { code: 'MEDICAL', name: names('Medical', '医療') },
    ],
    purposes: [
      { code: 'DISASTER-RELIEF', name: names('Disaster relief', '災害救援') },
      { code: 'EXERCISE-PLANNING', name: names('Exercise planning', '訓練計画') },
    ],
  },
];

type Fact = readonly [party: string, type: Agreement['type'], signed: string | null, inForce: string | null];

const FACTS: readonly Fact[] = [
  ['USA', 'information-protection', '2007-08-10', '2007-08'],
  ['NATO', 'information-protection', '2010-06-25', '2010-06'],
  ['FRA', 'information-protection', null, '2011-10-24'],
  ['AUS', 'information-protection', '2012-05-17', '2013-03-22'],
  ['GBR', 'information-protection', null, '2014-01'],
  ['ITA', 'information-protection', '2016-03-19', '2016-06-07'],
  ['KOR', 'information-protection', '2016-11-23', '2016-11'],
  ['CAN', 'information-protection', '2025-07-08', null],
  ['USA', 'acsa', '2016-09-26', '2017-04-25'],
  ['AUS', 'acsa', '2017-01-14', '2017-09-06'],
  ['GBR', 'acsa', '2017-01-26', '2017'],
  ['PHL', 'acsa', '2026-01-15', null],
  ['AUS', 'equipment-transfer', '2014-07-08', '2014-12'],
  ['FRA', 'equipment-transfer', '2015-03-13', '2016-12-01'],
  ['AUS', 'reciprocal-access', '2022-01-06', '2023-08-13'],
  ['PHL', 'reciprocal-access', '2024-07-08', '2025-09-11'],
];

const TYPE_NAMES: Record<Agreement['type'], Names> = {
  'information-protection': names('information protection', '情報保護協定'),
  acsa: names('acquisition and cross-servicing', '物品役務相互提供協定'),
  'equipment-transfer': names('defense equipment and technology transfer', '防衛装備品・技術移転協定'),
  'reciprocal-access': names('reciprocal access', '円滑化協定'),
};

const JA = new Map<string, string>(NATIONS.map(([code, , ja]) => [code, ja]));

/** A register between Japan and its partners, plus one between the United States and Australia so that those two can talk. */
export function sampleAgreements(): Agreement[] {
  const japanese = FACTS.map((fact) => agreement('JPN', fact));
  return [...japanese, agreement('USA', ['AUS', 'information-protection', '2002-06-25', '2002'])];
}

function agreement(home: string, [party, type, signed, inForce]: Fact): Agreement {
  return {
    id: `${home}-${party}-${type}`.toLowerCase(),
    type,
    name: names(
      `${home}–${party} ${TYPE_NAMES[type].en}`,
      `${JA.get(home)}・${JA.get(party) ?? party} ${TYPE_NAMES[type].ja}`,
    ),
    parties: [home, party],
    ...(signed ? { signed } : {}),
    ...(inForce ? { inForce } : {}),
    ...(type === 'information-protection' ? { ceiling: 'SECRET' as const } : {}),
    suspensions: [],
    state: inForce ? 'in-force' : signed ? 'signed' : 'unknown',
    source: 'Sample register of the fake node',
  };
}

export function stateAsOf(agreement: Agreement, date: string): Agreement['state'] {
  if (agreement.ended && agreement.ended <= date) return 'ended';
  if (agreement.suspensions.some(({ from, until }) => from <= date && (!until || until > date))) return 'suspended';
  if (agreement.inForce) return agreement.inForce <= date ? 'in-force' : 'signed';
  return agreement.signed ? 'signed' : 'unknown';
}
