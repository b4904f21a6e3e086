import ms from 'milsymbol';
import { describe, expect, it } from 'vitest';
import { trackSidc } from './track-symbol';

describe('the symbol of a track', () => {
  it.each([
    ['sea', '70', '10043000001401010000'],
    ['sea', '30', '10043000001402000000'],
    ['sea', '0', '10013000000000000000'],
    ['sea', undefined, '10013000000000000000'],
    ['air', 'B738', '10010100000000000000'],
    ['air', 'a-f-A-M-F', '10030100000000000000'],
    ['land', 'a-h-G', '10061000000000000000'],
    ['unknown', undefined, '10010000000000000000'],
  ] as const)('of %s %s is %s', (domain, type, expected) => {
    const code = trackSidc(type === undefined ? { domain } : { domain, type });
    expect(code).toBe(expected);
    expect(new ms.Symbol(code).isValid()).toBe(true);
  });
});
