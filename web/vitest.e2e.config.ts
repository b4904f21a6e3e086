import { defineConfig } from 'vitest/config';
import { TEST_MILLIS } from './e2e/patience.ts';
import { SummaryReporter } from './src/testing/summary-reporter.ts';

export default defineConfig({
  test: {
    include: ['e2e/**/*.spec.ts'],
    reporters: ['verbose', new SummaryReporter('target/e2e-tests.json')],
    // One browser at a time: the machine has two cores and the nodes need one.
    fileParallelism: false,
    testTimeout: TEST_MILLIS,
    hookTimeout: TEST_MILLIS,
    retry: Number(process.env.RENKEI_TEST_AGAIN ?? 0),
  },
});
