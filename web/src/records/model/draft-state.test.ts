import { describe, expect, it } from 'vitest';
import type { Kind, SharedRecord } from '../../api/types';
import { KINDS } from '../../testing/fake-node/kinds';
import { draftOf, emptyDraft, readDraft, UNTIL, withPortion } from './draft-state';
import { fieldsOf } from './field-schema';

const report = KINDS[0] as Kind;
const specs = fieldsOf(report);
const NOW = new Date('2016-04-16T01:36:00Z');

const aRecord = (body: Record<string, unknown>): SharedRecord => ({
  id: '0196',
  origin: 'JPN/ichigaya',
  party: 'JPN',
  kind: report.kind,
  revision: 1,
  author: 'JPN watch',
  time: NOW.toISOString(),
  storedAt: NOW.toISOString(),
  precedence: 'PRIORITY',
  label: 'SECRET//REL TO JPN, USA',
  banner: 'SECRET//REL TO JPN, USA',
  portions: [{ at: '/remarks', label: 'SECRET', otherwise: 'remove' }],
  references: [],
  state: 'current',
  own: true,
  body,
});

describe('a draft', () => {
  it('gives back the body of the record it revises, unknown fields included', () => {
    const body = {
      title: { en: 'Runway', ja: '滑走路' },
      summary: 'one text',
      remarks: 'secret',
      position: { lat: 32.8, lon: 130.8 },
      time: '2016-04-16T01:36:00Z',
      future: { field: [1, 2] },
    };
    const { draft, problems } = readDraft(draftOf(aRecord(body), specs), specs, 1);
    expect(problems.size).toBe(0);
    expect(draft.body).toEqual(body);
    expect(draft).toMatchObject({ revises: 1, label: 'SECRET//REL TO JPN, USA', portions: [{ at: '/remarks' }] });
  });

  it('leaves out what was not entered, and its label with it', () => {
    const state = withPortion(emptyDraft(report.kind, NOW), 'remarks', { label: 'SECRET', otherwise: 'remove' });
    const { draft } = readDraft(state, specs, null);
    expect(draft.body).toEqual({ time: '2016-04-16T01:36:00Z' });
    expect(draft.portions).toEqual([]);
  });

  it('carries the end of the release, and keeps it when revised', () => {
    const until = '2016-05-01T00:00:00Z';
    const state = draftOf({ ...aRecord({}), until }, specs);
    expect(state.until).toBe('2016-05-01 00:00');
    expect(readDraft(state, specs, 1).draft.until).toBe(until);
    expect('until' in readDraft({ ...state, until: ' ' }, specs, 1).draft).toBe(false);
    const wrong = readDraft({ ...state, until: 'in May' }, specs, 1);
    expect(wrong.problems.get(UNTIL)).toBe('form.notInstant');
    expect('until' in wrong.draft).toBe(false);
  });

  it('kept by a client that knew no end still reads', () => {
    const { until: _, ...older } = emptyDraft(report.kind, NOW);
    expect('until' in readDraft(older, specs, null).draft).toBe(false);
  });

  it.each([
    [{ lat: '91', lon: '0' }, 'form.latRange'],
    [{ lat: '32', lon: '' }, 'form.lonRange'],
    [{ lat: 'x', lon: '0' }, 'form.latRange'],
  ])('names what cannot be read in a position: %o', (position, problem) => {
    const state = { ...emptyDraft(report.kind, NOW), inputs: { position } };
    expect(readDraft(state, specs, null).problems.get('position')).toBe(problem);
  });

  it('names an instant that cannot be read', () => {
    const state = { ...emptyDraft(report.kind, NOW), inputs: { time: { value: '16 April' } } };
    expect(readDraft(state, specs, null).problems.get('time')).toBe('form.notInstant');
  });
});

describe('the fields of a kind', () => {
  it('follow references inside the schema', () => {
    const kind: Kind = {
      kind: 'note',
      name: { en: 'Note', ja: 'メモ' },
      schema: {
        $defs: { Text: { oneOf: [{ type: 'string' }, { properties: { en: {}, ja: {} } }] } },
        required: ['words'],
        properties: { words: { $ref: '#/$defs/Text' }, count: { type: ['integer', 'null'] }, list: { type: 'array' } },
      },
    };
    expect(fieldsOf(kind).map(({ name, type, required }) => [name, type, required])).toEqual([
      ['words', 'local-text', true],
      ['count', 'number', false],
      ['list', 'json', false],
    ]);
  });

  it('tells the position by what is drawn, and keeps it from whom the drawing is kept', () => {
    const drawn = KINDS.find(({ kind }) => kind === 'feature') as Kind;
    const fields = fieldsOf(drawn);
    const geometry = {
      type: 'LineString',
      coordinates: [
        [130, 33],
        [132, 35],
      ],
    };
    const state = {
      ...emptyDraft('feature', NOW),
      inputs: { title: { value: 'Lane' }, shape: { value: 'route' }, geometry: { value: JSON.stringify(geometry) } },
    };
    expect(readDraft(state, fields, null).draft.body['position']).toEqual({ lat: 34, lon: 131 });
    const { draft } = readDraft(withPortion(state, 'geometry', { label: 'SECRET', otherwise: 'remove' }), fields, null);
    expect(draft.portions?.map(({ at, label }) => [at, label])).toEqual([
      ['/geometry', 'SECRET'],
      ['/position', 'SECRET'],
    ]);
    const wrong = { ...state, inputs: { ...state.inputs, geometry: { value: '{"type":"Circle"}' } } };
    expect(readDraft(wrong, fields, null).problems.get('geometry')).toBe('form.notGeometry');
  });
});
