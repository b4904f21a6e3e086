import type { CaseField } from '../../api/types';
import type { Typed } from '../../statements/model/form';

/** Fields that only some results have. */
const OF_RESULTS: Readonly<Record<string, readonly string[]>> = { commitment: ['committed'] };

/** Of a result, only what that result has is asked for and sent; what an item was deferred from is never typed. */
export function isAsked(field: CaseField, typed: Typed): boolean {
  const result = typed['result'];
  return result === undefined || (OF_RESULTS[field.name]?.includes(result) ?? true);
}

/** What a result cannot do without. */
export function isNeeded(field: CaseField, typed: Typed): boolean {
  const result = typed['result'];
  return (
    field.required ||
    (result === 'agreed' && (field.name === 'textEn' || field.name === 'textJa')) ||
    (result === 'committed' && field.name === 'commitment')
  );
}
