/**
 * `npm run test:quick`: the unit tests that a change touches, in a minute at most, then one line with what was not run.
 *   --base REF  compares with REF instead of the commit before the last one
 */
import { parseArgs } from 'node:util';
import { createVitest, type TestModule } from 'vitest/node';

const LIMIT_MILLISECONDS = 55_000;
const NEVER = 'simulazione, attrezzi (stand-in), finestra, pacchetto';

/** The commit to compare with; undefined when the words make no sense. */
function wantedBase(): string | undefined {
  try {
    return parseArgs({ options: { base: { type: 'string', default: 'HEAD~1' } } }).values.base;
  } catch {
    return undefined;
  }
}

interface Outcome {
  readonly failed: boolean;
  readonly files: number;
  /** Files that had not ended when time was up. */
  readonly left: number;
}

const hasEnded = (module: TestModule): boolean => ['passed', 'failed', 'skipped'].includes(module.state());

/** Runs what changed since `base`, until time is up. */
async function runChanged(base: string): Promise<Outcome> {
  // Read by build/vitest.config.ts.
  process.env.PUNTOSI_QUICK = '1';
  const vitest = await createVitest('test', {
    config: 'build/vitest.config.ts',
    watch: false,
    changed: base,
    passWithNoTests: true,
    // A line of package.json would otherwise touch every test.
    forceRerunTriggers: [],
  });
  const files = (await vitest.getRelevantTestSpecifications()).length;
  // Vitest takes a run of no file for a mistake.
  if (files === 0) return { failed: false, files, left: 0 };
  const outcome = (): Outcome => {
    const modules = vitest.state.getTestModules();
    const failed =
      modules.some((module) => module.state() === 'failed') || vitest.state.getUnhandledErrors().length > 0;
    return { failed, files, left: files - modules.filter(hasEnded).length };
  };
  // What is cut short counts neither as passed nor as failed: it is taken as it stands before.
  let atLimit: Outcome | undefined;
  const limit = setTimeout(() => {
    atLimit = outcome();
    void vitest.cancelCurrentRun('keyboard-input');
  }, LIMIT_MILLISECONDS - performance.now());
  await vitest.start();
  clearTimeout(limit);
  return atLimit ?? outcome();
}

const base = wantedBase();
if (base === undefined) {
  console.error('Uso: npm run test:quick [-- --base RIFERIMENTO]');
  process.exitCode = 1;
} else {
  const { failed, files, left } = await runChanged(base);
  const late = left > 0 ? `${left} file su ${files} per mancanza di tempo, ` : '';
  console.log(`Non eseguito: ${late}quello che la modifica da ${base} non tocca, ${NEVER}. Tutto: npm test`);
  process.exit(failed ? 1 : 0);
}
