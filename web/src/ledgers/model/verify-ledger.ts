import type { Ledger, Proof } from '../../api/types';
import { checkpointNames, emptyRoot, verifyInclusion } from './inclusion-proof';

/** Where what the node says comes from. */
export interface LedgerSource {
  readonly ledger: () => Promise<Ledger>;
  readonly proof: (position: number) => Promise<Proof>;
}

/** `open`: nothing speaks against it, and nothing could be computed either. */
export type Verdict = 'holds' | 'fails' | 'open';

export type CheckName = 'checkpoint' | 'entry' | 'acknowledged' | 'received';

export interface LedgerCheck {
  readonly name: CheckName;
  readonly verdict: Verdict;
  /** The entry, for `entry`. */
  readonly position?: number;
  /** Which sentence says why, beside name and verdict. */
  readonly why?: 'behind' | 'ahead' | 'proof' | 'otherEntry' | 'otherRoot' | 'otherCheckpoint' | 'none' | 'unsigned';
  /** What was computed or claimed, in hex. */
  readonly root: string | null;
}

export interface LedgerVerification {
  readonly ledger: Ledger;
  readonly checks: readonly LedgerCheck[];
  /** Every check that could be made holds, and those of the entries could be made. */
  readonly holds: boolean;
  readonly hashes: number;
}

/** The ledger grew between two answers, again and again: nothing was found wrong, but nothing was proven. */
export class LedgerGrows extends Error {}

const TRIES = 4;

/** The first, the last and one position that the node cannot foresee. */
export function positionsToProve(size: number, random: () => number): number[] {
  const all = size === 0 ? [] : [1, 1 + Math.floor(random() * size), size];
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Verifies a partner's ledger by arithmetic done here: nothing the node says about itself is taken on trust. */
export async function verifyLedger(source: LedgerSource, random: () => number): Promise<LedgerVerification> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const ledger = await source.ledger();
    const asked = positionsToProve(ledger.size, random);
    const proofs = await Promise.all(
      asked.map(async (position) => ({ position, proof: await source.proof(position) })),
    );
    if (proofs.every(({ proof }) => proof.size <= ledger.size)) {
      const entries = await Promise.all(proofs.map(({ position, proof }) => checkEntry(ledger, position, proof)));
      const checks = [await checkCheckpoint(ledger), ...entries, checkAcknowledged(ledger), checkReceived(ledger)];
      const holds = checks.every(({ verdict }) => verdict !== 'fails');
      const hashes = proofs.reduce((sum, { proof }) => sum + proof.path.length, 0);
      return { ledger, checks, holds, hashes };
    }
  }
  throw new LedgerGrows();
}

async function checkCheckpoint({ size, root, checkpoint }: Ledger): Promise<LedgerCheck> {
  const emptyAgrees = size > 0 || root.toLowerCase() === (await emptyRoot());
  const verdict = emptyAgrees && checkpointNames(checkpoint, size, root) ? 'holds' : 'fails';
  return { name: 'checkpoint', verdict, root };
}

async function checkEntry(ledger: Ledger, position: number, proof: Proof): Promise<LedgerCheck> {
  const { included, checkpointAgrees, computedRoot } = await verifyInclusion(proof);
  const check = { name: 'entry', position, root: computedRoot } as const;
  if (proof.position !== position) return { ...check, verdict: 'fails', why: 'otherEntry' };
  if (!included) return { ...check, verdict: 'fails', why: 'proof' };
  if (proof.size !== ledger.size || computedRoot !== ledger.root.toLowerCase()) {
    return { ...check, verdict: 'fails', why: 'otherRoot' };
  }
  return checkpointAgrees ? { ...check, verdict: 'holds' } : { ...check, verdict: 'fails', why: 'otherCheckpoint' };
}

/** Roots can be compared only at equal sizes; a partner that lags behind is no alarm, one that is ahead is. */
function checkAcknowledged({ size, root, acknowledged }: Ledger): LedgerCheck {
  const check = { name: 'acknowledged', root: acknowledged.root } as const;
  if (acknowledged.size > size) return { ...check, verdict: 'fails', why: 'ahead' };
  if (acknowledged.size < size) return { ...check, verdict: 'open', why: 'behind' };
  const same = acknowledged.root.toLowerCase() === root.toLowerCase();
  return same ? { ...check, verdict: 'holds' } : { ...check, verdict: 'fails', why: 'otherRoot' };
}

function checkReceived({ received: { size, root, checkpoint } }: Ledger): LedgerCheck {
  const check = { name: 'received', root } as const;
  if (checkpoint === undefined) {
    return { ...check, verdict: 'open', why: size === 0 ? 'none' : 'unsigned' };
  }
  return checkpointNames(checkpoint, size, root)
    ? { ...check, verdict: 'holds' }
    : { ...check, verdict: 'fails', why: 'otherRoot' };
}
