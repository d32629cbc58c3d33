/** What each target was built from, so that only what a change touches is built again. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Target } from './targets.ts';

/** Folder of the stamps below that of the build. */
export const STAMPS = '.built';

/** Path of a source from the root → SHA-256 of its content, empty when it changed while it was being built. */
type Stamp = Readonly<Record<string, string>>;

const stampOf = (out: string, name: string): string => join(out, STAMPS, `${name.replaceAll('/', '+')}.json`);

function hashOf(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return undefined;
  }
}

/** The packages, the way they are built and Node itself: what every target is made with. */
function toolsHash(root: string, isDev: boolean): string {
  const tools = ['package-lock.json', 'build/scripts/targets.ts', 'build/scripts/copy-assets.ts'];
  return [process.version, isDev, ...tools.map((tool) => hashOf(join(root, tool)))].join();
}

function readStamp(out: string, name: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(stampOf(out, name), 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}

/** Whether a file is a source of the project, and not of a package or of Vite itself. */
const isSource = (root: string, file: string): boolean =>
  file.startsWith(root + sep) && !relative(root, file).startsWith('node_modules') && existsSync(file);

/** Whether the target is missing, or a source of it is no longer what it was built from. */
export function isStale(root: string, out: string, { name, isDev }: Target): boolean {
  const stamp = existsSync(join(out, name)) ? readStamp(out, name) : undefined;
  if (stamp?.tools !== toolsHash(root, isDev)) return true;
  return Object.entries(stamp).some(([path, hash]) => path !== 'tools' && hashOf(join(root, path)) !== hash);
}

/** Builds a target and remembers its sources. A source saved meanwhile leaves it stale. Throws when it cannot be built. */
export async function buildTarget(root: string, out: string, { name, isDev, build }: Target): Promise<void> {
  rmSync(stampOf(out, name), { force: true });
  const began = Date.now();
  const files = await build(out);
  const sources = [...new Set(files)].filter((file) => isSource(root, file)).toSorted();
  const hashes = sources.map((file) => [
    relative(root, file).split(sep).join('/'),
    statSync(file).mtimeMs > began ? '' : hashOf(file),
  ]);
  mkdirSync(join(out, STAMPS), { recursive: true });
  writeFileSync(stampOf(out, name), JSON.stringify({ tools: toolsHash(root, isDev), ...Object.fromEntries(hashes) }));
}

/** Removes what a target of a former name left. */
export function removeStrays(out: string, names: readonly string[]): void {
  const known = new Set(names.flatMap((name) => [name, `${name}.map`]));
  for (const path of globSync('{main,preload,core,share,workers}/*', { cwd: out })) {
    if (!known.has(path.split(sep).join('/'))) rmSync(join(out, path));
  }
}
