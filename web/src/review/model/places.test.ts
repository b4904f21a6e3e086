import { describe, expect, it } from 'vitest';
import { placesOf, type Place } from './places';

const line = ({ at, whole, sent, state, own, holds }: Place) =>
  [
    at,
    holds ? '…' : JSON.stringify(whole),
    holds ? '…' : JSON.stringify(sent),
    state,
    own ? 'own' : 'taken along',
  ].join(' | ');

describe('a body beside what goes out of it', () => {
  it('shows removed places without a value, and everything within them too', () => {
    const body = { title: 'Runway', contact: { office: 'A', phone: '1' } };
    const places = placesOf(body, { form: { title: 'Runway' }, removed: ['/contact'], coarsened: [] });
    expect(places.map(line)).toEqual([
      '/title | "Runway" | "Runway" | whole | taken along',
      '/contact | … | … | removed | own',
      '/contact/office | "A" |  | removed | taken along',
      '/contact/phone | "1" |  | removed | taken along',
    ]);
  });

  it('keeps the numbers of items after one that was removed', () => {
    const places = placesOf(
      { items: ['a', 'b', 'c'] },
      { form: { items: ['a', null, 'c'] }, removed: ['/items/1'], coarsened: [] },
    );
    expect(places.map(line)).toEqual([
      '/items | … | … | whole | taken along',
      '/items/0 | "a" | "a" | whole | taken along',
      '/items/1 | "b" |  | removed | own',
      '/items/2 | "c" | "c" | whole | taken along',
    ]);
  });

  it('shows a coarser value with all it has, also what only it has', () => {
    const places = placesOf(
      { position: { lat: 32.823, lon: 131.032 } },
      { form: { position: { lat: 32.85, lon: 131.05, gridKm: 11 } }, removed: [], coarsened: ['/position'] },
    );
    expect(places.map(line)).toEqual([
      '/position | … | … | coarsened | own',
      '/position/lat | 32.823 | 32.85 | coarsened | taken along',
      '/position/lon | 131.032 | 131.05 | coarsened | taken along',
      '/position/gridKm |  | 11 | coarsened | taken along',
    ]);
  });

  it('shows everything as removed when nothing goes', () => {
    const places = placesOf({ title: 'x' }, { form: null, removed: [], coarsened: [] });
    expect(places.map(line)).toEqual(['/title | "x" |  | removed | own']);
  });
});
