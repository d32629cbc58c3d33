import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scaffold, usage } from '../../../build/scripts/new/scaffold.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const FOLDERS = [
  'shared',
  'electron',
  'renderer',
  'test',
  'build/decisions',
  'build/tsconfig.json',
  'build/tsconfig.base.json',
];
const FILES = ['biome.json', 'package.json', 'tsconfig.json'];

const WISHES = [
  ['rule', 'D', 'dates/pastYear'],
  ['case', 'emails/two-dates'],
  ['case', 'drafts/two-dates'],
  ['fact', 'requests/requestAnnotated'],
  ['migration', 'saved-filters'],
  ['screen', 'register/Archive'],
  ['decision', 'no-translations'],
] as const;

/** A copy of the project in which nothing is built, with the packages of this one. */
function copyOfTheProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'puntosi-new-'));
  for (const path of [...FOLDERS, ...FILES]) cpSync(join(ROOT, path), join(root, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

describe('npm run new', () => {
  let root: string;
  const written: string[] = [];
  beforeAll(() => {
    root = copyOfTheProject();
    for (const wish of WISHES) {
      const outcome = scaffold(root, wish);
      if (!outcome.ok) throw new Error(outcome.why);
      written.push(...outcome.written);
      expect(outcome.next.length, wish.join(' ')).toBeGreaterThan(1);
    }
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('writes each thing into its room, the next number in its name, and its test beside it', () => {
    expect(written).toEqual([
      'shared/drafts/style/rules/dates/pastYear.ts',
      'test/shared/drafts/style/rules/dates/pastYear.test.ts',
      'test/cases/emails/two-dates/input.eml',
      'test/cases/drafts/two-dates/input.txt',
      'test/cases/drafts/two-dates/expected.json',
      'shared/requests/requestAnnotated.ts',
      'test/shared/requests/requestAnnotated.test.ts',
      expect.stringMatching(/^electron\/db\/migrations\/\d\d0-saved-filters\.ts$/),
      expect.stringMatching(/^test\/migrations\/\d\d0\.test\.ts$/),
      'renderer/register/ArchiveScreen.tsx',
      'test/renderer/register/ArchiveScreen.test.tsx',
      expect.stringMatching(/^build\/decisions\/\d{4}-no-translations\.md$/),
    ]);
    for (const path of written) expect(readFileSync(join(root, path), 'utf8'), path).not.toMatch(/\{\{/);
  });

  it('numbers a rule after the last one with its letter', () => {
    const id = /id: '([A-Z]\d\d)'/.exec(
      readFileSync(join(root, 'shared/drafts/style/rules/dates/pastYear.ts'), 'utf8'),
    )?.[1];
    expect(id).toMatch(/^D\d\d$/);
    const again = scaffold(root, ['rule', 'D', 'dates/otherYear']);
    const next = readFileSync(join(root, again.ok ? (again.written[0] ?? '') : ''), 'utf8');
    expect(next).toContain(`id: 'D${Number(id?.slice(1)) + 1}'`);
    for (const path of again.ok ? again.written : []) rmSync(join(root, path));
  });

  it('writes what the formatter and the linter accept as it is', () => {
    const files = written.filter((path) => /\.tsx?$/.test(path));
    const { status, stdout, stderr } = spawnSync(
      'npx',
      ['--no-install', 'biome', 'check', '--vcs-enabled=false', ...files],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    expect(status, stdout + stderr).toBe(0);
  }, 60_000);

  it('writes what the compiler accepts', () => {
    const { status, stdout } = spawnSync('npx', ['--no-install', 'tsc', '-b', 'shared', 'electron', 'renderer'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status, stdout).toBe(0);
  }, 180_000);

  it('never writes over a file', () => {
    const before = readFileSync(join(root, 'renderer/register/ArchiveScreen.tsx'), 'utf8');
    expect(scaffold(root, ['screen', 'register/Archive'])).toMatchObject({ ok: false, why: /C’è già renderer/ });
    expect(readFileSync(join(root, 'renderer/register/ArchiveScreen.tsx'), 'utf8')).toBe(before);
  });

  it.each([
    [],
    ['regola', 'x'],
    ['rule', 'dates/pastYear'],
    ['screen', 'register/archive'],
    ['fact', 'posta/mailRead'],
    ['migration', '../fuori'],
    ['decision'],
    ['constructor', 'x'],
  ])('answers with its usage to %j', (...words) => {
    expect(scaffold(root, words)).toEqual({ ok: false, why: usage() });
    expect(existsSync(join(root, 'fuori'))).toBe(false);
  });
});
