import type { AcsaField } from '../../api/types';
import { minorUnits, typedMoney } from './money';

/** What a form holds: every field as it is typed, a tick as `yes`. */
export type Typed = Readonly<Record<string, string>>;

/** A quantity that was typed in its unit of issue, and stated in no other. */
export const NOT_STATED: Typed = { statedQuantity: '', statedUnit: '' };

/** What was typed over what a form offers. */
export function changedFrom(offered: Typed, typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => text !== (offered[name] ?? '')));
}

/** What is sent: the fields of a statement. */
export type Said = Readonly<Record<string, unknown>>;

export function typedFrom(fields: readonly AcsaField[], given: Said, currency: string): Typed {
  const entries = fields.map((field): readonly [string, string] => {
    const value = given[field.name] ?? field.value;
    if (value === null || value === undefined) {
      const only = field.type === 'choice' && field.required ? (field.choices[0] ?? '') : '';
      return [field.name, only];
    }
    return [field.name, field.type === 'money' ? typedMoney(Number(value), currency) : String(value)];
  });
  return Object.fromEntries(entries);
}

/** What is typed as the node reads it. What cannot be read goes as it is: the node says what is wrong with it. */
export function saidFrom(fields: readonly AcsaField[], typed: Typed, currency: string): Said {
  const entries: (readonly [string, unknown])[] = [];
  for (const field of fields) {
    const text = (typed[field.name] ?? '').trim();
    if (text !== '') {
      const own = field.name === 'given' ? (typed['givenCurrency'] ?? '') : currency;
      entries.push([field.name, read(field, text, own)]);
    }
  }
  return Object.fromEntries(entries);
}

/** One line of a statement: with the quantity that was stated in another unit, where one was. */
export function lineFrom(fields: readonly AcsaField[], typed: Typed, currency: string): Said {
  const { statedQuantity, statedUnit } = typed;
  return { ...saidFrom(fields, typed, currency), ...(statedUnit && { statedQuantity, statedUnit }) };
}

function read(field: AcsaField, text: string, currency: string): unknown {
  switch (field.type) {
    case 'number':
    case 'quantity':
      return /^\d+$/.test(text) ? Number(text) : text;
    case 'money':
      return minorUnits(text, currency) ?? text;
    case 'yes':
      return text === 'yes';
    case 'documents':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    case 'nsn':
      return text.replaceAll('-', '');
    default:
      return text;
  }
}

/** Whether everything that is required is typed. */
export function isComplete(fields: readonly AcsaField[], typed: Typed): boolean {
  return fields.every((field) => !field.required || (typed[field.name] ?? '').trim() !== '');
}
