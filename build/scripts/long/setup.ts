import { configureGlobal } from 'fast-check';

const SECONDS = 1_000;

/** Cases of each property that sets no number of its own; every turn has another seed, and none takes for ever. */
configureGlobal({
  numRuns: 2_000,
  seed: Number(process.env.PUNTOSI_SEED),
  interruptAfterTimeLimit: 60 * SECONDS,
});
