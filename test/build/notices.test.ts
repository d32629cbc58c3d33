import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { noticesOf } from '../../build/scripts/notices.ts';
import { temporaryFolder } from '../helpers/folders.ts';

const ROOT = join(import.meta.dirname, '..', '..');

it('names every package a build was made of, once, with the text of its licence', () => {
  const out = join(temporaryFolder(), 'out');
  mkdirSync(join(out, 'core'), { recursive: true });
  const source = (name: string): string => join(ROOT, 'node_modules', name);
  const sources = [source('zod/index.js'), source('zod/v4/core/core.js'), join(ROOT, 'electron/core.ts'), null];
  const relative = sources.map((file) => file && `../../../../../../../../../../../../${file.slice(1)}`);
  writeFileSync(join(out, 'core', 'core.mjs.map'), JSON.stringify({ version: 3, sources: relative }));
  const notices = noticesOf(ROOT, out);
  const named = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d\S* \((.+)\)$/gm)].map(([, name]) => name);
  expect(named.filter((name) => name === 'zod')).toHaveLength(1);
  expect(named).toEqual(
    expect.arrayContaining(['better-sqlite3', 'bootstrap-italia', '@fontsource/noto-emoji', 'zod']),
  );
  expect(named).not.toContain('vitest');
  expect(notices).toContain('Permission is hereby granted');
  expect(notices).toContain('SIL Open Font License');
});
