import { level, NOBODY, parseLabel, type Label, type Releasable } from './label';

/** What the banner says: the label of everything on screen taken together. */
export interface ScreenLabel {
  readonly label: Label | null;
  /** Some label on screen could not be read; it counts as the highest there is. */
  readonly unreadable: boolean;
  readonly exercise: 'none' | 'all' | 'mixed';
}

/** Highest classification, caveats united, releasable-to and purposes intersected. */
export function combine(a: Label, b: Label): Label {
  const highest = level(a) >= level(b) ? a : b;
  const purposes = intersectPurposes(a.purposes, b.purposes);
  return {
    policy: a.policy === b.policy ? a.policy : null,
    classification: highest.classification,
    caveats: union(a.caveats, b.caveats),
    orcon: a.orcon || b.orcon,
    eyesOnly: a.eyesOnly || b.eyesOnly,
    // No purpose in common: the whole may go to nobody.
    releasable: purposes === null ? NOBODY : intersect(a.releasable, b.releasable),
    foreign: union(a.foreign, b.foreign),
    purposes: purposes ?? [],
    exercise: a.exercise && b.exercise,
  };
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].sort();
}

function intersect(a: Releasable, b: Releasable): Releasable {
  if (a.kind === 'public') return b;
  if (b.kind === 'public') return a;
  if (a.kind === 'nobody' || b.kind === 'nobody') return NOBODY;
  const parties = a.parties.filter((party) => b.parties.includes(party));
  return parties.length === 0 ? NOBODY : { kind: 'parties', parties };
}

function intersectPurposes(a: readonly string[], b: readonly string[]): string[] | null {
  if (a.length === 0) return [...b];
  if (b.length === 0) return [...a];
  const both = a.filter((purpose) => b.includes(purpose));
  return both.length === 0 ? null : both;
}

export function screenLabel(banners: Iterable<string>, wholeNodeIsExercise: boolean): ScreenLabel {
  let label: Label | null = null;
  let unreadable = false;
  let exercises = 0;
  let all = 0;
  for (const text of new Set(banners)) {
    const next = parseLabel(text);
    all += 1;
    if (next === null) {
      unreadable = true;
      continue;
    }
    exercises += next.exercise ? 1 : 0;
    label = label === null ? next : combine(label, next);
  }
  const exercise = wholeNodeIsExercise || (all > 0 && exercises === all) ? 'all' : exercises > 0 ? 'mixed' : 'none';
  return { label, unreadable, exercise };
}
