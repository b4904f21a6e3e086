/** Places of a body that an officer takes out, as JSON pointers. No cut lies within another; the order is fixed. */
export type Cuts = readonly string[];

/** Whether `inner` lies within `outer`, and is not `outer` itself. */
export function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}/`);
}

/** The cut that takes the place along, when the place itself was not cut. */
export function cutAbove(cuts: Cuts, at: string): string | undefined {
  return cuts.find((cut) => isWithin(at, cut));
}

/** Cuts the place, or takes the cut back. A place goes with its parent: then only the parent can be brought back. */
export function toggleCut(cuts: Cuts, at: string): Cuts {
  if (cuts.includes(at)) {
    return cuts.filter((cut) => cut !== at);
  }
  if (cutAbove(cuts, at) !== undefined) {
    return cuts;
  }
  return [...cuts.filter((cut) => !isWithin(cut, at)), at].sort();
}

export function sameCuts(one: Cuts, other: Cuts): boolean {
  const sorted = [...other].sort();
  return one.length === other.length && [...one].sort().every((cut, index) => cut === sorted[index]);
}

/** A step further into a body, escaped as RFC 6901 says. */
export function pointerTo(parent: string, name: string | number): string {
  return `${parent}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
