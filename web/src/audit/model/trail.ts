import type { AuditEntry, Trail } from '../../api/types';

type Given = Trail['given'][number];
type Taken = Trail['taken'][number];

/** One thing that happened to a record, as this node knows it. */
export type Step =
  | { readonly at: string; readonly kind: 'entry'; readonly entry: AuditEntry }
  | { readonly at: string; readonly kind: 'given'; readonly given: Given }
  | { readonly at: string; readonly kind: 'taken'; readonly taken: Taken };

const ORDER = { entry: 0, given: 1, taken: 2 } as const;

/** Everything on one line of time, oldest first; what happened at one instant as the node does it. */
export function lineOfTime(entries: readonly AuditEntry[], trail: Trail): readonly Step[] {
  const steps: Step[] = [
    ...entries.map((entry) => ({ at: entry.time, kind: 'entry', entry }) as const),
    ...trail.given.map((given) => ({ at: given.at, kind: 'given', given }) as const),
    ...trail.taken.map((taken) => ({ at: taken.at, kind: 'taken', taken }) as const),
  ];
  return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || ORDER[a.kind] - ORDER[b.kind] || within(a, b));
}

function within(a: Step, b: Step): number {
  return a.kind === 'entry' && b.kind === 'entry' ? a.entry.position - b.entry.position : 0;
}
