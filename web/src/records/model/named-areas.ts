import type { LocalText } from '../../api/types';
import { isLocalText } from '../../i18n/translate';

/** An area of an alert or a hazard, to be read: where its lines and corners run is on the map. */
export interface NamedArea {
  readonly name: LocalText;
  /** What else is said of it in words, such as `5-` or `10 m`. */
  readonly facts: readonly string[];
}

const SHAPES = ['polygon', 'circle', 'lines', 'code', 'geocodes', 'grade'];
const FACTS = ['intensity', 'category', 'height'];

/** Areas out of a value of a body; null when it is something else, which is then shown whole. */
export function namedAreas(value: unknown): readonly NamedArea[] | null {
  if (!Array.isArray(value) || value.length === 0) {
    return null;
  }
  const areas = value.map(namedArea);
  return areas.every((area) => area !== null) ? areas : null;
}

function namedArea(value: unknown): NamedArea | null {
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const name = fields['description'] ?? fields['name'];
  if (!isLocalText(name) || !SHAPES.some((field) => field in fields)) {
    return null;
  }
  const said = JSON.stringify(name);
  const facts = FACTS.map((field) => fields[field])
    .filter((fact) => typeof fact === 'string' || typeof fact === 'number')
    .map(String)
    .filter((fact) => fact !== '' && !said.includes(fact));
  return { name, facts };
}
