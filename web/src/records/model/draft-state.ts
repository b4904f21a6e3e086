import type { Draft, Portion, Precedence, SharedRecord } from '../../api/types';
import { readInput, readInstant, writeInput, writeInstant, type FieldInput, type InputProblem } from './field-input';
import { middleOf, readGeometry } from './geometry';
import type { FieldSpec } from './field-schema';
import { escapePointer } from './portions';

/** A draft as it stands in the form. */
export interface DraftState {
  readonly kind: string;
  readonly label: string;
  readonly precedence: Precedence;
  readonly author: string;
  readonly inputs: Readonly<Record<string, FieldInput>>;
  readonly portions: readonly Portion[];
  readonly references: string;
  /** When the release ends by itself, as typed. Drafts kept by an older client have none. */
  readonly until?: string;
  /** Content this client has no field for: kept and passed on unchanged. */
  readonly rest: Readonly<Record<string, unknown>>;
}

export const PRECEDENCES: readonly Precedence[] = ['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'];

export function emptyDraft(kind: string, now: Date): DraftState {
  return {
    kind,
    label: 'UNCLASSIFIED',
    precedence: 'ROUTINE',
    author: '',
    inputs: { time: { value: now.toISOString().slice(0, 16).replace('T', ' ') } },
    portions: [],
    references: '',
    until: '',
    rest: {},
  };
}

export function draftOf(record: SharedRecord, specs: readonly FieldSpec[]): DraftState {
  const body = record.body as Record<string, unknown>;
  const known = new Map(specs.map((spec) => [spec.name, spec]));
  return {
    kind: record.kind,
    label: record.label,
    precedence: record.precedence,
    author: record.author,
    inputs: Object.fromEntries(specs.map((spec) => [spec.name, writeInput(spec, body[spec.name])])),
    portions: record.portions,
    references: record.references.join('\n'),
    until: record.until === undefined ? '' : writeInstant(record.until),
    rest: Object.fromEntries(Object.entries(body).filter(([name]) => !known.has(name))),
  };
}

/** Where the problem of the end stands among those of the fields: no field of a body can have this name. */
export const UNTIL = '/until';

export interface ReadDraft {
  readonly draft: Draft;
  readonly problems: ReadonlyMap<string, InputProblem>;
  /** Required by the kind and still empty: nothing the node could decide about yet. */
  readonly missing: readonly string[];
}

/** What is sent. Portions of fields that are empty now have nothing to label and stay away. */
export function readDraft(state: DraftState, specs: readonly FieldSpec[], revises: number | null): ReadDraft {
  const problems = new Map<string, InputProblem>();
  const body: Record<string, unknown> = { ...state.rest };
  for (const spec of specs) {
    const read = readInput(spec, state.inputs[spec.name] ?? {});
    if ('problem' in read) {
      problems.set(spec.name, read.problem);
    } else if (read.value !== undefined) {
      body[spec.name] = read.value;
    }
  }
  const geometry = specs.some(({ type }) => type === 'geometry') ? readGeometry(body['geometry']) : null;
  if (geometry) {
    body['position'] = middleOf(geometry);
  }
  const until = readInstant((state.until ?? '').trim());
  if ('problem' in until) {
    problems.set(UNTIL, until.problem);
  }
  const present = new Set(Object.keys(body).map((name) => `/${escapePointer(name)}`));
  const references = state.references.split(/\s+/).filter((id) => id !== '');
  const draft: Draft = {
    kind: state.kind,
    label: state.label,
    precedence: state.precedence,
    portions: withMiddle(
      state.portions.filter(({ at }) => present.has(`/${at.split('/')[1] ?? ''}`)),
      geometry !== null,
    ),
    references,
    body,
    ...(state.author.trim() === '' ? {} : { author: state.author.trim() }),
    ...('value' in until && typeof until.value === 'string' ? { until: until.value } : {}),
    ...(revises === null ? {} : { revises }),
  };
  const missing = specs.filter(({ name, required }) => required && !(name in body)).map(({ name }) => name);
  return { draft, problems, missing };
}

/** Whoever may not hold a geometry does not get its middle either. */
function withMiddle(portions: readonly Portion[], drawn: boolean): Portion[] {
  const geometry = portions.find(({ at }) => at === '/geometry');
  return drawn
    ? [
        ...portions.filter(({ at }) => at !== '/position'),
        ...(geometry ? [{ at: '/position', label: geometry.label, otherwise: 'remove' as const }] : []),
      ]
    : [...portions];
}

export function portionOf(state: DraftState, field: string): Portion | undefined {
  return portionAt(state, `/${escapePointer(field)}`);
}

/** By the pointer itself, for places that are no field of their own. */
export function portionAt(state: DraftState, place: string): Portion | undefined {
  return state.portions.find(({ at }) => at === place);
}

export function withPortion(state: DraftState, field: string, portion: Omit<Portion, 'at'> | null): DraftState {
  return withPortionAt(state, `/${escapePointer(field)}`, portion);
}

export function withPortionAt(state: DraftState, at: string, portion: Omit<Portion, 'at'> | null): DraftState {
  const others = state.portions.filter((one) => one.at !== at);
  return { ...state, portions: portion === null ? others : [...others, { at, ...portion }] };
}
