import type { AcsaPastLook, AcsaPastOrders, AcsaPastReport } from '../../api/types';

const field = (name: string, en: string, ja: string, required: boolean) => ({ field: name, en, ja, required });

/** A sheet of three lines in which one heading says nothing. */
export const PAST_LOOK: AcsaPastLook = {
  form: 'Shift_JIS',
  marking: '',
  lines: 3,
  columns: [
    { column: 0, heading: '番号', field: 'reference', samples: ['R4-1', 'R4-2', 'R4-3'] },
    { column: 1, heading: '相手', field: null, samples: ['USA', 'USA', 'USA'] },
    { column: 2, heading: '数量', field: 'quantity', samples: ['1000', '20', '-5'] },
  ],
  fields: [
    field('reference', 'Order no.', 'オーダー番号', true),
    field('partner', 'Partner', '相手国', true),
    field('quantity', 'Quantity', '数量', true),
    field('remarks', 'Remarks', '備考', false),
  ],
};

export const PAST_REPORT: AcsaPastReport = {
  digest: '7'.repeat(64),
  fresh: 2,
  changed: 0,
  known: 0,
  wrong: 1,
  withFindings: 1,
  shown: [
    {
      line: 4,
      status: 'wrong',
      wrong: [{ field: 'quantity', text: 'a whole number from 1 to 1000000000' }],
      findings: [],
    },
    {
      line: 2,
      status: 'new',
      wrong: [],
      findings: [{ field: 'document', text: 'no source document is named' }],
    },
  ],
  stored: false,
};

export const PAST_ROW: AcsaPastOrders['orders'][number] = {
  record: '0197b0c8-0000-7000-8000-000000000777',
  label: 'UNCLASSIFIED//REL TO JPN',
  values: {
    reference: 'R4-1',
    partner: 'USA',
    direction: 'received',
    item: 'F-76',
    unit: 'litre-15c',
    quantity: '1000',
    currency: 'JPY',
    amount: '112500',
    deliveredOn: '2025-10-01',
  },
  findings: [{ field: 'document', text: 'no source document is named' }],
};
