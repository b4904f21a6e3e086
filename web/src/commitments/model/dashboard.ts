import type { CommitmentRow } from '../../api/types';

export const HORIZONS = ['overdue', 'within-7', 'within-30', 'within-90', 'later', 'over'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** Of whom and when one is reminded. */
export const REMINDERS = ['overdue', 'within-7', 'within-30', 'within-90'] as const;

/** What is looked at; an empty word asks for everything. */
export interface Choice {
  readonly horizon: Horizon | '';
  readonly meeting: string;
  readonly partner: string;
  readonly owner: string;
  /** `none` where not all agree even to its record. */
  readonly state: string;
  readonly todo: boolean;
  /** What all agree is over is shown as well. */
  readonly over: boolean;
}

export const ALL: Choice = { horizon: '', meeting: '', partner: '', owner: '', state: '', todo: false, over: false };

/** A meeting is a body on a day. */
export const meetingOf = ({ meeting, held }: Pick<CommitmentRow, 'meeting' | 'held'>) => `${meeting} ${held}`;

export const stateOf = ({ state }: Pick<CommitmentRow, 'state'>) => state ?? 'none';

/** Whether some side says something that not all agree to. */
export const differs = ({ sides }: Pick<CommitmentRow, 'sides'>) => sides.some(({ agreed }) => !agreed);

export function chosen(rows: readonly CommitmentRow[], choice: Choice): readonly CommitmentRow[] {
  return rows.filter(
    (row) =>
      (choice.over || choice.horizon === 'over' || choice.state !== '' || row.horizon !== 'over') &&
      (choice.horizon === '' || row.horizon === choice.horizon) &&
      (choice.meeting === '' || meetingOf(row) === choice.meeting) &&
      (choice.partner === '' || row.sides.some(({ party }) => party === choice.partner)) &&
      (choice.owner === '' || row.sides.some(({ owner }) => owner === choice.owner)) &&
      (choice.state === '' || stateOf(row) === choice.state) &&
      (!choice.todo || row.duties.length > 0),
  );
}

export interface Meeting {
  readonly key: string;
  readonly meeting: string;
  readonly held: string;
  readonly rows: readonly CommitmentRow[];
}

/** By the meeting at which it was promised, the newest meeting first. */
export function byMeeting(rows: readonly CommitmentRow[]): readonly Meeting[] {
  const meetings = new Map<string, CommitmentRow[]>();
  for (const row of rows) {
    const key = meetingOf(row);
    meetings.set(key, [...(meetings.get(key) ?? []), row]);
  }
  return [...meetings]
    .map(([key, of]) => ({ key, meeting: of[0]?.meeting ?? '', held: of[0]?.held ?? '', rows: of }))
    .toSorted((a, b) => b.held.localeCompare(a.held) || a.meeting.localeCompare(b.meeting));
}

/** How many of each word, the words in the order in which they were met. */
export function countBy(rows: readonly CommitmentRow[], word: (row: CommitmentRow) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    counts.set(word(row), (counts.get(word(row)) ?? 0) + 1);
  }
  return counts;
}
