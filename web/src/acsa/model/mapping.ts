import type { AcsaPastLook } from '../../api/types';

/** Which field each column is, by the number of the column; a column that is nothing is not there. */
export type Mapping = Readonly<Record<number, string>>;

export function guessed(look: AcsaPastLook): Mapping {
  return Object.fromEntries(
    look.columns.flatMap(({ column, field }) => (field === null || field === undefined ? [] : [[column, field]])),
  );
}

/** The column is this field now; another that was it before is nothing. */
export function mapped(mapping: Mapping, column: number, field: string): Mapping {
  const rest = Object.entries(mapping).filter(([other, known]) => Number(other) !== column && known !== field);
  return Object.fromEntries(field === '' ? rest : [...rest, [column, field]]);
}

/** As the node reads it: `reference:0,partner:1`. */
export function written(mapping: Mapping): string {
  return Object.entries(mapping)
    .map(([column, field]) => `${field}:${column}`)
    .join(',');
}

/** Required fields that no column is. */
export function missing(look: AcsaPastLook, mapping: Mapping): AcsaPastLook['fields'] {
  const known = new Set(Object.values(mapping));
  return look.fields.filter((one) => one.required && !known.has(one.field));
}
