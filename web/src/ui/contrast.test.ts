import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name as string, color as string]),
  );
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const TEXTS = [
  'text',
  'text-2',
  'text-3',
  'accent',
  'danger',
  'caution',
  'ok',
  'flash',
  'immediate',
  'priority',
  'routine',
];
const SURFACES = ['bg', 'surface', 'raised', 'selected', 'field'];

describe.each([
  ['night', ':root'],
  ['day', ":root[data-theme='day']"],
  ['red light', ":root[data-theme='red']"],
])('by %s', (_, selector) => {
  const tokens = tokensOf(selector);
  it.each(TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)))(
    '%s can be read on %s',
    (text, surface) => {
      expect(contrast(tokens.get(text) ?? '', tokens.get(surface) ?? '')).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('the word on the main button can be read', () => {
    expect(contrast(tokens.get('on-accent') ?? '', tokens.get('accent') ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});
