import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, pointerTo, sameCuts, toggleCut, type Cuts } from './cuts';

describe('cutting places of a body', () => {
  it.each([
    { before: [], at: '/remarks', after: ['/remarks'], it: 'cuts a place' },
    { before: ['/remarks'], at: '/remarks', after: [], it: 'takes a cut back' },
    { before: ['/a/x', '/a/y', '/b'], at: '/a', after: ['/a', '/b'], it: 'swallows what lies within' },
    { before: ['/a'], at: '/a/x', after: ['/a'], it: 'leaves what goes with its parent' },
    { before: ['/a'], at: '/ab', after: ['/a', '/ab'], it: 'takes no neighbor for a child' },
    { before: ['/items/1'], at: '/items/10', after: ['/items/1', '/items/10'], it: 'tells items apart' },
    { before: ['/b'], at: '/a', after: ['/a', '/b'], it: 'keeps one order' },
  ])('$it', ({ before, at, after }) => {
    expect(toggleCut(before, at)).toEqual(after);
  });

  it('never holds a cut within a cut, and toggling a place twice leaves it uncut, whatever was chosen', () => {
    const place = fc.array(fc.constantFrom('a', 'b', '0', 'x/y'), { minLength: 1, maxLength: 4 });
    const pointer = place.map((steps) => steps.reduce((at, step) => pointerTo(at, step), ''));
    fc.assert(
      fc.property(fc.array(pointer, { maxLength: 30 }), (clicks) => {
        const cuts = clicks.reduce<Cuts>(toggleCut, []);
        expect(cuts.filter((one) => cuts.some((other) => isWithin(one, other)))).toEqual([]);
        expect(new Set(cuts).size).toBe(cuts.length);
        for (const cut of cuts) {
          expect(toggleCut(cuts, cut)).not.toContain(cut);
        }
      }),
    );
  });

  it('compares cuts whatever their order', () => {
    expect(sameCuts(['/a', '/b'], ['/b', '/a'])).toBe(true);
    expect(sameCuts(['/a'], ['/a', '/b'])).toBe(false);
    expect(sameCuts([], [])).toBe(true);
  });

  it('escapes steps as RFC 6901 says', () => {
    expect(pointerTo('/a', 'b/c~d')).toBe('/a/b~1c~0d');
  });
});
