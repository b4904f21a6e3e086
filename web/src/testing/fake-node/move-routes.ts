import type {
  CaseField,
  ReliefMove,
  ReliefMoveOptions,
  ReliefMovePage,
  ReliefMoveStatement,
  ReliefMoveStep,
  ReliefPlace,
} from '../../api/types';

const LABEL = 'UNCLASSIFIED//REL TO JPN, USA//EXERCISE';
const HOUR = 3_600_000;
const from = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const idOf = (number: number) => `019f0000-0000-7000-8000-0000000f${String(number).padStart(4, '0')}`;

type Leg = ReliefMove['legs'][number];

interface Held {
  move: ReliefMove;
  readonly statements: ReliefMoveStatement[];
}

const held: Held[] = [];
let next = 1;

const placeOf = (places: readonly ReliefPlace[], id: string): Leg['from'] => {
  const found = places.find((one) => one.id === id);
  return {
    id,
    name: found?.name ?? { en: '', ja: '' },
    position: found?.position ?? null,
    closed: found?.closed ?? false,
  };
};

const event = (planned: string, at = planned, done = false) => ({ planned, at, done });

function said(party: string, act: string, fields: Record<string, unknown>): ReliefMoveStatement {
  const record = idOf(500 + next++);
  return {
    record,
    ref: record.slice(-4),
    party,
    act,
    time: new Date().toISOString(),
    to: ['JPN', 'USA'],
    label: LABEL,
    fits: true,
    objections: [],
    fields,
  };
}

/** One of the United States, which is late and goes by way of an airport that is closed. */
function first(places: readonly ReliefPlace[]): void {
  const airport = places[0]?.id ?? '';
  const [site, shelter] = [places[1]?.id ?? '', places[2]?.id ?? ''];
  held.push({
    move: {
      ...blank(),
      id: idOf(1),
      party: 'USA',
      kind: 'sortie',
      means: 'helicopter',
      count: 2,
      item: 'water',
      quantity: 4,
      need: '019f0000-0000-7000-8000-0000000e0010',
      status: 'delayed',
      closed: [places[0]?.name ?? { en: '', ja: '' }],
      reason: 'Fog on the pass',
      legs: [
        {
          from: placeOf(places, site),
          to: placeOf(places, airport),
          departure: event(from(-2), from(-1.5), true),
          arrival: event(from(-0.5), from(1)),
        },
        {
          from: placeOf(places, airport),
          to: placeOf(places, shelter),
          departure: event(from(1), from(2.5)),
          arrival: event(from(2), from(3.5)),
        },
      ],
    },
    statements: [
      said('USA', 'plan', {}),
      said('USA', 'depart', { at: from(-1.5) }),
      said('USA', 'delay', { arrival: from(1), text: 'Fog on the pass' }),
    ],
  });
}

function blank(): ReliefMove {
  return {
    id: idOf(next++),
    party: 'JPN',
    kind: 'convoy',
    means: 'truck',
    count: 1,
    item: 'water',
    quantity: 1,
    unit: 't',
    receiver: 'JPN',
    need: null,
    offer: null,
    status: 'planned',
    legs: [],
    delivered: 0,
    received: null,
    condition: null,
    disputed: false,
    silent: false,
    tooLate: false,
    closed: [],
    reason: '',
    label: LABEL,
  };
}

export function movesOf(places: readonly ReliefPlace[]): readonly ReliefMove[] {
  if (held.length === 0) {
    first(places);
  }
  return held.map(({ move }) => move);
}

const field = (name: string, type: CaseField['type'], required = true, choices: string[] = [], value?: unknown) => ({
  name,
  type,
  required,
  choices,
  value: value ?? null,
});

const MEANS = ['truck', 'tanker-truck', 'bus', 'ambulance', 'engineering-vehicle', 'ship', 'landing-craft'];
const AIRCRAFT = ['transport-aircraft', 'helicopter'];
const CONDITIONS = ['intact', 'damaged', 'different', 'not-received'];

const OPTIONS: ReliefMoveOptions = {
  own: 'JPN',
  nations: ['USA', 'AUS'],
  fields: [
    field('means', 'choice', true, [...MEANS, ...AIRCRAFT]),
    field('count', 'number'),
    field('item', 'text'),
    field('quantity', 'number'),
    field('unit', 'text'),
    field('receiver', 'text'),
    field('need', 'record', false),
    field('offer', 'record', false),
    field('text', 'long-text', false),
  ],
};

