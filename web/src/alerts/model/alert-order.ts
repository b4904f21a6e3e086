import type { SharedRecord } from '../../api/types';

/** What somebody has to look at: warnings of others, and what was found among moving objects. */
export const ALERT_KINDS = ['alert', 'finding'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export type AlertOrder = 'severest' | 'newest';

export interface AlertChoice {
  readonly text: string;
  readonly kind: AlertKind | '';
  readonly order: AlertOrder;
  /** What is over is shown as well, behind what goes on. */
  readonly over: boolean;
}

export const FIRST_ALERTS: AlertChoice = { text: '', kind: '', order: 'severest', over: false };

const SEVERITIES: readonly string[] = ['unknown', 'minor', 'moderate', 'severe', 'extreme'];
const PRECEDENCES: readonly string[] = ['ROUTINE', 'PRIORITY', 'IMMEDIATE', 'FLASH'];

/** 0 to 4: what the sender says of its severity; who says nothing is taken by the precedence. */
export function severity(record: SharedRecord): number {
  const said = record.body?.['severity'];
  const known = typeof said === 'string' ? SEVERITIES.indexOf(said.toLowerCase()) : -1;
  return known > 0 ? known : urgency(record) + 1;
}

function urgency(record: SharedRecord): number {
  return PRECEDENCES.indexOf(record.precedence);
}

/** Taken back, expired, or said to be over by whoever wrote it. */
export function isOver(record: SharedRecord, now: Date): boolean {
  const { expires, state } = record.body ?? {};
  return (
    record.state !== 'current' ||
    state === 'over' ||
    state === 'unfollowed' ||
    (typeof expires === 'string' && Date.parse(expires) < now.getTime())
  );
}

/**
 * Those chosen, in their order: what goes on before what is over, then the severest or the newest.
 *
 * @param title by which a record is searched, in the language of the screen
 */
export function arranged(
  records: readonly SharedRecord[],
  choice: AlertChoice,
  now: Date,
  title: (record: SharedRecord) => string,
): readonly SharedRecord[] {
  const words = choice.text.trim().toLowerCase();
  const over = new Map(records.map((record) => [record.id, isOver(record, now)]));
  return records
    .filter(
      (record) =>
        (choice.kind === '' || record.kind === choice.kind) &&
        (choice.over || over.get(record.id) === false) &&
        (words === '' || `${title(record)} ${record.origin}`.toLowerCase().includes(words)),
    )
    .sort(
      (a, b) =>
        Number(over.get(a.id)) - Number(over.get(b.id)) ||
        (choice.order === 'severest' ? severity(b) - severity(a) || urgency(b) - urgency(a) : 0) ||
        Date.parse(b.time) - Date.parse(a.time) ||
        (a.id < b.id ? -1 : 1),
    );
}
