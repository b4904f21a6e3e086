import { describe, expect, it } from 'vitest';
import { kindViews } from '../../app/kind-views';
import { KINDS } from './kinds';
import { SAMPLE_DRAFTS } from './kumamoto-2016';

interface Property {
  readonly enum?: readonly unknown[];
}

const known = new Map(
  KINDS.map(({ kind, schema }) => [kind, (schema as { properties: Readonly<Record<string, Property>> }).properties]),
);

describe('what the screens know of kinds', () => {
  it.each([...kindViews.keys()])('is of one that a node ships with: %s', (kind) => {
    expect(known.has(kind)).toBe(true);
  });

  it('tells an airfield, a port, a hospital, a shelter and a road apart on the map', () => {
    const view = kindViews.get('place-status');
    const types = known.get('place-status')?.['placeType']?.enum ?? [];
    const drawn = ['airfield', 'port', 'hospital', 'shelter', 'road'].map((placeType) => {
      expect(types).toContain(placeType);
      return JSON.stringify(view?.symbol({ placeType, status: 'open' }));
    });
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});

describe('the records of the fake node', () => {
  const drafts = Object.values(SAMPLE_DRAFTS)
    .flat()
    .filter(({ kind }) => known.has(kind));

  it('say only what their kinds have fields for, with the values that these allow', () => {
    expect(drafts.length).toBeGreaterThan(10);
    for (const { kind, body } of drafts) {
      const properties = known.get(kind) ?? {};
      for (const [name, value] of Object.entries(body)) {
        expect(Object.keys(properties), `${kind} ${name}`).toContain(name);
        const values = properties[name]?.enum;
        expect(values === undefined || values.includes(value), `${kind} ${name} ${String(value)}`).toBe(true);
      }
    }
  });
});
