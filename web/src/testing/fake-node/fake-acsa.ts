import type { AcsaAccount, AcsaDashboard, AcsaField, AcsaOptions, AcsaOrder, AcsaQueue } from '../../api/types';

/** An order as it stands in the exercise: fuel delivered, received and claimed, to be paid in yen. */
export const ID = '0197b0c8-0000-7000-8000-000000000acc';
const LABEL = 'UNCLASSIFIED//REL TO JPN, USA//EXERCISE';
const HASH = '5c'.repeat(32);
export const DAY = '2026-05-07';
const LIMIT = '2027-05-07';

const field = (name: string, type: AcsaField['type'], value: unknown = null): AcsaField => ({
  name,
  type,
  required: true,
  choices: [],
  value,
});

const optional = (name: string, type: AcsaField['type']): AcsaField => ({ ...field(name, type), required: false });

const PAYMENT_CLOCK = {
  code: 'payment',
  delivery: 1,
  party: 'JPN',
  act: 'pay',
  due: '2026-06-06',
  daysLeft: 6,
  level: '7' as const,
  source: 'quote',
  sourceJa: '見積の条件',
};

export const OPTIONS: AcsaOptions = {
  own: 'JPN',
  agreements: [
    {
      id: 'jpn-usa-acsa-2016',
      name: { en: 'Japan–United States ACSA', ja: '日米物品役務相互提供協定' },
      partner: 'USA',
      usable: true,
      linked: true,
      validFrom: '2017-04-25',
      categories: ['food', 'fuel'],
      ammunitionIn: [],
      article: { en: 'the Annex of the agreement of 2016', ja: '2016年の協定の付表' },
      source: 'invented for a fake node',
      whyNot: null,
    },
    {
      id: 'jpn-phl-acsa-2026',
      name: { en: 'Japan–Philippines ACSA', ja: '日・フィリピン物品役務相互提供協定' },
      partner: 'PHL',
      usable: false,
      linked: false,
      validFrom: null,
      categories: [],
      ammunitionIn: [],
      article: null,
      source: null,
      whyNot: { en: 'signed, and not in force yet', ja: '署名済みですが、まだ発効していません' },
    },
  ],
  categories: [
    { code: 'food', goods: true, japan: { en: 'food', ja: '食料' }, us: 'food' },
    { code: 'water', goods: true, japan: { en: 'water', ja: '水' }, us: null },
    {
      code: 'fuel',
      goods: true,
      japan: { en: 'fuel, oils and lubricants', ja: '燃料・油脂・潤滑油' },
      us: 'petroleum, oils, lubricants',
    },
    { code: 'vehicles', goods: false, japan: { en: '', ja: '' }, us: 'temporary use of general-purpose vehicles' },
    { code: 'ammunition', goods: true, japan: { en: 'ammunition', ja: '弾薬' }, us: 'ammunition' },
  ],
  fields: [field('unit', 'text'), field('neededOn', 'date')],
  lineFields: [
    field('line', 'number'),
    { ...field('category', 'choice'), choices: ['fuel'] },
    field('item', 'text'),
    { ...field('nsn', 'nsn'), required: false },
    { ...field('unit', 'choice'), choices: ['litre-15c', 'kilogram'] },
    field('quantity', 'number'),
  ],
  fiscalYears: [
    { party: 'JPN', name: 2026, first: '2026-04-01', last: '2027-03-31' },
    { party: 'JPN', name: 2025, first: '2025-04-01', last: '2026-03-31' },
    { party: 'USA', name: 2026, first: '2025-10-01', last: '2026-09-30' },
    { party: 'USA', name: 2025, first: '2024-10-01', last: '2025-09-30' },
  ],
  supplyGroups: { '91': { en: 'Fuels, lubricants, oils and waxes', ja: '燃料・潤滑油・油脂・ろう' } },
  supplyClasses: { '9140': { en: 'Fuel oils', ja: '燃料油' } },
  currencies: { JPY: 0, USD: 2 },
  statedUnits: [
    { code: 'us-gallon-15c', name: { en: 'US gallons at 15 °C', ja: '米ガロン（15 °C）' }, unit: 'litre-15c' },
    { code: 'foot', name: { en: 'feet', ja: 'フィート' }, unit: null },
  ],
};

export const DUE = 112_500;

