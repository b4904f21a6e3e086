import { readFileSync } from 'node:fs';
import { beforeEach } from 'vitest';
import { nameOf, type Summary } from '../src/testing/summary-reporter.ts';

// What ran at real nodes is not run again at fake ones: RENKEI_E2E_DONE is the summary of that run.
const file = process.env['RENKEI_E2E_DONE'];
const done = new Set(file ? (JSON.parse(readFileSync(file, 'utf8')) as Summary).ran : []);

beforeEach(({ task, skip }) => {
  const suites: string[] = [];
  for (let suite = task.suite; suite; suite = suite.suite) {
    suites.unshift(suite.name);
  }
  skip(done.has(nameOf(task.file.name, [...suites, task.name])), 'ran at real nodes');
});
