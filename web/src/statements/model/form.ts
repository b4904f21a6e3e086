import type { CaseField } from '../../api/types';

/** What a form holds: every field as it is typed. */
export type Typed = Readonly<Record<string, string>>;

/** What is sent. */
export interface Saying {
  readonly to: readonly string[];
  readonly label: string;
  readonly precedence: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Of fields that nobody types: what they name follows from the case. */
const GIVEN: readonly string[] = ['reference', 'references', 'hash', 'mark', 'files'];

export function isTyped(field: CaseField): boolean {
  return !GIVEN.includes(field.type);
}

export function typedFrom(fields: readonly CaseField[]): Typed {
  return Object.fromEntries(
    fields
      .filter(isTyped)
      .map((field) => [
        field.name,
        typeof field.value === 'string' ? field.value : field.required ? (field.choices[0] ?? '') : '',
      ]),
  );
}

/** What cannot be read goes as it is: the node says what is wrong with it. */
export function saidFrom(fields: readonly CaseField[], typed: Typed): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const field of fields) {
    if (!isTyped(field)) {
      said[field.name] = field.value;
      continue;
    }
    const text = (typed[field.name] ?? '').trim();
    if (text !== '') {
      said[field.name] = read(field, text);
    }
  }
  return said;
}

function read(field: CaseField, text: string): unknown {
  if (field.type === 'number') {
    return /^\d+$/.test(text) ? Number(text) : text;
  }
  return field.type === 'time' ? (instantOf(text) ?? text) : text;
}

/** `2026-04-15 03:00` in UTC; null for what is no time. */
export function instantOf(text: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?(?:\.\d+)?\s*Z?$/i.exec(text.trim());
  const at = match ? new Date(`${match[1]}T${match[2]}:00Z`) : null;
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(String(match?.[1]))
    ? at.toISOString().replace('.000Z', 'Z')
    : null;
}

export function typedInstant(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ');
}

/** Whether everything that is required is typed. */
export function isComplete(fields: readonly CaseField[], typed: Typed): boolean {
  return fields.every((field) => !isTyped(field) || !field.required || (typed[field.name] ?? '').trim() !== '');
}

export function labelOf(
  classification: string,
  to: readonly string[],
  purposes: readonly string[],
  exercise: boolean,
): string {
  return [
    classification,
    `REL TO ${to.toSorted().join(', ')}`,
    ...(purposes.length > 0 ? [`FOR ${purposes.join(', ')}`] : []),
    ...(exercise ? ['EXERCISE'] : []),
  ].join('//');
}
