/**
 * Plays random histories until a promise is broken: `node play.child.ts <histories> <seed> [mutant]`. With a mutant, against
 * sources broken on purpose. Prints what came of it as one line of JSON, with the shrunk history when one failed.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MUTANTS, type Mutant } from './mutants.ts';

const [, , histories, seed, name] = process.argv;

/** From now on the mutated source is loaded in place of the real one; answers whether it was. */
function breakSource({ file, changes }: Mutant): () => boolean {
  const url = pathToFileURL(join(import.meta.dirname, '../..', file)).href;
  let isLoaded = false;
  registerHooks({
    load: (asked, context, next) => {
      const loaded = next(asked, context);
      if (asked !== url) return loaded;
      let source = readFileSync(new URL(asked), 'utf8');
      for (const [from, to] of changes) {
        if (source.split(from).length !== 2) throw new Error(`Il mutante «${name}» non si applica a ${file}: ${from}`);
        source = source.replace(from, () => to);
      }
      isLoaded = true;
      return { ...loaded, source };
    },
  });
  return () => isLoaded;
}

const mutant = name === undefined ? undefined : MUTANTS.find((one) => one.name === name);
if (name !== undefined && !mutant) throw new Error(`Nessun mutante si chiama «${name}».`);
const isApplied = mutant ? breakSource(mutant) : () => true;
const { default: fc } = await import('fast-check');
const { history, historyOfOnly } = await import('./commands.ts');
const { play } = await import('./play.ts');
const outcome = await fc.check(
  fc.asyncProperty(mutant?.only ? historyOfOnly(mutant.only, mutant.exclusive) : history, play),
  {
    numRuns: Number(histories),
    seed: Number(seed),
    // A mutant has only to be noticed; a real failure is wanted small.
    endOnFailure: mutant !== undefined,
  },
);
if (!isApplied()) throw new Error(`Nessuno importa ${mutant?.file}.`);
const cause = outcome.errorInstance;
console.log(
  JSON.stringify({
    failed: outcome.failed,
    played: outcome.numRuns,
    why: cause instanceof Error ? `${cause.stack} ${cause.cause ?? ''}` : '',
    history: outcome.counterexample?.[0] ?? null,
  }),
);
