import fc from 'fast-check';

/** Properties try the same cases in every run; `RENKEI_SEED=…` tries others, and more of them by `RENKEI_RUNS=…`. */
fc.configureGlobal({
  seed: Number(process.env['RENKEI_SEED'] ?? 1960),
  numRuns: Number(process.env['RENKEI_RUNS'] ?? 200),
});
