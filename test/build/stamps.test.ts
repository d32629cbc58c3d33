import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { buildTarget, isStale, removeStrays } from '../../build/scripts/stamps.ts';
import type { Target } from '../../build/scripts/targets.ts';
import { temporaryFolder } from '../helpers/folders.ts';

/** A project of three sources, and two targets that are made of some of them. */
function project() {
  const root = temporaryFolder();
  const out = join(root, 'build', 'out');
  const save = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const path of ['shared/both.ts', 'electron/core.ts', 'electron/main.ts', 'node_modules/a/index.js'])
    save(path, '1');
  save('package-lock.json', '{}');
  const target = (name: string, sources: readonly string[], isDev = false): Target => ({
    name,
    isDev,
    build: async () => {
      save(`build/out/${name}`, 'built');
      return ['\0virtual', ...sources].map((path) => join(root, path));
    },
  });
  const core = target('core/core.mjs', ['shared/both.ts', 'electron/core.ts', 'node_modules/a/index.js']);
  const main = target('main/main.cjs', ['shared/both.ts', 'electron/main.ts']);
  const devMain = target('main/main.cjs', ['shared/both.ts', 'electron/main.ts'], true);
  const stale = (): readonly string[] => [core, main].filter((one) => isStale(root, out, one)).map(({ name }) => name);
  const buildStale = async (): Promise<void> => {
    for (const one of [core, main]) if (isStale(root, out, one)) await buildTarget(root, out, one);
  };
  return { root, out, save, core, main, devMain, stale, buildStale };
}

it('builds again only the targets a changed source belongs to', async () => {
  const { save, stale, buildStale } = project();
  expect(stale()).toEqual(['core/core.mjs', 'main/main.cjs']);
  await buildStale();
  expect(stale()).toEqual([]);
  save('electron/core.ts', '2');
  expect(stale()).toEqual(['core/core.mjs']);
  await buildStale();
  save('shared/both.ts', '2');
  expect(stale()).toEqual(['core/core.mjs', 'main/main.cjs']);
  await buildStale();
  save('electron/new.ts', 'nobody imports it yet');
  save('shared/both.ts', '2');
  expect(stale()).toEqual([]);
});

it('builds everything again with other packages', async () => {
  const { save, stale, buildStale } = project();
  await buildStale();
  save('package-lock.json', '{ "other": 1 }');
  expect(stale()).toEqual(['core/core.mjs', 'main/main.cjs']);
});

it('never takes the shell of npm run dev for that of the app', async () => {
  const { root, out, main, devMain, stale, buildStale } = project();
  await buildStale();
  await buildTarget(root, out, devMain);
  expect(stale()).toEqual(['main/main.cjs']);
  expect(isStale(root, out, devMain)).toBe(false);
  await buildTarget(root, out, main);
  expect(isStale(root, out, devMain)).toBe(true);
});

it('a target that could not be built, or whose source changed meanwhile, stays out of date', async () => {
  const { root, out, save, core, buildStale, stale } = project();
  await buildStale();
  save('electron/core.ts', 'broken');
  const failing: Target = { ...core, build: () => Promise.reject(new Error('broken')) };
  await expect(buildTarget(root, out, failing)).rejects.toThrow('broken');
  expect(stale()).toEqual(['core/core.mjs']);
  const slow: Target = {
    ...core,
    build: async (folder) => {
      const files = await core.build(folder);
      await new Promise((resolve) => setTimeout(resolve, 20));
      save('electron/core.ts', 'saved meanwhile');
      return files;
    },
  };
  await buildTarget(root, out, slow);
  expect(stale()).toEqual(['core/core.mjs']);
});

it('removes what a target of a former name left', async () => {
  const { out, save, buildStale } = project();
  await buildStale();
  save('build/out/workers/old.mjs', '');
  save('build/out/core/core.mjs.map', '');
  removeStrays(out, ['core/core.mjs', 'main/main.cjs']);
  expect(existsSync(join(out, 'workers/old.mjs'))).toBe(false);
  expect(existsSync(join(out, 'core/core.mjs.map'))).toBe(true);
});
