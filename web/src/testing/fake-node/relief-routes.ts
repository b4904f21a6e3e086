import type {
  ReliefAssignment,
  ReliefBoard,
  ReliefHxl,
  ReliefMove,
  ReliefNeed,
  ReliefOffer,
  ReliefPlace,
  ReliefPlaceHistory,
  ReliefProposal,
} from '../../api/types';
import { answerMoves, closedIn, movesOf } from './move-routes';
import { Refusal } from './refusal';

const LABEL = 'UNCLASSIFIED//REL TO JPN, USA//EXERCISE';
const HOUR = 3_600_000;
const id = (number: number) => `019f0000-0000-7000-8000-0000000e${String(number).padStart(4, '0')}`;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const from = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

function report(number: number, party: string, status: string, hours: number, occupants: number | null = null) {
  return {
    record: id(number),
    party,
    at: ago(hours),
    status,
    occupants,
    capacity: occupants === null ? null : 300,
    movements: occupants === null ? 12 : null,
    label: LABEL,
  };
}

function place(number: number, type: string, en: string, ja: string, more: Partial<ReliefPlace> = {}): ReliefPlace {
  return {
    id: id(number),
    key: `${type} ${id(number)}`,
    type,
    name: { en, ja },
    usable: true,
    closed: false,
    position: { lat: 32.8, lon: 130.8 },
    reports: [report(number, 'JPN', 'open', 1)],
    differences: [],
    ...more,
  };
}

const PLACES: ReliefPlace[] = [
  place(1, 'airfield', 'Kumamoto Airport', '熊本空港', {
    key: 'airfield RJFT',
    position: { lat: 32.837, lon: 130.855 },
    usable: false,
    closed: true,
    reports: [report(1, 'JPN', 'open', 5), report(2, 'USA', 'closed', 0.5)],
    differences: ['status'],
  }),
  place(3, 'helicopter-landing-site', 'Hakusui athletic field', '白水運動公園', {
    position: { lat: 32.813, lon: 131.06 },
  }),
  place(4, 'shelter', 'Minamiaso junior high school', '南阿蘇中学校', {
    position: { lat: 32.858, lon: 131.001 },
    reports: [report(4, 'JPN', 'open', 1, 180), report(5, 'USA', 'open', 3, 240)],
    differences: ['headcount'],
  }),
];

const need = (number: number, item: string, en: string, ja: string, quantity: number, weight: number): ReliefNeed => ({
  id: id(number),
  party: 'JPN',
  stated: ago(2),
  title: { en, ja },
  item,
  quantity,
  unit: 't',
  place: PLACES[2]?.key ?? null,
  until: from(24),
  weight,
  verifiedBy: { en: 'Minamiaso Village', ja: '南阿蘇村' },
  status: 'open',
  promised: 0,
  proposed: 0,
  unmet: quantity,
  onTheWay: 0,
  received: 0,
  label: LABEL,
});

const NEEDS: ReliefNeed[] = [
  need(10, 'water', 'Drinking water for the shelter', '避難所の飲料水', 12, 5),
  need(11, 'blankets', 'Blankets for the night', '夜間用の毛布', 3, 3),
];

const offer = (number: number, party: string, item: string, en: string, ja: string, agency = ''): ReliefOffer => ({
  id: id(number),
  party,
  stated: ago(1),
  title: { en, ja },
  agency: { en: agency, ja: agency },
  item,
  quantity: 20,
  unit: 't',
  mode: 'helicopter',
  availableFrom: from(1),
  availableUntil: null,
  deliveriesLeft: 4,
  promised: 0,
  left: 20,
  label: LABEL,
});

const OFFERS: ReliefOffer[] = [
  offer(20, 'JPN', 'water', 'Water at Camp Kengun', '健軍駐屯地の飲料水'),
  offer(21, 'USA', 'water', 'Water at Iwakuni', '岩国の飲料水', 'USAID'),
];

let assignments: ReliefAssignment[] = [];

const of = (needId: string, decision: string) =>
  assignments
    .filter((one) => one.need === needId && one.decision === decision)
    .reduce((sum, one) => sum + one.quantity, 0);

function board(): ReliefBoard {
  const moves = movesOf(PLACES);
  const carried = (needId: string, of: (move: ReliefMove) => number) =>
    moves.filter(({ need }) => need === needId).reduce((sum, move) => sum + of(move), 0);
  const isComing = ({ status, received }: ReliefMove) =>
    received === null && status !== 'arrived' && status !== 'cancelled';
  return {
    own: 'JPN',
    exercise: true,
    places: PLACES,
    needs: NEEDS.map((one) => {
      const promised = of(one.id, 'promised');
      return {
        ...one,
        promised,
        proposed: of(one.id, 'proposed'),
        unmet: one.quantity - promised,
        onTheWay: carried(one.id, (move) => (isComing(move) ? move.quantity : 0)),
        received: carried(one.id, ({ received }) => received ?? 0),
      };
    }),
    offers: OFFERS,
    assignments,
    moves: [...moves],
    waiting: 0,
  };
}

