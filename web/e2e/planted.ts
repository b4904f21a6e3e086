import { callNode, uniqueWord } from './nodes.ts';
import type { NodeAddress } from './renkei-driver.ts';

const HOUR = 3_600_000;

/** What was written at every desk of one node for the nations of the label, by words and ids that occur nowhere else. */
export interface Planted {
  readonly words: readonly string[];
  readonly ids: readonly string[];
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly value?: unknown;
  readonly choices?: readonly string[];
}

/** Writes a report, an alert, a term, a need, an offer, places, a move, an order, a case and a commitment. */
export async function plant(node: NodeAddress, to: readonly string[]): Promise<Planted> {
  const label = `UNCLASSIFIED//REL TO ${[...to].sort().join(', ')}//EXERCISE`;
  const words: string[] = [];
  const ids: string[] = [];
  const word = (stem: string) => {
    words.push(uniqueWord(stem));
    return words.at(-1) ?? '';
  };
  const post = async (path: string, body: object) => {
    const made = (await callNode(node, 'POST', path, body)) as { id?: string; move?: { id: string } };
    const id = made.id ?? made.move?.id ?? '';
    ids.push(id);
    return id;
  };
  const record = (kind: string, body: object) => post('/api/v1/records', { kind, label, body });
  const say = (path: string, act: string, fields: object) => post(path, { act, label, to, fields });
  const position = { lat: 33.5, lon: 131.5 };
  const quantity = { value: 10, unit: 't' };
  const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
  const day = (days: number) => at(24 * days).slice(0, 10);

  await record('situation-report', { title: word('report'), summary: word('summary'), position });
  await record('alert', { title: word('alert'), position });
  await record('term', { title: { en: word('term'), ja: word('用語') } });
  await record('request-for-assistance', { title: word('need'), need: word('wanted'), item: 'water', quantity });
  await record('offer-of-assistance', { title: word('offer'), offer: word('given'), item: 'water', quantity });
  const place = (stem: string) =>
    record('place-status', {
      title: word(stem),
      placeType: 'other',
      placeCode: word(`${stem}-code`),
      status: 'open',
      position,
    });
  const leg = { from: await place('quay'), to: await place('hall'), departure: at(1), arrival: at(3) };
  const load = { means: 'truck', count: 2, item: word('cargo'), quantity: 4, unit: 't', receiver: 'JPN' };
  await say('/api/v1/relief/moves', 'plan', { ...load, legs: [leg] });
  const names = { nameEn: word('case'), nameJa: word('事案'), phase: 'disaster', body: 'bocc', text: word('opening') };
  const theCase = await say('/api/v1/cases', 'open', names);
  await say(`/api/v1/cases/${theCase}/statements`, 'ask', { text: word('question'), due: at(6) });
  await say('/api/v1/commitments', 'record', {
    ...Object.fromEntries(
      ['titleEn', 'titleJa', 'reference', 'sentenceEn', 'sentenceJa', 'outcomeEn', 'outcomeJa'].map((one) => [
        one,
        word(one),
      ]),
    ),
    meeting: 'scc',
    held: day(-200),
    due: day(20),
    owner: 'sdc',
  });
  const { fields } = (await callNode(node, 'GET', '/api/v1/acsa/options')) as { fields: readonly Field[] };
  await post('/api/v1/acsa/orders', { label, fields: { ...usual(fields, day), ...fuel(word('F-76'), day) } });
  return { words, ids };
}

/** Values of a form that a test does not care about. */
function usual(fields: readonly Field[], day: (days: number) => string): Record<string, unknown> {
  const values: Readonly<Record<string, unknown>> = {
    number: 1,
    money: 1_000_000_000,
    currency: 'JPY',
    zone: 'Asia/Tokyo',
    documents: ['DD 1348 no. 7'],
  };
  return Object.fromEntries(
    fields
      .filter(({ required }) => required)
      .map(({ name, type, value, choices }) => {
        const date = type === 'date' ? day(name.endsWith('Until') ? 20 : 0) : undefined;
        const plain = type === 'text' ? `${name} office` : (values[type] ?? choices?.[0]);
        return [name, value ?? date ?? plain];
      }),
  );
}

function fuel(item: string, day: (days: number) => string) {
  return {
    supplier: 'USA',
    agreement: 'jpn-usa-acsa-2016',
    activity: 'exercise',
    settlement: 'replacement',
    neededOn: day(3),
    lines: [{ line: 1, category: 'fuel', item, unit: 'litre-15c', quantity: 1000 }],
  };
}
