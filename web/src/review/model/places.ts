import { pointerTo } from './cuts';

/** What becomes of a place on its way out. */
export type PlaceState = 'whole' | 'removed' | 'coarsened';

/** One place of a body: what stands there, and what of it goes out. */
export interface Place {
  readonly at: string;
  readonly name: string;
  readonly depth: number;
  /** A place that only holds others shows no value of its own. */
  readonly holds: boolean;
  /** Undefined for what only the coarser form has. */
  readonly whole: unknown;
  /** Undefined for what does not go out. */
  readonly sent: unknown;
  readonly state: PlaceState;
  /** Whether the state is of this very place, and not of one that holds it. */
  readonly own: boolean;
}

interface Outward {
  readonly form?: unknown;
  readonly removed: readonly string[];
  readonly coarsened: readonly string[];
}

/**
 * The body beside what goes out of it, place by place in the order of the body. An item that was removed from an array leaves
 * null behind, so that those after it keep their numbers.
 */
export function placesOf(body: unknown, outward: Outward): readonly Place[] {
  return within(body, outward.form ?? undefined, '', 0, 'whole', outward);
}

function within(
  whole: unknown,
  sent: unknown,
  parent: string,
  depth: number,
  inherited: PlaceState,
  outward: Outward,
): readonly Place[] {
  const left = isContainer(whole) ? (whole as Record<string, unknown>) : {};
  const right = isContainer(sent) ? (sent as Record<string, unknown>) : {};
  const names = [...Object.keys(left), ...Object.keys(right).filter((name) => !(name in left))];
  return names.flatMap((name) => {
    const at = pointerTo(parent, name);
    const own = outward.removed.includes(at) ? 'removed' : outward.coarsened.includes(at) ? 'coarsened' : null;
    const goes = own === 'removed' ? undefined : right[name];
    const state = own ?? (goes === undefined && inherited === 'whole' ? 'removed' : inherited);
    const value = left[name];
    const place = { at, name, depth, whole: value, sent: goes, state, own: own !== null || state !== inherited };
    return isContainer(value) || isContainer(goes)
      ? [{ ...place, holds: true }, ...within(value, goes, at, depth + 1, state, outward)]
      : [{ ...place, holds: false }];
  });
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
