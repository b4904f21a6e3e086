import type { Portion } from '../../api/types';

/** The portions that label a field itself or something inside it. */
export function portionsAt(portions: readonly Portion[], field: string): readonly Portion[] {
  const pointer = `/${escapePointer(field)}`;
  return portions.filter(({ at }) => at === pointer || at.startsWith(`${pointer}/`));
}

/** RFC 6901 §3. */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
