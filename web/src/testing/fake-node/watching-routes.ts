import type { Watching, WatchPlan } from '../../api/types';

/** Metres a second. */
const KNOT = 1852 / 3600;

const PLAN: WatchPlan = {
  on: true,
  label: 'UNCLASSIFIED',
  limits: {
    gap: { silence: 1800, intervals: 10, speed: 3 * KNOT, others: 2, coverage: 40_000 },
    jump: { sea: 60 * KNOT, air: 1400 * KNOT, other: 200 * KNOT, distance: 3000 },
    loitering: { duration: 14_400, radius: 4000, least: 0.5 * KNOT, most: 5 * KNOT },
    drift: { duration: 600, distance: 500, least: KNOT, most: 5 * KNOT, offBow: 45 },
    stop: { before: 7 * KNOT, after: KNOT, within: 60, lasting: 60 },
    meeting: { duration: 1800, distance: 500, speed: 2 * KNOT },
    interference: { window: 3600, nic: 7, nacp: 8, aircraft: 5, share: 0.1 },
  },
  areas: [],
};

const KINDS = ['gap', 'jump', 'double', 'identity', 'loitering', 'drift', 'stop', 'meeting', 'entry', 'interference'];

let changed: { readonly plan: WatchPlan; readonly at: string } | null = null;
let version = 0;

/** What the screen Watching asks for; undefined for everything else. */
export function answerWatching(method: string, steps: readonly string[], body: unknown): Watching | undefined {
  if (steps[0] !== 'watching') {
    return undefined;
  }
  if (method === 'PUT') {
    version += 1;
    const { replaces, ...plan } = body as WatchPlan & { readonly replaces: number };
    if (replaces !== version - 1) {
      throw new Error(`plan ${version - 1} came in between`);
    }
    changed = { plan, at: new Date().toISOString() };
  }
  return {
    plan: changed?.plan ?? PLAN,
    version,
    since: changed?.at ?? null,
    by: changed ? 'administrator' : null,
    looked: 1_482_345,
    leftOut: 0,
    found: Object.fromEntries(KINDS.map((kind, index) => [kind, index % 3])),
    problem: null,
  };
}
