/** A simulation that notices nothing proves nothing: sources broken on purpose must break a promise. */
import { describe, expect, it } from 'vitest';
import { MUTANTS, TESTED_MUTANTS } from './mutants.ts';
import { playInProcess, runAgainst } from './playing.ts';

const SEED = 1;

describe('the simulation notices', () => {
  it.each(MUTANTS)(
    '$name: $breaks',
    async ({ name, within }) => {
      const { failed, played } = await playInProcess(within, SEED, name);
      expect(failed, `${name} survived ${played} histories`).toBe(true);
    },
    300_000,
  );
});

describe('a test notices', () => {
  it.each(TESTED_MUTANTS)(
    '$name: $breaks',
    async (mutant) => {
      const { isApplied, failed } = await runAgainst(mutant);
      expect(isApplied, `${mutant.name} does not apply`).toBe(true);
      expect(failed, `${mutant.name} survived ${mutant.test}`).toBe(true);
    },
    120_000,
  );
});
