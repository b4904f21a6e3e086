import type { Proof } from '../../api/types';

/** What the browser found out about a proof, by its own arithmetic. */
export interface Verification {
  readonly included: boolean;
  readonly computedRoot: string | null;
  readonly checkpointAgrees: boolean;
}

/** Verifies an inclusion proof as RFC 9162 §2.1.3.2 describes for the tree of RFC 6962. Positions count from 1. */
export async function verifyInclusion(proof: Proof): Promise<Verification> {
  const checkpointAgrees = checkpointNames(proof.checkpoint, proof.size, proof.root);
  const computed = await rootOf(proof);
  const included = computed !== null && computed === proof.root.toLowerCase();
  return { included, computedRoot: computed, checkpointAgrees };
}

async function rootOf(proof: Proof): Promise<string | null> {
  let index = proof.position - 1;
  let last = proof.size - 1;
  const counts = Number.isSafeInteger(index) && Number.isSafeInteger(last) && index >= 0 && index <= last;
  if (!counts || ![proof.leaf, ...proof.path].every(isHash)) {
    return null;
  }
  let hash = bytes(proof.leaf);
  for (const step of proof.path) {
    if (last === 0) {
      return null;
    }
    const sibling = bytes(step);
    if (index % 2 === 1 || index === last) {
      hash = await interior(sibling, hash);
      while (index % 2 === 0 && index !== 0) {
        index = Math.floor(index / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = await interior(hash, sibling);
    }
    index = Math.floor(index / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hex(hash) : null;
}

/** Anything else than 32 whole bytes could be cut in two at another place. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text);
}

/** The root of a tree without entries: the hash of nothing (RFC 6962 §2.1). */
export async function emptyRoot(): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array())));
}

export async function interior(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  const input = new Uint8Array(1 + left.length + right.length);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + left.length);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', input));
}

/** The second line of a C2SP checkpoint is the size, the third the root in base64. */
export function checkpointNames(checkpoint: string, size: number, rootHex: string): boolean {
  const [, sizeLine, rootLine] = checkpoint.split('\n');
  if (sizeLine !== String(size) || rootLine === undefined) {
    return false;
  }
  try {
    return hex(Uint8Array.from(atob(rootLine.trim()), (char) => char.charCodeAt(0))) === rootHex.toLowerCase();
  } catch {
    return false;
  }
}

export function bytes(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function hex(data: Uint8Array): string {
  return Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
