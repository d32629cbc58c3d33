/** What a desk keeps is its account's alone. */
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { keepPrivate } from '#electron/db/privateFiles.ts';
import { openLog } from '#electron/log/log.ts';
import { must } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { openTown } from '../../helpers/openTown.ts';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** Every folder and file below `folder` that others than its owner may open. */
function openToOthers(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => (modeOf(join(folder, name)) & 0o077) !== 0,
  );
}

it('the data of a desk: database and what SQLite writes beside it, blobs, folders, log', async () => {
  const folder = join(temporaryFolder(), 'sopra', 'dati');
  const { receive, app } = await openTown({ folder });
  await receive();
  openLog('core').keepIn(folder);
  await app.call('service.status', {});
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['avvisi.db', 'avvisi.db-wal', 'posta']));
  expect(openToOthers(join(folder, '..'))).toEqual([]);
});

it('what a former version left open to others is closed at the next start', () => {
  const folder = join(temporaryFolder(), 'dati');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  must(openDatabase(join(folder, 'avvisi.db'), migrations)).close();
  chmodSync(join(folder, 'avvisi.db'), 0o644);
  must(openDatabase(join(folder, 'avvisi.db'), migrations)).close();
  expect([modeOf(folder), modeOf(join(folder, 'avvisi.db'))]).toEqual([0o700, 0o600]);
});

it('rights are only taken away, and what is not there stays so', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'sola-lettura');
  writeFileSync(file, '');
  chmodSync(file, 0o444);
  keepPrivate(file);
  expect(modeOf(file)).toBe(0o400);
  expect(() => keepPrivate(join(folder, 'manca'))).not.toThrow();
});
