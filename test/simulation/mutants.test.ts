/** A simulation that notices nothing proves nothing: sources broken on purpose must break a promise. */
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { playInProcess } from './playing.ts';

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
