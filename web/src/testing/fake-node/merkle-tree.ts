import { createHash } from 'node:crypto';

/** The tree of RFC 6962 §2.1, recomputed from all leaves each time: fine for a few thousand. */
export function leafHash(data: string): Buffer {
  return createHash('sha256')
    .update(Buffer.from([0]))
    .update(data)
    .digest();
}

export function treeRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) {
    return createHash('sha256').digest();
  }
  if (leaves.length === 1) {
    return leaves[0] as Buffer;
  }
  const split = largestPowerBelow(leaves.length);
  return interior(treeRoot(leaves.slice(0, split)), treeRoot(leaves.slice(split)));
}

export function inclusionPath(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length <= 1) {
    return [];
  }
  const split = largestPowerBelow(leaves.length);
  return index < split
    ? [...inclusionPath(index, leaves.slice(0, split)), treeRoot(leaves.slice(split))]
    : [...inclusionPath(index - split, leaves.slice(split)), treeRoot(leaves.slice(0, split))];
}

/** RFC 9162 §2.1.4.1: that the tree of all leaves begins with the tree of the first ones. */
export function consistencyPath(first: number, leaves: readonly Buffer[], whole = true): Buffer[] {
  if (first === leaves.length) {
    return whole ? [] : [treeRoot(leaves)];
  }
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return first <= split
    ? [...consistencyPath(first, left, whole), treeRoot(right)]
    : [...consistencyPath(first - split, right, false), treeRoot(left)];
}

function interior(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256')
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest();
}

function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) {
    power *= 2;
  }
  return power;
}

export function checkpointText(origin: string, leaves: readonly Buffer[]): string {
  return `${origin}\n${leaves.length}\n${treeRoot(leaves).toString('base64')}\n\n— ${origin} (fake node: not signed)\n`;
}
