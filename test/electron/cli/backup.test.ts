/** Copies of the data from the command line, in a process of its own. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../helpers/folders.ts';
import { layOut } from '../../helpers/morning/seed.ts';

const MAIN = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'main.ts');

function run(...words: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [MAIN, ...words, '--quiet'], { encoding: 'utf8', input: '' });
  return { status, answer: stdout === '' ? undefined : (JSON.parse(stdout) as unknown) };
}
const HELD = { notices: expect.any(Number), lastNumber: '2026/0204' };

test('backup makes a checked copy with its digest; restore shows what it replaces, and does it with --yes', () => {
  const data = temporaryFolder();
  layOut(data, {});
  const out = join(temporaryFolder(), 'copia.db');
  const made = run('backup', '--data', data, '--out', out);
  const sha256 = createHash('sha256').update(readFileSync(out)).digest('hex');
  expect(made).toEqual({
    status: 0,
    answer: { file: out, bytes: expect.any(Number), sha256, holds: expect.objectContaining(HELD) },
  });
  expect(run('backup', '--data', data, '--out', out)).toMatchObject({
    status: 1,
    answer: { problem: { code: 'backup-exists' } },
  });

  const shown = run('restore', out, '--data', data);
  expect(shown).toMatchObject({ status: 0, answer: { done: false, restores: HELD, replaces: HELD } });
  expect(existsSync(join(data, 'messi-da-parte'))).toBe(false);
  rmSync(join(data, 'avvisi.db'));
  const done = run('restore', out, '--data', data, '--yes');
  expect(done).toMatchObject({ status: 0, answer: { done: true, replaces: null } });
  expect(existsSync(join(data, 'avvisi.db'))).toBe(true);

  // The doctor lists the copies, and names a folder whose data are gone.
  expect(run('backup', '--data', data)).toMatchObject({ status: 0 });
  writeFileSync(join(data, 'avvisi.db'), '');
  const checks = (run('doctor', '--data', data).answer as { checks: readonly { name: string }[] }).checks;
  expect(checks).toContainEqual(
    expect.objectContaining({ name: 'Copie dei dati', outcome: 'ok', message: expect.stringContaining('2026/0204') }),
  );
  expect(checks).toContainEqual(expect.objectContaining({ name: 'Dati', outcome: 'error' }));
  expect(readFileSync(join(data, 'avvisi.db'))).toHaveLength(0);
}, 60_000);

test('a damaged copy is a problem, and touches nothing', () => {
  const data = temporaryFolder();
  layOut(data, {});
  const copy = join(data, 'rovinata.db');
  writeFileSync(copy, 'non è una copia');
  expect(run('restore', copy, '--data', data, '--yes')).toMatchObject({
    status: 1,
    answer: { problem: { code: 'database-damaged' } },
  });
  expect(existsSync(join(data, 'messi-da-parte'))).toBe(false);
}, 60_000);
