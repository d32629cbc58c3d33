import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const section = (title: string): string => README.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

describe('the README', () => {
  const rows = section('Regola della procedura → file')
    .split('\n')
    .filter((line) => line.startsWith('| P'));

  test('names rules of the procedure in order, each with files that exist', () => {
    expect(rows.length).toBeGreaterThan(20);
    const numbers = rows.map((row) => Number(/P(\d+)/.exec(row)?.[1]));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    for (const row of rows) expect([...row.matchAll(/`[^`]+`/g)].length, row).toBeGreaterThan(0);
  });

  test('names only files that exist', () => {
    const paths = [...README.matchAll(/`((?:shared|electron|renderer|test|build)\/[^`*]+)`/g)].map(
      (match) => match[1] ?? '',
    );
    const images = [...README.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    expect([...paths, ...images].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...README.matchAll(/npm (?:run (?:-s )?)?(start|test|demo|check|avvisi|[a-z]+:[a-z0-9]+)\b/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('every top folder and every room has a README of one screen', () => {
  const rooms = ['shared', 'electron', 'renderer'].flatMap((place) =>
    readdirSync(join(ROOT, place), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${place}/${name}`),
  );
  expect(rooms.length).toBeGreaterThan(35);
  for (const folder of ['shared', 'electron', 'renderer', 'test', 'build', ...rooms]) {
    const readme = join(ROOT, folder, 'README.md');
    expect(existsSync(readme), `${folder}: what it holds, what it may import, how to add one more`).toBe(true);
    expect(readFileSync(readme, 'utf8').split('\n').length, folder).toBeLessThan(50);
  }
});

test('decisions are numbered without gaps', () => {
  const numbers = readdirSync(join(ROOT, 'build', 'decisions')).map((name) => Number(name.slice(0, 4)));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
