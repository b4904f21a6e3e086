import type { AcsaField } from '../../api/types';
import type { Typed } from './form';
import { field } from './rules';

/** The columns of a sheet of stock, by the fields of the form and by the headings that the node knows. */
const COLUMNS = {
  point: 'Point',
  on: 'Day',
  kind: 'Entry',
  category: 'Category',
  item: 'Item',
  unitOfIssue: 'Unit',
  quantity: 'Quantity',
  voucher: 'Voucher',
} as const;

const UNITS = ['litre-15c', 'kilogram', 'each', 'ration', 'box'];
const KINDS = ['receipt', 'issue', 'count', 'reserve'];

export function entryFields(goods: readonly string[]): AcsaField[] {
  return [
    field('point', 'text'),
    field('on', 'date'),
    field('kind', 'choice', KINDS),
    field('category', 'choice', goods),
    field('item', 'text'),
    field('unitOfIssue', 'choice', UNITS),
    field('quantity', 'number'),
    field('voucher', 'text'),
  ];
}

export function pointFields(): AcsaField[] {
  return [field('name', 'text'), field('holder', 'text'), field('lat', 'text'), field('lon', 'text')];
}

/** Whether somebody typed over what a quantity in another unit had come to. */
export function isCountedAnew(before: Typed, now: Typed): boolean {
  return ['quantity', 'unitOfIssue', 'category'].some((name) => before[name] !== now[name]);
}

/** A sheet of one line: what is typed is read and checked like any other sheet. */
export function oneLine(typed: Typed): Blob {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const { statedQuantity = '', statedUnit } = typed;
  const written: Typed = statedUnit ? { ...typed, quantity: statedQuantity, unitOfIssue: statedUnit } : typed;
  const values = Object.keys(COLUMNS).map((name) => quoted((written[name] ?? '').trim()));
  return new Blob([`${Object.values(COLUMNS).join(',')}\n${values.join(',')}\n`], { type: 'text/csv' });
}

/** Degrees as a number; what is none goes as it is typed, and the node says what is wrong with it. */
export function degrees(text: unknown): unknown {
  const typed = String(text ?? '').trim();
  return typed === '' || Number.isNaN(Number(typed)) ? typed : Number(typed);
}
