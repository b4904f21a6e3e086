import { coordinationKinds } from '../desks/coordination/kinds';
import { hazardKinds } from '../desks/hazard/kinds';
import { reliefKinds } from '../desks/relief/kinds';
import { watchKinds } from '../desks/watch/kinds';
import type { KindViews } from '../records/model/kind-view';

/** What all desks together know; the desks do not know each other. */
export const kindViews: KindViews = new Map(
  [...coordinationKinds, ...hazardKinds, ...reliefKinds, ...watchKinds].map((view) => [view.kind, view]),
);
