import { describe, expect, it } from 'vitest';
import { leafOf, micros } from './audit-leaf';

describe('the leaf of an audit entry', () => {
  // The same two stand in AuditLeafTest of the node.
  it('is the one the node computes', async () => {
    expect(
      await leafOf({
        position: 70000,
        time: '2026-11-21T09:30:00.123456Z',
        actor: '監査担当',
        event: 'release-decided',
        record: '01900000-0000-7000-8000-000000000000',
        party: 'USA',
        details: '{"decision":"released","revision":1}',
      }),
    ).toBe('0f0d94ab3078a4a45b0bd1721377c06d2334ef3668807d51ae6ad56843ace251');
    expect(
      await leafOf({
        position: 1,
        time: '2026-11-21T09:30:00Z',
        actor: 'JPN/test',
        event: 'signed-out',
        record: null,
        details: '{}',
      }),
    ).toBe('3c9b5d259cb34b9dcdfd51d27b94b22f9c00e28966b69deff444aba61144a688');
  });

  it.each([
    ['2026-11-21T09:30:00Z', 1795253400000000n],
    ['2026-11-21T09:30:00.5Z', 1795253400500000n],
    ['2026-11-21T09:30:00.000001Z', 1795253400000001n],
  ])('counts microseconds: %s', (instant, expected) => {
    expect(micros(instant)).toBe(expected);
  });
});
