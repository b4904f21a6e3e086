import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './src/testing/summary-reporter.ts';

export default defineConfig({
  test: {
    include: ['e2e/**/*.spec.ts'],
    reporters: ['verbose', new SummaryReporter('target/e2e-tests.json')],
    // One browser at a time: the machine has two cores and the nodes need one.
    fileParallelism: false,
    testTimeout: 45_000,
    hookTimeout: 60_000,
    retry: Number(process.env.RENKEI_TEST_AGAIN ?? 0),
  },
});
