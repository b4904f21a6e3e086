/** How long to wait for what must come: for machines that do other work meanwhile. How quick it is, benchmarks say. */
export const PATIENCE = { timeout: 60_000 };

/** For a whole test, which waits several times. */
export const TEST_MILLIS = 240_000;
