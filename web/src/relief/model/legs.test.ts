import { describe, expect, it } from 'vitest';
import type { ReliefAssignment, ReliefBoard } from '../../api/types';
import { changed, EMPTY_LEG, fromAssignment, legsFrom, oneMore, saidLegs } from './legs';

const LEG = { from: 'a', to: 'b', departure: '2016-04-16 03:00', arrival: '2016-04-16 05:30' };

describe('legs as they are typed', () => {
  it('are said in UTC, and what is no time goes as it is', () => {
    expect(saidLegs([LEG, { ...LEG, arrival: 'tomorrow' }])).toEqual([
      { from: 'a', to: 'b', departure: '2016-04-16T03:00:00Z', arrival: '2016-04-16T05:30:00Z' },
      { from: 'a', to: 'b', departure: '2016-04-16T03:00:00Z', arrival: 'tomorrow' },
    ]);
  });

  it('follow each other', () => {
    const two = oneMore([LEG]);
    expect(two[1]).toEqual({ ...EMPTY_LEG, from: 'b' });
    expect(changed(two, 0, { to: 'c' }).map(({ from }) => from)).toEqual(['a', 'c']);
  });
});

const place = (id: string, key: string) => ({ id, key, reports: [{ record: id }] });
const board = (needPlace: string | null) =>
  ({
    own: 'USA',
    exercise: true,
    places: [place('p1', 'airfield X'), place('p2', 'shelter Y')],
    needs: [{ id: 'n', party: 'JPN', item: 'water', place: needPlace }],
    offers: [{ id: 'o', party: 'USA', mode: 'air' }],
  }) as unknown as ReliefBoard;
const promised = (via: string | null) =>
  ({ need: 'n', offer: 'o', quantity: 6, unit: 't', via, arrival: '2016-04-16T05:30:00Z' }) as ReliefAssignment;

describe('a move prepared from a decided assignment', () => {
  it('brings what was promised by way of the place that was named', () => {
    const filled = fromAssignment(board('shelter Y'), promised('p1'));
    expect(filled).toMatchObject({
      to: 'USA JPN',
      exercise: 'true',
      means: 'transport-aircraft',
      item: 'water',
      quantity: '6',
      receiver: 'JPN',
      need: 'n',
      offer: 'o',
    });
    expect(legsFrom(filled['legs'])).toEqual([
      { ...EMPTY_LEG, to: 'p1' },
      { from: 'p1', to: 'p2', departure: '', arrival: '2016-04-16 05:30' },
    ]);
  });

  it('is one leg where there is one place, and an empty one where there is none', () => {
    expect(legsFrom(fromAssignment(board('airfield X'), promised('p1'))['legs'])).toHaveLength(1);
    expect(legsFrom(fromAssignment(board(null), promised(null))['legs'])).toEqual([EMPTY_LEG]);
  });
});
