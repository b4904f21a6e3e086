import { readGeometry } from './geometry';
import { isPosition } from './position';
import type { FieldSpec } from './field-schema';

/** What stands in the inputs of one field, as typed. `value` for one input; `ja`/`en`, `lat`/`lon`, `value`/`unit` for two. */
export type FieldInput = Readonly<Record<string, string>>;

export type InputProblem =
  'form.notInstant' | 'form.notNumber' | 'form.notJson' | 'form.notGeometry' | 'form.latRange' | 'form.lonRange';

export type Read = { readonly value: unknown } | { readonly problem: InputProblem };

export function isBilingual(input: FieldInput): boolean {
  return 'ja' in input || 'en' in input;
}

/** The value for the body; undefined when nothing was entered. */
export function readInput(spec: FieldSpec, input: FieldInput): Read {
  const value = (input['value'] ?? '').trim();
  switch (spec.type) {
    case 'local-text': {
      if (!isBilingual(input)) return { value: value === '' ? undefined : value };
      const texts = Object.entries({ en: input['en']?.trim() ?? '', ja: input['ja']?.trim() ?? '' }).filter(
        ([, text]) => text !== '',
      );
      return { value: texts.length === 0 ? undefined : Object.fromEntries(texts) };
    }
    case 'position':
      return readPosition(input);
    case 'quantity':
      return readQuantity(input);
    case 'number':
      if (value === '') return { value: undefined };
      return Number.isFinite(Number(value)) ? { value: Number(value) } : { problem: 'form.notNumber' };
    case 'boolean':
      return { value: value === '' ? undefined : value === 'true' };
    case 'instant':
      return readInstant(value);
    case 'json':
      return readJson(value);
    case 'geometry':
      return readShape(value);
    case 'text':
    case 'choice':
      return { value: value === '' ? undefined : value };
  }
}

function readPosition(input: FieldInput): Read {
  const lat = (input['lat'] ?? '').trim();
  const lon = (input['lon'] ?? '').trim();
  if (lat === '' && lon === '') return { value: undefined };
  if (lat === '' || !(Math.abs(Number(lat)) <= 90)) return { problem: 'form.latRange' };
  if (lon === '' || !(Math.abs(Number(lon)) <= 180)) return { problem: 'form.lonRange' };
  return { value: { lat: Number(lat), lon: Number(lon) } };
}

/** What else a quantity came with stays in it. */
function readQuantity(input: FieldInput): Read {
  const amount = (input['value'] ?? '').trim();
  const unit = (input['unit'] ?? '').trim();
  if (amount === '' && unit === '') return { value: undefined };
  if (amount === '' || !(Number(amount) >= 0)) return { problem: 'form.notNumber' };
  const rest = JSON.parse(input['rest'] ?? '{}') as object;
  return { value: { ...rest, value: Number(amount), ...(unit === '' ? {} : { unit }) } };
}

/** `2016-04-16 01:36`, with seconds or without, always Z. */
export function readInstant(text: string): Read {
  if (text === '') return { value: undefined };
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?Z?$/.exec(text);
  const instant = match ? `${match[1]}T${match[2]}${match[3] ?? ':00'}Z` : '';
  return Number.isNaN(Date.parse(instant)) ? { problem: 'form.notInstant' } : { value: instant };
}

function readJson(text: string): Read {
  if (text === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { problem: 'form.notJson' };
  }
}

function readShape(text: string): Read {
  const read = readJson(text);
  return 'problem' in read || read.value === undefined || readGeometry(read.value)
    ? read
    : { problem: 'form.notGeometry' };
}

/** The inputs for a value that a record already has. */
export function writeInput(spec: FieldSpec, value: unknown): FieldInput {
  if (value === undefined || value === null) return {};
  switch (spec.type) {
    case 'local-text':
      return typeof value === 'object'
        ? { ja: textAt(value, 'ja'), en: textAt(value, 'en') }
        : { value: String(value) };
    case 'position':
      return isPosition(value) ? { lat: String(value.lat), lon: String(value.lon) } : {};
    case 'quantity':
      return writeQuantity(value);
    case 'instant':
      return { value: writeInstant(String(value)) };
    case 'json':
      return { value: JSON.stringify(value, null, 2) };
    case 'geometry':
      return { value: JSON.stringify(value) };
    case 'number':
    case 'boolean':
    case 'text':
    case 'choice':
      return { value: typeof value === 'string' ? value : JSON.stringify(value) };
  }
}

function writeQuantity(quantity: unknown): FieldInput {
  if (typeof quantity !== 'object' || quantity === null) return {};
  const { value, unit, ...rest } = quantity as Readonly<Record<string, unknown>>;
  return {
    value: value === undefined ? '' : String(value as number),
    unit: typeof unit === 'string' ? unit : '',
    ...(Object.keys(rest).length === 0 ? {} : { rest: JSON.stringify(rest) }),
  };
}

export function writeInstant(instant: string): string {
  return instant.replace(/(:00)?(\.\d+)?Z$/, '').replace('T', ' ');
}

function textAt(value: object, name: string): string {
  const text: unknown = (value as Record<string, unknown>)[name];
  return typeof text === 'string' ? text : '';
}
