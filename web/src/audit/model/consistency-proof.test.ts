import { describe, expect, it } from 'vitest';
import { checkpointText, leafHash, treeRoot } from '../../testing/fake-node/merkle-tree';
import { readCheckpoint, verifyConsistency, type ConsistencyClaim } from './consistency-proof';

const LEAVES = Array.from({ length: 21 }, (_, index) => leafHash(`entry ${index}`));

const root = (size: number) => treeRoot(LEAVES.slice(0, size)).toString('hex');

/** PROOF and SUBPROOF as RFC 6962 §2.1.2 writes them. */
function subproof(first: number, leaves: readonly Buffer[], whole: boolean): Buffer[] {
  if (first === leaves.length) {
    return whole ? [] : [treeRoot(leaves)];
  }
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return first <= split
    ? [...subproof(first, leaves.slice(0, split), whole), treeRoot(leaves.slice(split))]
    : [...subproof(first - split, leaves.slice(split), false), treeRoot(leaves.slice(0, split))];
}

function claim(first: number, second: number): ConsistencyClaim {
  const path = first === 0 ? [] : subproof(first, LEAVES.slice(0, second), true).map((hash) => hash.toString('hex'));
  return { first, firstRoot: root(first), second, secondRoot: root(second), path };
}

describe('a proof of consistency', () => {
  it('holds for every pair of sizes, and never for another root', async () => {
    for (let second = 1; second <= LEAVES.length; second += 1) {
      for (let first = 0; first <= second; first += 1) {
        const what = `${first} of ${second}`;
        expect(await verifyConsistency(claim(first, second)), what).toBe(true);
        const other = { ...claim(first, second), firstRoot: root(first + 1 > second ? 0 : first + 1) };
        expect(await verifyConsistency(other), what).toBe(false);
        if (first > 0 && first < second) {
          expect(await verifyConsistency({ ...claim(first, second), secondRoot: root(first) }), what).toBe(false);
        }
      }
    }
  });

  it.each([
    ['a step too many', { ...claim(5, 12), path: [...claim(5, 12).path, root(3)] }],
    ['a step too few', { ...claim(5, 12), path: claim(5, 12).path.slice(1) }],
    ['no steps', { ...claim(5, 12), path: [] }],
    ['a step that is no hash', { ...claim(5, 12), path: ['zz'] }],
    ['more before than after', { ...claim(5, 12), first: 13 }],
    ['half an entry', { ...claim(5, 12), first: 4.5 }],
  ])('with %s proves nothing', async (_, wrong) => {
    expect(await verifyConsistency(wrong)).toBe(false);
  });

  it('reads size and root of a checkpoint, and nothing that is none', () => {
    expect(readCheckpoint(checkpointText('JPN/test/audit', LEAVES))).toEqual({ size: 21, root: root(21) });
    expect(readCheckpoint('JPN/test/audit\nmany\n!!!\n')).toBeNull();
    expect(readCheckpoint('')).toBeNull();
  });
});
