import { describe, expect, it } from 'vitest';
import { reachable } from './levels';

const LEVELS = ['summit', 'operations', 'component'];
const BODIES = LEVELS.flatMap((level) => [
  { code: `${level}-1`, level },
  { code: `${level}-2`, level },
]);
const codes = (act: string, from: string) => reachable(act, from, BODIES, LEVELS).map(({ code }) => code);

describe('where a matter may go', () => {
  it('is up by an escalation and down by a delegation', () => {
    expect(codes('escalate', 'operations-1')).toEqual(['summit-1', 'summit-2']);
    expect(codes('delegate', 'operations-1')).toEqual(['component-1', 'component-2']);
    expect(codes('escalate', 'summit-1')).toEqual([]);
  });

  it('is anywhere by other acts, and while one does not know from where', () => {
    expect(codes('call', 'operations-1')).toHaveLength(BODIES.length);
    expect(codes('escalate', 'nowhere')).toHaveLength(BODIES.length);
  });
});
