import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAP_COLORS } from '../map/map-colors';

/** Of 255. Green and blue take the eye's night sight away; a little of them keeps letters legible on red. */
const MOST_GREEN = 110;
const MOST_BLUE = 90;

function isRed(color: string): boolean {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return g <= MOST_GREEN && b <= MOST_BLUE && g <= r * 0.45 && b <= r * 0.4;
}

const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');
const blocks = [...css.matchAll(/\[data-theme='red'\][^{]*\{([^}]*)\}/g)]
  .map(([, block]) => block as string)
  .join('\n');
const tokens = [...blocks.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color] as const);
const onMap = Object.entries(MAP_COLORS.red).flatMap(([name, value]) =>
  typeof value === 'string' ? [[name, value] as const] : Object.entries(value as Record<string, string>),
);

describe('under red light', () => {
  it('sets every color that the other modes set', () => {
    const names = (block: string | undefined) =>
      [...(block ?? '').matchAll(/--([\w-]+): #/g)].map(([, name]) => name as string);
    const night = names(/:root \{([^}]*)\}/.exec(css)?.[1]);
    expect(night.filter((name) => !tokens.some(([red]) => red === name))).toEqual([]);
  });

  it.each([...tokens, ...onMap])('%s (%s) is red', (_, color) => {
    expect(isRed(color as string)).toBe(true);
  });
});
