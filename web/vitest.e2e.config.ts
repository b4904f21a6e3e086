import { defineConfig } from 'vitest/config';
import { TEST_MILLIS } from './e2e/patience.ts';
import { SummaryReporter } from './src/testing/summary-reporter.ts';

const real = !!process.env.RENKEI_E2E;

export default defineConfig({
  test: {
    include: ['e2e/**/*.spec.ts'],
    setupFiles: ['e2e/once.ts'],
    reporters: ['verbose', new SummaryReporter(real ? 'target/e2e-tests.json' : 'target/e2e-fake-tests.json')],
    // One browser at a time beside real nodes, which need the other of two cores; fake ones are in the process.
    fileParallelism: !real,
    maxWorkers: 2,
    testTimeout: TEST_MILLIS,
    hookTimeout: TEST_MILLIS,
    retry: Number(process.env.RENKEI_TEST_AGAIN ?? 0),
  },
});
