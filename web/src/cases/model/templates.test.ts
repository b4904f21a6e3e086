import { expect, it } from 'vitest';
import { composed, TEMPLATES, templatesFor, withReport, type Template } from './templates';

const methane = TEMPLATES.find(({ id }) => id === 'methane') as Template;

it('offers the reports that fit what is said', () => {
  expect(templatesFor('report').map(({ id }) => id)).toEqual(['salute', 'methane']);
  expect(templatesFor('request').map(({ id }) => id)).toEqual(['methane', 'nine-line']);
  expect(templatesFor('decision')).toEqual([]);
});

it('says every line in both languages, and of what is missing that it is not known', () => {
  const text = composed(methane, ['declared 0136Z', ' Mashiki ']);
  expect(text.split('\n')).toHaveLength(8);
  expect(text.split('\n')[1]).toMatch(/^M {2}Major incident declared \/ .+: declared 0136Z$/);
  expect(text).toContain(': Mashiki\n');
  expect(text.match(/: not known \/ ./gu)).toHaveLength(5);
});

it.each(TEMPLATES)('$id spells its name or counts its lines', ({ id, lines }) => {
  const marks = lines.map(({ mark }) => mark).join('');
  expect(marks).toBe(id === 'nine-line' ? '123456789' : id.toUpperCase());
});

it('loses nothing that was typed beside it', () => {
  const first = composed(methane, ['a $& b']);
  const once = withReport('Typed by hand.', '', first);
  expect(once).toBe(`Typed by hand.\n\n${first}`);
  const second = composed(methane, ['$1 c']);
  expect(withReport(`${once}\nMore.`, first, second)).toBe(`Typed by hand.\n\n${second}\nMore.`);
  expect(withReport('All rewritten.', first, second)).toBe(`All rewritten.\n\n${second}`);
  expect(withReport('  ', '', first)).toBe(first);
});
