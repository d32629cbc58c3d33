/** Builds the programs and the screens into `build/out`, or does nothing when they are newer than their sources. */
import { existsSync, globSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build as viteBuild } from 'vite';
import { copyAssets } from './copy-assets.ts';

const root = join(import.meta.dirname, '..', '..');
const out = join(root, 'build', 'out');
/** Written last: its time is that of the last complete build. */
const stamp = join(out, '.built');
const SOURCES = [
  'shared',
  'electron',
  'renderer',
  'build/scripts',
  'build/resources',
  'package.json',
  'package-lock.json',
];
/** Native: its binary is loaded from node_modules, also in the packed app. */
const NATIVE = ['better-sqlite3'];
const MILLISECONDS = 1_000;
const KIBIBYTE = 1_024;

interface Program {
  /** Folder below `build/out`. */
  readonly folder: string;
  readonly entry: string;
  readonly file: string;
  readonly format: 'cjs' | 'es';
  readonly external: readonly string[];
}

/** The Node programs of the app; each becomes one file. */
function programs(): readonly Program[] {
  const workers = globSync('electron/*/*.worker.ts', { cwd: root }).toSorted();
  const names = workers.map((entry) => basename(entry, '.worker.ts'));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two workers are named ${twice}.worker.ts. Rename one: they share build/out/workers.`);
  return [
    { folder: 'main', entry: 'electron/shell/main.ts', file: 'main.cjs', format: 'cjs', external: ['electron'] },
    {
      folder: 'preload',
      entry: 'electron/shell/preload.ts',
      file: 'preload.cjs',
      format: 'cjs',
      external: ['electron'],
    },
    { folder: 'core', entry: 'electron/core.ts', file: 'core.mjs', format: 'es', external: NATIVE },
    { folder: 'share', entry: 'electron/share/process.ts', file: 'share.mjs', format: 'es', external: [] },
    ...workers.map(
      (entry, index): Program => ({
        folder: 'workers',
        entry,
        file: `${names[index]}.mjs`,
        format: 'es',
        external: NATIVE,
      }),
    ),
  ];
}

async function buildProgram({ folder, entry, file, format, external }: Program): Promise<void> {
  if (!existsSync(join(root, entry))) throw new Error(`${entry} is missing: it is the entry of ${folder}/${file}.`);
  await viteBuild({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: [...external] },
    build: {
      ssr: entry,
      target: 'node24',
      outDir: join(out, folder),
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        external: [...external, ...builtinModules, /^node:/],
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  });
}

async function buildScreens(): Promise<void> {
  await viteBuild({
    root: join(root, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome150',
      outDir: join(out, 'renderer'),
      emptyOutDir: true,
      sourcemap: true,
      modulePreload: { polyfill: false },
      // One window, loaded once from the disk.
      chunkSizeWarningLimit: 4_000,
    },
  });
}

function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const below = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
  return [path, ...below];
}

async function timed(label: string, paths: readonly string[], work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  await work();
  const bytes = paths
    .flatMap(filesBelow)
    .filter((file) => !file.endsWith('.map') && statSync(file).isFile())
    .reduce((total, file) => total + statSync(file).size, 0);
  const seconds = ((performance.now() - began) / MILLISECONDS).toFixed(1);
  console.log(`${label.padEnd(24)} ${String(Math.ceil(bytes / KIBIBYTE)).padStart(7)} KiB ${seconds.padStart(6)} s`);
}

/** Whether a source, or a folder of sources, changed after the last complete build. */
export function isStale(): boolean {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return SOURCES.flatMap((source) => filesBelow(join(root, source))).some((path) => statSync(path).mtimeMs > built);
}

/** Builds everything from scratch. Throws at the first target that cannot be built. */
export async function build(): Promise<void> {
  // Under Vitest it is `test`, and React would be built for development.
  process.env.NODE_ENV = 'production';
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  // Taken before the work: a source saved meanwhile makes the build stale.
  const began = new Date();
  for (const program of programs()) {
    const label = `${program.folder}/${program.file}`;
    await timed(label, [join(out, label)], () => buildProgram(program));
  }
  await timed('renderer', [join(out, 'renderer')], buildScreens);
  await timed('assets', [join(out, 'assets')], () => copyAssets(join(out, 'assets')));
  writeFileSync(stamp, '');
  utimesSync(stamp, began, began);
}

if (process.argv[1] === import.meta.filename) {
  if (isStale()) await build();
  else console.log('build/out is newer than every source: nothing to do');
}
