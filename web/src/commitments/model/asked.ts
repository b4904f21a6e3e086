import type { CaseField } from '../../api/types';
import type { Typed } from '../../statements/model/form';

/** Fields that only some states have. */
const OF_STATES: Readonly<Record<string, readonly string[]>> = {
  measured: ['met'],
  by: ['superseded'],
  due: ['open', 'on-track', 'at-risk'],
};

/** Of a proposed state, only what that state has is asked for and sent. */
export function isAsked(field: CaseField, typed: Typed): boolean {
  const state = typed['state'];
  return state === undefined || (OF_STATES[field.name]?.includes(state) ?? true);
}
