/** `npm run build`: brings `build/out` up to date, building only the targets whose sources changed. */
import { join } from 'node:path';
import { buildTarget, isStale, removeStrays } from './stamps.ts';
import { ROOT, sizeOf, type Target, targets } from './targets.ts';

export const OUT = join(ROOT, 'build', 'out');
const MILLISECONDS = 1_000;
const KIBIBYTE = 1_024;

/** Builds what is out of date and gives the names of what was built. Throws at the first target that cannot be built. */
export async function build(all: readonly Target[] = targets()): Promise<readonly string[]> {
  // Under Vitest it is `test`, and React would be built for development.
  process.env.NODE_ENV = 'production';
  const stale = all.filter((target) => isStale(ROOT, OUT, target));
  for (const target of stale) {
    const began = performance.now();
    await buildTarget(ROOT, OUT, target);
    const size = String(Math.ceil(sizeOf(join(OUT, target.name)) / KIBIBYTE));
    const seconds = ((performance.now() - began) / MILLISECONDS).toFixed(1);
    console.log(`${target.name.padEnd(26)} ${size.padStart(7)} KiB ${seconds.padStart(6)} s`);
  }
  removeStrays(
    OUT,
    targets().map(({ name }) => name),
  );
  return stale.map(({ name }) => name);
}

if (process.argv[1] === import.meta.filename) {
  const built = await build();
  if (built.length === 0) console.log('build/out is newer than every source: nothing to do');
}
