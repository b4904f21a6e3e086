import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './src/testing/summary-reporter.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/browser-globals.ts', 'src/testing/seeds.ts'],
    reporters: [['default', { summary: false }], new SummaryReporter('target/web-tests.json')],
    maxWorkers: 2,
  },
});
