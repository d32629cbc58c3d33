import { configureGlobal } from 'fast-check';

/** Cases of each property that sets no number of its own; `PUNTOSI_RUNS=100000` for a night. */
configureGlobal({ numRuns: Number(process.env.PUNTOSI_RUNS ?? 5000) });
