import type {
  AcsaAccount,
  AcsaCeilings,
  AcsaComparison,
  AcsaConversion,
  AcsaDashboard,
  AcsaDraft,
  AcsaMeasured,
  AcsaNettings,
  AcsaOptions,
  AcsaOrder,
  AcsaPastLook,
  AcsaPastOrders,
  AcsaPastReport,
  AcsaQueue,
  AcsaRateFile,
  AcsaRates,
  AcsaTrialBalance,
} from '../../api/types';
import { account, dashboard, DAY, DUE, ID, OPTIONS, order, queue } from './fake-acsa';
import { comparison } from './fake-comparison';
import { answerStock } from './fake-stock';
import { PAST_LOOK, PAST_REPORT, PAST_ROW } from './fake-past-orders';

let settled = 0;
let ceilings: AcsaCeilings = { ceilings: [] };
let nettings: AcsaNettings = { authorities: [], waiting: [] };
let past: AcsaPastOrders['orders'] = [];
let rates: AcsaRates = { files: [], currencies: [] };

type Body = Record<string, unknown>;
type AcsaAnswer =
  | AcsaOptions
  | AcsaQueue
  | AcsaOrder
  | AcsaDashboard
  | AcsaAccount
  | AcsaCeilings
  | AcsaComparison
  | AcsaConversion
  | AcsaMeasured
  | AcsaNettings
  | AcsaRates
  | AcsaRateFile
  | AcsaPastOrders
  | AcsaPastLook
  | AcsaPastReport
  | AcsaTrialBalance
  | Buffer
  | ReturnType<typeof answerStock>
  | { readonly drafts: AcsaDraft[] };

/** What the ACSA desk asks for; undefined for everything else. */
export function answerAcsa(
  method: string,
  steps: readonly string[],
  query: URLSearchParams,
  body: Body,
  input: unknown,
): AcsaAnswer | undefined {
  if (steps[0] !== 'acsa') {
    return undefined;
  }
  if (steps[1] === 'stock') {
    return answerStock(method, steps, body, input);
  }
  if (steps[1] === 'documents') {
    return Buffer.from(`%PDF-1.6 ${steps[2]}`);
  }
  switch (`${method} ${steps[1]}${steps[3] ? `/${steps[3]}` : ''}`) {
    case 'GET options':
      return OPTIONS;
    case 'GET orders':
      return steps[2] ? order(settled) : queue(settled);
    case 'POST orders/statements':
      settled += Number((body['fields'] as Body)['amount']);
      return order(settled);
    case 'GET orders/drafts':
      return { drafts: [] };
    case 'GET dashboard':
      return dashboard(settled);
    case 'GET accounts/comparison':
      return comparison(settled, query.get('from') ?? DAY, query.get('to') ?? DAY);
    case 'POST accounts/said':
      return comparison(settled, String(body['from']), String(body['to']), true);
    case 'GET accounts':
      return account(settled);
    case 'GET books':
      return { label: 'UNCLASSIFIED//REL TO JPN, USA', balances: [], balanced: true };
    case 'GET past-orders':
      return { label: 'UNCLASSIFIED//REL TO JPN', orders: past };
    case 'POST past-orders':
      if (steps[2] === 'look') {
        return PAST_LOOK;
      }
      if (steps[2] === 'check') {
        return PAST_REPORT;
      }
      past = [PAST_ROW];
      return { ...PAST_REPORT, stored: true };
    case 'GET ceilings':
      return ceilings;
    case 'POST ceilings':
      ceilings = { ceilings: [ceiling(body)] };
      return ceilings;
    case 'POST ceilings/end':
      ceilings = { ceilings: [] };
      return ceilings;
    case 'GET nettings':
      return nettings;
    case 'POST authorities':
      nettings = { authorities: [authority(body)], waiting: [] };
      return nettings;
    case 'GET rates':
      return rates;
    case 'POST rates':
      rates = { files: [rateFile(query.get('source') ?? '')], currencies: ['JPY', 'USD'] };
      return rateFile(query.get('source') ?? '');
    case 'GET measures':
      return measured(query);
    case 'GET conversion':
      return {
        amount: Number(query.get('amount')),
        from: 'JPY',
        to: 'USD',
        asked: DAY,
        on: '2026-05-05',
        fromPerEuro: '160',
        toPerEuro: '1.1',
        given: 77_344,
        source: 'ECB',
      };
    default:
      return undefined;
  }
}

function rateFile(source: string): AcsaRateFile {
  return { source, by: 'administrator', at: `${DAY}T00:00:00Z`, first: DAY, last: DAY, added: 2 };
}

function ceiling(body: Body): AcsaCeilings['ceilings'][number] {
  return {
    id: ID,
    name: String(body['name']),
    agreement: null,
    partner: null,
    categories: body['categories'] as string[],
    direction: String(body['direction']),
    from: String(body['from']),
    to: String(body['to']),
    amount: Number(body['amount']),
    currency: String(body['currency']),
    source: String(body['source']),
    consumed: DUE,
    reserved: 0,
    left: Number(body['amount']) - DUE,
    withoutRate: [],
  };
}

function authority(body: Body): AcsaNettings['authorities'][number] {
  return {
    id: ID,
    partner: String(body['partner']),
    ground: String(body['ground']),
    by: String(body['by']),
    reference: String(body['reference']),
    from: String(body['from']),
    to: String(body['to']),
    limit: Number(body['limit']),
    left: Number(body['limit']),
    currency: String(body['currency']),
  };
}

/** US gallons alone. */
function measured(query: URLSearchParams): AcsaMeasured {
  const stated = Number((query.get('quantity') ?? '').replaceAll(',', ''));
  const exact = (stated * 3785411784) / 1e9;
  const quantity = Math.round(exact);
  const en = `${stated} US gallons at 15 °C = ${exact}, counted as ${quantity} L at 15 °C (rounded half up)`;
  const ja = `${stated} 米ガロン（15 °C） = ${exact}、${quantity} リットル（15 °C）として計上（四捨五入）`;
  return { quantity, unit: 'litre-15c', exact: String(exact), text: { en, ja } };
}
