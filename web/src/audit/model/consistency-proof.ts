import { bytes, emptyRoot, hex, interior, isHash } from '../../ledgers/model/inclusion-proof';

/** Two trees, and the proof of RFC 9162 §2.1.4 that the second begins with the first. */
export interface ConsistencyClaim {
  readonly first: number;
  readonly firstRoot: string;
  readonly second: number;
  readonly secondRoot: string;
  readonly path: readonly string[];
}

/** Whether the tree of `second` leaves begins with exactly the tree of `first`; nonsense is false. */
export async function verifyConsistency(claim: ConsistencyClaim): Promise<boolean> {
  const { first, second, path } = claim;
  const firstRoot = claim.firstRoot.toLowerCase();
  const secondRoot = claim.secondRoot.toLowerCase();
  const counts = Number.isSafeInteger(first) && Number.isSafeInteger(second) && first >= 0 && first <= second;
  if (!counts || ![firstRoot, secondRoot, ...path].every(isHash)) return false;
  if (first === second) return path.length === 0 && firstRoot === secondRoot;
  if (first === 0) return path.length === 0 && firstRoot === (await emptyRoot());
  const complete = Number.isInteger(Math.log2(first));
  const steps = complete ? [firstRoot, ...path] : path;
  let node = first - 1;
  let last = second - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  const [seed, ...siblings] = steps;
  if (seed === undefined) return false;
  let older = bytes(seed);
  let newer = bytes(seed);
  for (const step of siblings) {
    if (last === 0) return false;
    const sibling = bytes(step);
    if (node % 2 === 1 || node === last) {
      older = await interior(sibling, older);
      newer = await interior(sibling, newer);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      newer = await interior(newer, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hex(older) === firstRoot && hex(newer) === secondRoot;
}

/** Size and root of a signed checkpoint: its second and its third line. */
export function readCheckpoint(textOf: string): { readonly size: number; readonly root: string } | null {
  const [, size = '', root = ''] = textOf.split('\n');
  try {
    const decoded = hex(Uint8Array.from(atob(root), (char) => char.charCodeAt(0)));
    return /^\d+$/.test(size) && isHash(decoded) ? { size: Number(size), root: decoded } : null;
  } catch {
    return null;
  }
}
