import type { AuditEntry, AuditProof, Checkpoint, ConsistencyProof, KeptCheckpoints } from '../../api/types';
import { leafOf } from '../../audit/model/audit-leaf';
import type { FakeState } from './fake-state';
import { checkpointText, consistencyPath, inclusionPath, treeRoot } from './merkle-tree';
import { Refusal } from './refusal';

/** What the screen Audit asks for, with proofs that hold; undefined for everything else. */
export function answerAudit(state: FakeState, steps: readonly string[], query: URLSearchParams): unknown {
  const [head, what] = steps;
  if (head !== 'audit' || what === 'witnesses') {
    return undefined;
  }
  switch (what) {
    case undefined:
      return page(state, query);
    case 'checkpoint':
      return checkpoint(state);
    case 'checkpoints':
      return kept(state);
    case 'proof':
      return proof(state, Number(query.get('position')));
    case 'consistency':
      return consistency(state, Number(query.get('first')));
    default:
      throw new Refusal(404, `No audit/${what}`);
  }
}

function page(state: FakeState, query: URLSearchParams) {
  const all = [...state.audit]
    .reverse()
    .filter((entry) => !query.get('record') || entry.record === query.get('record'))
    .filter((entry) => !query.get('event') || entry.event === query.get('event'));
  const start = Number(query.get('cursor') ?? 0);
  const entries = all.slice(start, start + Number(query.get('limit') ?? 100));
  const next = start + entries.length < all.length ? String(start + entries.length) : null;
  return { entries, size: state.audit.length, next };
}

const origin = (state: FakeState) => `${state.party}/fake/audit`;

const sealed = (entry: AuditEntry) => ({ ...entry, details: JSON.stringify(entry.details) });

function leaves(state: FakeState): Promise<Buffer[]> {
  return Promise.all(state.audit.map(async (entry) => Buffer.from(await leafOf(sealed(entry)), 'hex')));
}

async function checkpoint(state: FakeState): Promise<Checkpoint> {
  const all = await leaves(state);
  return { size: all.length, root: treeRoot(all).toString('hex'), checkpoint: checkpointText(origin(state), all) };
}

/** The log as it was when half of it was written. */
async function kept(state: FakeState): Promise<KeptCheckpoints> {
  const older = (await leaves(state)).slice(0, Math.ceil(state.audit.length / 2));
  return { checkpoints: [{ size: older.length, text: checkpointText(origin(state), older) }] };
}

async function proof(state: FakeState, position: number): Promise<AuditProof> {
  const entry = state.audit[position - 1];
  if (entry === undefined) {
    throw new Refusal(404, `The audit log has ${state.audit.length} entries.`);
  }
  const all = await leaves(state);
  return {
    ...sealed(entry),
    ...(await checkpoint(state)),
    leaf: (all[position - 1] as Buffer).toString('hex'),
    path: inclusionPath(position - 1, all).map((hash) => hash.toString('hex')),
  };
}

async function consistency(state: FakeState, first: number): Promise<ConsistencyProof> {
  const all = await leaves(state);
  return {
    first: { size: first, text: checkpointText(origin(state), all.slice(0, first)) },
    second: await checkpoint(state),
    path: consistencyPath(first, all).map((hash) => hash.toString('hex')),
  };
}
