import type { Kind } from '../../api/types';
import { fieldWords, type FieldWords } from './kind-words';

export type FieldType =
  'local-text' | 'text' | 'number' | 'choice' | 'boolean' | 'instant' | 'position' | 'quantity' | 'geometry' | 'json';

/** One field of a form, read out of the JSON Schema that the node gives for the kind. */
export interface FieldSpec {
  readonly name: string;
  readonly type: FieldType;
  readonly options: readonly string[];
  readonly words: FieldWords;
  readonly required: boolean;
  readonly multiline: boolean;
}

type Schema = Readonly<Record<string, unknown>>;

const LONG = new Set(['summary', 'remarks', 'instructions', 'needs', 'description']);
const LOCAL = new Set(['title', 'summary', 'remarks']);

/** In the order in which the kind names them. */
export function fieldsOf(kind: Kind): FieldSpec[] {
  const schema = kind.schema as Schema;
  const properties = objectAt(schema, 'properties');
  const required = new Set(Array.isArray(schema['required']) ? (schema['required'] as unknown[]) : []);
  // Where a geometry is, the position is told by it.
  const drawn = 'geometry' in properties;
  return Object.entries(properties)
    .filter(([name]) => !(drawn && name === 'position'))
    .map(([name, property]): FieldSpec => {
      const own = resolved(property, schema);
      const options = Array.isArray(own['enum'])
        ? (own['enum'] as unknown[]).filter((one) => typeof one === 'string')
        : [];
      return {
        name,
        type: typeOf(name, own, schema),
        options,
        words: fieldWords(kind, name),
        required: required.has(name),
        multiline: LONG.has(name),
      };
    });
}

function typeOf(name: string, schema: Schema, root: Schema): FieldType {
  const types = ([] as unknown[]).concat(schema['type'] ?? []);
  const alternatives = [schema['oneOf'], schema['anyOf']].flatMap((list) =>
    Array.isArray(list) ? (list as unknown[]) : [],
  );
  const hasLanguages = (one: Schema) => 'ja' in objectAt(one, 'properties') && 'en' in objectAt(one, 'properties');
  const properties = objectAt(schema, 'properties');
  if (LOCAL.has(name) || hasLanguages(schema) || alternatives.some((one) => hasLanguages(resolved(one, root)))) {
    return 'local-text';
  }
  if (name === 'geometry') return 'geometry';
  if (name === 'position' || ('lat' in properties && 'lon' in properties)) return 'position';
  if ('value' in properties && 'unit' in properties) return 'quantity';
  if (Array.isArray(schema['enum'])) return 'choice';
  if (schema['format'] === 'date-time') return 'instant';
  if (types.includes('number') || types.includes('integer')) return 'number';
  if (types.includes('boolean')) return 'boolean';
  if (types.includes('string')) return 'text';
  return 'json';
}

/** Follows a reference inside the same document (`#/$defs/…`). */
function resolved(value: unknown, root: Schema): Schema {
  const schema = asObject(value);
  const reference = schema['$ref'];
  if (typeof reference !== 'string' || !reference.startsWith('#/')) {
    return schema;
  }
  return reference
    .slice(2)
    .split('/')
    .reduce<Schema>((at, step) => objectAt(at, step.replaceAll('~1', '/').replaceAll('~0', '~')), root);
}

function objectAt(schema: Schema, name: string): Schema {
  return asObject(schema[name]);
}

function asObject(value: unknown): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : {};
}