function steps({ move, statements }: Held): ReliefMoveStep[] {
  const plan = statements[0]?.record ?? '';
  const on = (record: string) => field('on', 'reference', true, [], record);
  const step = (act: string, record: string, fields: CaseField[], again = false): ReliefMoveStep => ({
    act,
    on: record,
    to: ['JPN', 'USA'],
    everybody: true,
    again,
    fields: [on(record), ...fields],
  });
  const found: ReliefMoveStep[] = [];
  const last = statements.findLast(({ act }) => act === 'depart' || act === 'arrive')?.record ?? plan;
  if (move.party === 'JPN' && !['arrived', 'cancelled'].includes(move.status)) {
    const leg = move.legs.find(({ arrival }) => !arrival.done);
    const ends = leg === move.legs.at(-1);
    found.push(
      leg?.departure.done
        ? step('arrive', last, [
            field('at', 'time'),
            ...(ends ? [field('delivered', 'number', true, [], String(move.quantity))] : []),
          ])
        : step('depart', last, [field('at', 'time')]),
      step('delay', last, [field('arrival', 'time'), field('text', 'long-text')]),
      step('cancel', plan, [field('text', 'long-text')]),
    );
  }
  if (move.receiver === 'JPN') {
    const counted = String(move.delivered || move.quantity);
    const fields = [
      field('at', 'time'),
      field('condition', 'choice', true, CONDITIONS),
      field('quantity', 'number', false, [], counted),
      field('office', 'text', false),
      field('text', 'long-text', false),
    ];
    found.push(step('receive', plan, fields, move.received !== null));
  }
  return found;
}

const page = (one: Held): ReliefMovePage => ({
  own: 'JPN',
  move: one.move,
  label: LABEL,
  exercise: true,
  purposes: [],
  nations: ['JPN', 'USA'],
  text: '',
  statements: one.statements,
  waiting: [],
  next: steps(one),
});

function carryOut(one: Held, act: string, fields: Record<string, unknown>): void {
  const at = String(fields['at'] ?? '');
  const index = one.move.legs.findIndex(({ arrival }) => !arrival.done);
  const changed = (more: (leg: Leg) => Partial<Leg>) =>
    one.move.legs.map((leg, number) => (number === index ? { ...leg, ...more(leg) } : leg));
  switch (act) {
    case 'depart':
      one.move = {
        ...one.move,
        status: 'under-way',
        legs: changed(({ departure }) => ({ departure: event(departure.planned, at, true) })),
      };
      break;
    case 'arrive':
      one.move = {
        ...one.move,
        status: index === one.move.legs.length - 1 ? 'arrived' : 'under-way',
        delivered: Number(fields['delivered'] ?? 0),
        legs: changed(({ arrival }) => ({ arrival: event(arrival.planned, at, true) })),
      };
      break;
    case 'receive': {
      const received = Number(fields['quantity'] ?? 0);
      const condition = fields['condition'] as ReliefMove['condition'];
      const disputed = one.move.delivered > 0 && one.move.delivered !== received;
      one.move = { ...one.move, received, condition, disputed };
      break;
    }
    default:
      one.move = { ...one.move, status: act === 'cancel' ? 'cancelled' : 'delayed', reason: String(fields['text']) };
  }
  one.statements.push(said('JPN', act, fields));
}

/** Undefined stands for what is not there; a list of texts for what is refused. */
export function answerMoves(
  method: string,
  steps: readonly string[],
  body: Readonly<Record<string, unknown>>,
  places: readonly ReliefPlace[],
): unknown {
  movesOf(places);
  const fields = (body['fields'] ?? {}) as Record<string, unknown>;
  if (steps[2] === 'options') {
    return OPTIONS;
  }
  if (steps[2] === undefined && method === 'POST') {
    const one: Held = { move: planned(fields, places), statements: [said('JPN', 'plan', {})] };
    held.push(one);
    return page(one);
  }
  const one = held.find(({ move }) => move.id === steps[2]);
  if (one !== undefined && method === 'POST') {
    carryOut(one, String(body['act']), fields);
  }
  return one === undefined ? undefined : page(one);
}

/** Places of the plan that are reported closed, by leg and end. */
export function closedIn(
  fields: Readonly<Record<string, unknown>>,
  places: readonly ReliefPlace[],
): readonly { readonly at: string; readonly place: ReliefPlace }[] {
  const legs = (fields['legs'] ?? []) as { readonly from: string; readonly to: string }[];
  return legs.flatMap((leg, number) =>
    (['from', 'to'] as const).flatMap((end) => {
      const place = places.find(({ id }) => id === leg[end]);
      return place?.closed ? [{ at: `/fields/legs/${number}/${end}`, place }] : [];
    }),
  );
}

function planned(fields: Record<string, unknown>, places: readonly ReliefPlace[]): ReliefMove {
  const legs = (fields['legs'] ?? []) as { from: string; to: string; departure: string; arrival: string }[];
  return {
    ...blank(),
    ...(fields as Partial<ReliefMove>),
    kind: AIRCRAFT.includes(String(fields['means'])) ? 'sortie' : 'convoy',
    need: (fields['need'] as string | undefined) ?? null,
    offer: (fields['offer'] as string | undefined) ?? null,
    legs: legs.map((leg) => ({
      from: placeOf(places, leg.from),
      to: placeOf(places, leg.to),
      departure: event(leg.departure),
      arrival: event(leg.arrival),
    })),
  };
}
