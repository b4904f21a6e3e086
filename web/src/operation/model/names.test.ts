import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isTextKey } from '../../i18n/translate';

const JAVA = fileURLToPath(new URL('../../../../node/src/main/java/org/renkei', import.meta.url));

const sources = readdirSync(JAVA, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.java'))
  .map((path) => ({ path, text: readFileSync(join(JAVA, path), 'utf8') }));

const named = (texts: readonly string[], pattern: RegExp) => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name as string))),
];

const jobs = named(
  sources.map(({ text }) => text),
  /\b(?:every|watch)\(\s*"([a-z-]+)"/g,
);

const checks = named(
  sources.filter(({ path }) => path.startsWith('operation')).map(({ text }) => text),
  /\bCheck(?:\.\w+)?\(\s*"([a-z]+):?"/g,
);

it('finds the jobs and the checks of the node', () => {
  expect(jobs).toContain('acsa-alerts');
  expect(jobs.length).toBeGreaterThan(12);
  expect(checks).toContain('reviews');
  expect(checks.length).toBeGreaterThan(6);
});

it.each(jobs)('the job %s has a name', (job) => {
  expect(isTextKey(`operation.job.${job}`)).toBe(true);
});

it.each(checks)('the check %s has a name', (check) => {
  expect(isTextKey(`operation.on.${check}`)).toBe(true);
});