const history = (shown: ReliefPlace): ReliefPlaceHistory => ({
  place: shown,
  series: shown.reports.map(({ party, occupants, status, record }) => ({
    party,
    points: [9, 6, 3, 1].map((hours) => ({
      record,
      at: ago(hours),
      status,
      occupants: occupants === null ? null : occupants + 10 * hours,
    })),
  })),
});

function proposal(): ReliefProposal {
  const line = (offered: ReliefOffer, quantity: number, decision: 'promised' | 'proposed') => ({
    need: id(10),
    offer: offered.id,
    via: id(3),
    viaName: PLACES[1]?.name ?? { en: '', ja: '' },
    quantity,
    unit: 't',
    arrival: from(4),
    decision,
    reasons: [
      {
        en: 'Weight 5 of 5; arrives 20 h before the time until which it is needed.',
        ja: '重み 5（5段階）。必要な期限の 20 時間前に到着します。',
      },
    ],
  });
  return {
    exercise: true,
    made: new Date().toISOString(),
    needs: 2,
    offers: 2,
    places: 2,
    closed: 1,
    lines: [line(OFFERS[0] as ReliefOffer, 8, 'promised'), line(OFFERS[1] as ReliefOffer, 4, 'proposed')],
    missing: [{ need: id(11), units: 3, cause: 'not-offered' }],
    leftOut: [],
    whole: 8_000,
    met: 5_000,
    bound: 5_000,
    firstCome: 3_000,
    complete: true,
    tookMillis: 1_240,
  };
}

function decide(lines: readonly Record<string, unknown>[]): ReliefBoard {
  assignments = [
    ...assignments,
    ...lines.map((line, index): ReliefAssignment => ({
      id: id(100 + assignments.length + index),
      party: 'JPN',
      stated: new Date().toISOString(),
      need: String(line['need']),
      offer: String(line['offer']),
      quantity: Number(line['quantity']),
      unit: 't',
      via: id(3),
      viaName: PLACES[1]?.name ?? { en: '', ja: '' },
      arrival: String(line['arrival']),
      decision: line['offer'] === id(20) ? 'promised' : 'proposed',
      objections: [],
      label: LABEL,
    })),
  ];
  return board();
}

/** The node reads tables; here a line is good when it has a comma. */
function take(text: string, store: boolean): ReliefHxl {
  const lines = text.trim().split('\n').slice(1);
  const rows = lines.map((line, number) => ({
    line: number + 2,
    kind: line.includes('offer') ? 'offer-of-assistance' : 'request-for-assistance',
    title: { en: line, ja: line },
    mistakes: line.includes(',') ? [] : [{ at: '#item+num', text: { en: 'a number from 0', ja: '0 以上の数値です' } }],
  }));
  const good = rows.every(({ mistakes }) => mistakes.length === 0);
  return { stored: store && good ? rows.length : 0, rows, notTaken: [{ column: 9, name: '#sector' }] };
}

function refuseClosed(body: Readonly<Record<string, unknown>>): void {
  const closed = closedIn((body['fields'] ?? {}) as Record<string, unknown>, PLACES);
  if (closed.length > 0) {
    throw new Refusal(
      422,
      'The input has mistakes.',
      closed.map(({ at, place: one }) => ({ at, message: `${one.name.en} is reported closed by USA` })),
    );
  }
}

/** As if each had been told an hour before it was to leave, and nothing that happened since. */
function movesThen(at: number): readonly ReliefMove[] {
  const then = (one: ReliefMove['legs'][number]['departure']) =>
    one.done && Date.parse(one.at) > at ? { ...one, at: one.planned, done: false } : one;
  return movesOf(PLACES)
    .filter(({ legs }) => Date.parse(legs[0]?.departure.planned ?? '') - 3_600_000 <= at)
    .map((move) => ({
      ...move,
      legs: move.legs.map((leg) => ({ ...leg, departure: then(leg.departure), arrival: then(leg.arrival) })),
    }));
}

/** What the relief desk asks for; undefined for everything else. */
export function answerRelief(
  method: string,
  steps: readonly string[],
  query: URLSearchParams,
  body: Readonly<Record<string, unknown>>,
): unknown {
  if (steps[0] !== 'relief') {
    return undefined;
  }
  const shown = PLACES.find((one) => one.id === steps[2]);
  switch (`${method} ${steps[1]}`) {
    case 'POST proposals':
      return proposal();
    case 'POST assignments':
      return decide(body['lines'] as Record<string, unknown>[]);
    case 'POST hxl':
      return take(String(body['text']), body['store'] === true);
    case 'GET moves':
      if (steps[2] === undefined) {
        const asOf = query.get('at') ?? new Date().toISOString();
        return { asOf, exercise: true, moves: movesThen(Date.parse(asOf)) };
      }
      return answerMoves(method, steps, body, PLACES);
    case 'POST moves':
      refuseClosed(body);
      return answerMoves(method, steps, body, PLACES);
    case 'GET places':
      return shown === undefined ? undefined : history(shown);
    default:
      return board();
  }
}
