import { describe, expect, it, vi } from 'vitest';
import type { SharedRecord } from '../../api/types';

vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('window', { addEventListener: () => {} });
const { asOf, heldAt, revisedSince } = await import('./as-of');

const record = (id: string, revision: number, storedAt: string) => ({ id, revision, storedAt }) as SharedRecord;
const AT = '2027-01-15T01:00:00.000Z';
const early = record('a', 1, '2027-01-15T00:10:00Z');
const late = record('b', 1, '2027-01-15T01:00:01Z');
const revised = [1, 2, 3].map((n) => record('c', n, `2027-01-15T0${n - 1}:30:00Z`));

describe('the records of a time', () => {
  it('are those that were held then, in the revision that was held', () => {
    const newest = [early, late, revised[2] as SharedRecord];
    expect(revisedSince(newest, AT)).toEqual([revised[2]]);
    const { records, later } = asOf(newest, AT, (id) => (id === 'c' ? revised : undefined));
    expect(records).toEqual([early, revised[0]]);
    expect(later).toBe(1);
  });

  it('leave away what is not yet known to have been held', () => {
    expect(asOf([revised[2] as SharedRecord], AT, () => undefined)).toEqual({ records: [], later: 1 });
    expect(heldAt(revised, '2027-01-14T00:00:00Z')).toBeNull();
  });
});
