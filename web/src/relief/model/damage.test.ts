import { describe, expect, it } from 'vitest';
import type { SharedRecord } from '../../api/types';
import { countDegrees, damageOf } from './damage';

const report = (id: string, body: object, more: Partial<SharedRecord> = {}) =>
  ({
    id,
    party: 'JPN',
    kind: 'damage-report',
    state: 'current',
    label: 'UNCLASSIFIED//PUBLIC',
    storedAt: '2016-04-16T01:00:00Z',
    body,
    ...more,
  }) as SharedRecord;

describe('damage on the board', () => {
  it('stands with the worst first, then the newest', () => {
    const reports = [
      report('slight', { degree: 'slight' }),
      report('older', { degree: 'severe' }),
      report('newer', { degree: 'severe' }, { storedAt: '2016-04-16T02:00:00Z' }),
      report('gone', { degree: 'destroyed' }),
      report('unheard', { degree: 'terrible' }),
    ];
    const damage = damageOf(reports, false);
    expect(damage.map(({ record }) => record.id)).toEqual(['gone', 'newer', 'older', 'unheard', 'slight']);
    expect(countDegrees(damage)).toEqual([
      { degree: 'destroyed', count: 1 },
      { degree: 'severe', count: 2 },
      { degree: 'unknown', count: 1 },
      { degree: 'slight', count: 1 },
    ]);
  });

  it('counts the people whom a report counts, and no others', () => {
    const [damage] = damageOf([report('one', { degree: 'severe', missing: 2, injured: 0, dead: 'many' })], false);
    expect(damage?.people).toEqual([
      { who: 'missing', count: 2 },
      { who: 'injured', count: 0 },
    ]);
  });

  it('is of an exercise or of the world, and not what was recalled', () => {
    const reports = [
      report('real', { degree: 'severe' }),
      report('drill', { degree: 'severe' }, { label: 'UNCLASSIFIED//PUBLIC//EXERCISE' }),
      report('recalled', {}, { state: 'recalled' }),
    ];
    expect(damageOf(reports, false).map(({ record }) => record.id)).toEqual(['real']);
    expect(damageOf(reports, true).map(({ record }) => record.id)).toEqual(['drill']);
  });
});
