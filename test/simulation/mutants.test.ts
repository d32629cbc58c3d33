/** A simulation that notices nothing proves nothing: sources broken on purpose must break a promise. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTANTS, TESTED_MUTANTS } from './mutants.ts';
import { playInProcess, runAgainst } from './playing.ts';

const SEED = 1;
/** One of each kind in every run; `npm run long:mutants` takes all of them. */
const SAMPLE = process.env.PUNTOSI_EVERY_MUTANT ? MUTANTS.length + TESTED_MUTANTS.length : 1;

describe('a source broken on purpose', () => {
  const changes = [
    ...MUTANTS.flatMap(({ name, file, changes }) => changes.map(([from]) => ({ name, file, from }))),
    ...TESTED_MUTANTS.map(({ name, file, from }) => ({ name, file, from })),
  ];
  it.each(changes)('$name still applies to $file', ({ file, from }) => {
    expect(readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8')).toContain(from);
  });
});

describe('the simulation notices', () => {
  it.each(MUTANTS.slice(0, SAMPLE))(
    '$name: $breaks',
    async ({ name, within }) => {
      const { failed, played } = await playInProcess(within, SEED, name);
      expect(failed, `${name} survived ${played} histories`).toBe(true);
    },
    600_000,
  );
});

describe('a test notices', () => {
  it.each(TESTED_MUTANTS.slice(0, SAMPLE))(
    '$name: $breaks',
    async (mutant) => {
      const { isApplied, failed } = await runAgainst(mutant);
      expect(isApplied, `${mutant.name} does not apply`).toBe(true);
      expect(failed, `${mutant.name} survived ${mutant.test}`).toBe(true);
    },
    300_000,
  );
});
