import { expect, it } from 'vitest';
import { kindName } from './record-text';

it('names a kind by its schema, a statement of a desk by its desk, and what is unknown as it is', () => {
  const kinds = [{ kind: 'hazard', name: { en: 'Hazard', ja: 'hazard-ja' }, schema: {} }];
  expect(kindName('hazard', kinds, 'ja')).toBe('hazard-ja');
  expect(kindName('case-statement', kinds, 'en')).toBe('Statement in a case');
  expect(kindName('case-statement', undefined, 'ja')).not.toContain('case');
  expect(kindName('weather-balloon', kinds, 'en')).toBe('weather-balloon');
});
