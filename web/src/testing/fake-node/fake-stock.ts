import type { AcsaNearOffer, AcsaOrderStock, AcsaStock, AcsaStockReport, LedgerPlace } from '../../api/types';
import { Refusal } from './refusal';

const LABEL = 'UNCLASSIFIED//REL TO JPN';
const POINT = '0197b0c8-0000-7000-8000-000000000570';

let points: AcsaStock['points'] = [];

/** A sheet with a wrong line, unless it is a single good one. */
function report(sheet: unknown): AcsaStockReport {
  const lines = String(sheet).trim().split('\n').slice(1);
  const wrong = lines
    .map((text, at) => ({ line: at + 2, text }))
    .filter(({ text }) => text.includes('"-5"') || text.includes(',-5,'))
    .map(({ line }) => ({
      line,
      wrong: [{ field: 'quantity', text: 'a whole number from 0 to 1000000000' }],
      stated: [],
    }));
  const count = { changed: 0, known: 0, wrong: wrong.length };
  return { digest: '5'.repeat(64), fresh: lines.length - wrong.length, ...count, shown: wrong, stored: false };
}

type StockAnswer = AcsaStock | AcsaStockReport | AcsaOrderStock | { readonly offers: AcsaNearOffer[] };

/** Stock of a nation that has none until somebody enters it. */
export function answerStock(
  method: string,
  steps: readonly string[],
  body: Record<string, unknown>,
  sheet: unknown,
): StockAnswer {
  switch (`${method} ${steps[2] ?? ''}`) {
    case 'POST points':
      points = [{ ...(body as { name: string; holder: string; lat: number; lon: number }), record: POINT, levels: [] }];
      break;
    case 'POST check':
      return report(sheet);
    case 'POST entries':
      points = points.map((one) => ({ ...one, levels: [LEVEL] }));
      return { ...report(sheet), stored: true };
    case 'GET offers':
      return { offers: [OFFER] };
    case 'GET orders':
    case 'POST orders':
      return { from: '', points: [], after: [], lacking: [], warns: false };
  }
  return { on: '2026-05-31', label: LABEL, window: 30, partial: false, points, unplaced: [] };
}

const LEVEL: AcsaStock['points'][number]['levels'][number] = {
  category: 'fuel',
  item: 'F-76',
  unit: 'litre-15c',
  onHand: 7000,
  reserved: 1000,
  available: 6000,
  reserve: 6500,
  used: 3000,
  days: 60,
  since: '2026-04-01',
};

const OFFER: AcsaNearOffer = {
  record: '0197b0c8-0000-7000-8000-000000000571',
  party: 'USA',
  en: 'Fuel at Sasebo',
  ja: '佐世保の燃料',
  item: 'fuel',
  quantity: 20_000,
  unit: 'L',
  kilometres: 3.4,
  availableFrom: '2026-05-01T00:00:00Z',
  exercise: true,
  label: 'UNCLASSIFIED//REL TO JPN, USA//EXERCISE',
};

/** A code whose hash ends with 0 is one that this node knows. */
export function ledgerPlace(code: string): LedgerPlace {
  const parts = /^RENKEI:LEDGER:([^:]+):(\d+):([0-9a-f]{64})$/.exec(code.replaceAll(/\s/g, ''));
  if (!parts) {
    throw new Refusal(422, 'This is no code of a document.');
  }
  const [, ledger = '', position, leaf = ''] = parts;
  return { ledger, position: Number(position), leaf, standing: leaf.endsWith('0') ? 'holds' : 'absent' };
}
