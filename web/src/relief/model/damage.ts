import type { SharedRecord } from '../../api/types';

/** The worst first; what nobody knows yet stands behind what is known to be bad. */
export const DEGREES = ['destroyed', 'severe', 'moderate', 'unknown', 'slight', 'none'] as const;
export type Degree = (typeof DEGREES)[number];

export const PEOPLE = ['dead', 'missing', 'injured', 'isolated'] as const;

/** One report, as it stands. */
export interface Damage {
  readonly record: SharedRecord;
  readonly type: string;
  readonly degree: Degree;
  /** Those of the people that the report counts. */
  readonly people: readonly { readonly who: (typeof PEOPLE)[number]; readonly count: number }[];
}

/** Reports of damage that stand, of an exercise or of the world, the worst first and then the newest. */
export function damageOf(records: readonly SharedRecord[], exercise: boolean): readonly Damage[] {
  return records
    .filter((record) => record.state !== 'recalled' && isExercise(record.label ?? '') === exercise)
    .map((record): Damage => {
      const body = record.body as Readonly<Record<string, unknown>>;
      return {
        record,
        type: String(body['damageType'] ?? 'other'),
        degree: DEGREES.find((one) => one === body['degree']) ?? 'unknown',
        people: PEOPLE.flatMap((who) => {
          const count = body[who];
          return typeof count === 'number' ? [{ who, count }] : [];
        }),
      };
    })
    .toSorted(
      (one, other) =>
        DEGREES.indexOf(one.degree) - DEGREES.indexOf(other.degree) ||
        Date.parse(other.record.storedAt) - Date.parse(one.record.storedAt),
    );
}

function isExercise(label: string): boolean {
  return label.split('//').includes('EXERCISE');
}

/** How many reports there are of each degree that there is one of. Reports of two nations may speak of one thing. */
export function countDegrees(
  damage: readonly Damage[],
): readonly { readonly degree: Degree; readonly count: number }[] {
  return DEGREES.map((degree) => ({ degree, count: damage.filter((one) => one.degree === degree).length })).filter(
    ({ count }) => count > 0,
  );
}
