/** The programs and the screens of the app, as Vite builds them: one target for each file or folder below `build/out`. */
import { globSync, readdirSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type InlineConfig, type Plugin, build as viteBuild } from 'vite';
import { ASSETS, copyAssets } from './copy-assets.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
/** Native: its binary is loaded from node_modules, also in the packed app. */
const NATIVE = ['better-sqlite3'];

/** Something that is built by itself when one of its sources changes. */
export interface Target {
  /** Where it lies below the folder of the build: `core/core.mjs`, `renderer`. */
  readonly name: string;
  /** Made for `npm run dev` and for nothing else. */
  readonly isDev: boolean;
  /** Builds it into `out/<name>`; gives the absolute paths of the sources it was made of. Throws when it cannot. */
  readonly build: (out: string) => Promise<readonly string[]>;
}

interface Program {
  readonly name: string;
  readonly entry: string;
  readonly format: 'cjs' | 'es';
  readonly external: readonly string[];
}

/** Whether `npm run dev` may put its hands on the shell; in every other build the door is not even in the program. */
const define = (isDev: boolean) => ({ DEV_DOOR: String(isDev) });

/** Collects every module of a build. */
function reading(files: Set<string>): Plugin {
  return {
    name: 'reading',
    buildEnd() {
      for (const file of this.getModuleIds()) files.add(file.split('?')[0] ?? file);
    },
  };
}

function programTarget({ name, entry, format, external }: Program, isDev = false): Target {
  const [folder = '', file = ''] = name.split('/');
  return {
    name,
    isDev,
    build: async (out) => {
      const files = new Set([join(ROOT, entry)]);
      await viteBuild({
        root: ROOT,
        configFile: false,
        logLevel: 'warn',
        define: define(isDev),
        plugins: [reading(files)],
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
      return [...files];
    },
  };
}

/** What the built screens and those of `npm run dev` have in common. */
export const screensConfig: InlineConfig = {
  root: join(ROOT, 'renderer'),
  configFile: false,
  plugins: [react()],
};

const screens: Target = {
  name: 'renderer',
  isDev: false,
  build: async (out) => {
    // A style sheet that another one imports is no module of its own.
    const files = new Set(globSync('renderer/**/*.css', { cwd: ROOT }).map((path) => join(ROOT, path)));
    await viteBuild({
      ...screensConfig,
      logLevel: 'warn',
      base: './',
      plugins: [react(), reading(files)],
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
    return [...files];
  },
};

const assets: Target = {
  name: 'assets',
  isDev: false,
  build: async (out) => {
    await copyAssets(join(out, 'assets'));
    return Object.values(ASSETS);
  },
};

const MAIN: Program = { name: 'main/main.cjs', entry: 'electron/shell/main.ts', format: 'cjs', external: ['electron'] };

/** Every target of the app, or those of `npm run dev`: another shell, and no built screens. Throws when two workers would become one file. */
export function targets(isDev = false): readonly Target[] {
  const workers = globSync('electron/**/*.worker.ts', { cwd: ROOT }).toSorted();
  const names = workers.map((entry) => basename(entry, '.worker.ts'));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two workers are named ${twice}.worker.ts. Rename one: they share build/out/workers.`);
  const programs: readonly Program[] = [
    MAIN,
    { name: 'preload/preload.cjs', entry: 'electron/shell/preload.ts', format: 'cjs', external: ['electron'] },
    { name: 'core/core.mjs', entry: 'electron/core.ts', format: 'es', external: NATIVE },
    { name: 'share/share.mjs', entry: 'electron/share/process/process.ts', format: 'es', external: [] },
    ...workers.map(
      (entry, index): Program => ({ name: `workers/${names[index]}.mjs`, entry, format: 'es', external: NATIVE }),
    ),
  ];
  return [
    ...programs.map((program) => programTarget(program, isDev && program === MAIN)),
    ...(isDev ? [] : [screens]),
    assets,
  ];
}

/** Bytes of the files of a target, source maps apart. */
export function sizeOf(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.endsWith('.map'))
    .map((name) => statSync(join(path, name)))
    .reduce((total, file) => total + (file.isFile() ? file.size : 0), 0);
}
