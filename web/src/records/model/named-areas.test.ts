import { describe, expect, it } from 'vitest';
import { namedAreas } from './named-areas';

const LINES = [
  [
    [38.9, 141.7],
    [38, 140.9],
  ],
];

describe('the areas of an alert or a hazard', () => {
  it('are their names with what is said of them, without the points of their shapes', () => {
    const coast = {
      description: { ja: '岩手県（大津波警報 ５ｍ）' },
      code: '210',
      height: '５ｍ',
      grade: 'major',
      lines: LINES,
    };
    const shaken = { name: { ja: '熊本' }, code: '741', intensity: '6+' };
    expect(namedAreas([coast, shaken])).toEqual([
      { name: { ja: '岩手県（大津波警報 ５ｍ）' }, facts: [] },
      { name: { ja: '熊本' }, facts: ['6+'] },
    ]);
  });

  it('are nothing else: what is no area is shown whole', () => {
    expect(namedAreas([])).toBeNull();
    expect(namedAreas('Iwate')).toBeNull();
    expect(namedAreas([{ name: 'no shape' }])).toBeNull();
    expect(namedAreas([{ lines: LINES }])).toBeNull();
    expect(namedAreas([{ name: 'Iwate', code: '210' }, null])).toBeNull();
  });
});