export function order(settled: number): AcsaOrder {
  const paid = settled >= DUE;
  return {
    id: ID,
    own: 'JPN',
    requester: 'JPN',
    supplier: 'USA',
    state: paid ? 'settled' : 'settling',
    label: LABEL,
    request: {
      unit: '8th Division',
      place: 'Kumamoto',
      neededOn: DAY,
      settlement: 'reimbursement',
      agreement: 'jpn-usa-acsa-2016',
    },
    offer: {
      currency: 'JPY',
      settlement: 'reimbursement',
      exemptTaxes: 'consumption tax, customs duty',
      exemptBy: 'rule of the supplier',
    },
    agreed: true,
    lines: [
      {
        line: 1,
        category: 'fuel',
        item: 'F-76',
        nsn: '9140014174015',
        supplyClass: { en: 'Fuel oils', ja: '燃料油' },
        unit: 'litre-15c',
        requested: 1000,
        agreed: 1000,
        price: 1125,
        per: 10,
        costs: [
          { element: 'costUnitCost', amount: 1000 },
          { element: 'costTransport', amount: 125 },
        ],
        issued: 1000,
        received: 1000,
        counted: 1000,
      },
    ],
    deliveries: [
      {
        number: 1,
        deliveredOn: DAY,
        state: paid ? 'settled' : 'invoiced',
        settlement: 'reimbursement',
        items: [],
        due: DUE,
        settled,
        netted: 0,
        limit: LIMIT,
      },
    ],
    onward: [
      {
        number: 1,
        recipient: 'PHL',
        items: [{ line: 1, quantity: 60 }],
        askedOn: DAY,
        state: paid ? 'handed-on' : 'consented',
        handedOn: paid ? DAY : null,
      },
    ],
    clocks: paid ? [] : [PAYMENT_CLOCK],
    statements: [],
    waiting: [],
    next: paid
      ? []
      : [
          {
            act: 'pay',
            delivery: 1,
            fields: [
              field('delivery', 'number', 1),
              field('paidOn', 'date', DAY),
              field('amount', 'money', DUE),
              field('currency', 'currency', 'JPY'),
              field('reference', 'text'),
              field('documents', 'documents'),
              optional('given', 'money'),
              optional('givenCurrency', 'currency'),
              optional('rateOn', 'date'),
              optional('agreedPerEuro', 'rate'),
              optional('givenPerEuro', 'rate'),
              optional('rateSource', 'text'),
            ],
            lineFields: [],
            lines: [],
          },
        ],
    ceilings: [],
    closedBy: [],
    takenBack: [],
    ownFiles: [],
    books: [{ asset: 'JPY', unit: 'minor', account: 'payable', posted: settled - DUE, pending: 0 }],
    hash: HASH,
  };
}

export function queue(settled: number): AcsaQueue {
  return {
    orders: [
      {
        id: ID,
        requester: 'JPN',
        supplier: 'USA',
        state: order(settled).state,
        item: 'F-76',
        lines: 1,
        currency: 'JPY',
        clock: settled >= DUE ? null : PAYMENT_CLOCK,
        yours: true,
        unreconciled: false,
        unfit: 0,
        waiting: 0,
        label: LABEL,
      },
    ],
  };
}

export function dashboard(settled: number): AcsaDashboard {
  const sum = { direction: 'received', currency: 'JPY', amount: DUE - settled, items: 1, overdue: 0 };
  return {
    on: DAY,
    orders: 1,
    open: 1,
    byPartner: [{ key: 'USA', ...sum }],
    bySettlement: [{ key: 'reimbursement', ...sum }],
    byAge: [{ key: 'to-30', ...sum }],
    byCategory: [{ key: 'fuel', ...sum, amount: DUE }],
    unreconciled: [],
    alerts: [
      {
        order: ID,
        delivery: 1,
        clock: 'payment',
        party: 'JPN',
        due: PAYMENT_CLOCK.due,
        daysLeft: PAYMENT_CLOCK.daysLeft,
        rung: '7',
        addressee: 'officer',
        since: DAY,
        raisedAt: null,
        noticedBy: null,
      },
    ],
  };
}

export function account(settled: number): AcsaAccount {
  return {
    one: 'JPN',
    other: 'USA',
    from: DAY,
    to: LIMIT,
    label: LABEL,
    entries: [],
    net: [{ asset: 'JPY', unit: 'minor', amount: settled - DUE }],
    clearing: [],
    unmatched: [],
    books: [],
    hash: HASH,
  };
}
