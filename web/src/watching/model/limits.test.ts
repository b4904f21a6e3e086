import { describe, expect, it } from 'vitest';
import { meant, RULE_NAMES, RULES, shown } from './limits';

describe('limits', () => {
  it('are shown in the units of the bridge and sent in those of physics', () => {
    expect(shown(1800, 'min')).toBe(30);
    expect(meant(30, 'min')).toBe(1800);
    expect(shown(0.1, '%')).toBe(10);
    expect(meant(2, 'kn')).toBeCloseTo(1.02889, 5);
  });

  it('come back as they were typed', () => {
    for (const rule of RULE_NAMES) {
      for (const { unit } of RULES[rule]) {
        for (const typed of [0.5, 1, 2.5, 7, 45, 68.4, 1360]) {
          expect(shown(meant(typed, unit), unit)).toBe(typed);
        }
      }
    }
  });
});
