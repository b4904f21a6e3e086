import { describe, expect, it } from 'vitest';
import type { ReliefLine } from '../../api/types';
import { countsOf, decidedFrom, editedFrom, percentOf, unitsOf } from './proposal';

const line = (more: Partial<ReliefLine> = {}): ReliefLine => ({
  need: 'n',
  offer: 'o',
  via: 'v',
  viaName: { en: 'Airport', ja: '空港' },
  quantity: 10,
  unit: 't',
  arrival: '2016-04-16T03:00:00Z',
  decision: 'proposed',
  reasons: [],
  ...more,
});

describe('a proposal that a person edits', () => {
  it('is sent as it is edited, without what was left out', () => {
    const [first, second] = editedFrom([line(), line({ need: 'm', decision: 'promised' })]);
    if (!first || !second) throw new Error('two lines');
    const edited = [
      { ...first, quantity: ' 4 ' },
      { ...second, chosen: false },
    ];
    expect(decidedFrom(edited)).toEqual([
      { need: 'n', offer: 'o', via: 'v', quantity: 4, arrival: '2016-04-16T03:00:00Z' },
    ]);
    expect(countsOf(edited)).toEqual({ promised: 0, proposed: 1 });
    expect(countsOf([first, second])).toEqual({ promised: 1, proposed: 1 });
  });

  it.each(['', '0', '-1', '1.5', 'ten', '11', '99999999999'])('is not sent with a quantity of “%s”', (quantity) => {
    const edited = editedFrom([line()]).map((one) => ({ ...one, quantity }));
    expect(edited.map(unitsOf)).toEqual([null]);
    expect(decidedFrom(edited)).toBeNull();
    expect(decidedFrom(edited.map((one) => ({ ...one, chosen: false })))).toEqual([]);
  });
});

describe('a part in percent', () => {
  it('has one digit', () => {
    expect(percentOf(871, 1000)).toBe('87.1');
    expect(percentOf(0, 8)).toBe('0.0');
  });
});
