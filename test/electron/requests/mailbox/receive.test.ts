import { rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import type { Files } from '#electron/files/files.ts';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { problem } from '#shared/kernel/problem.ts';
import { emlOf, INCOMPLETE, TWO_NOTICES } from '../../../helpers/mails.ts';
import { openTown, type Town } from '../../../helpers/openTown.ts';

const AWAY = { code: 'folder-not-answering', what: 'La cartella non risponde.', remedy: 'Riprova.' };
const look = ({ app }: Town) => act(app, 'requests.checkMailbox', {});

it('an e-mail that cannot be read for a moment is read as soon as it can be', async () => {
  const town = await openTown();
  const file = join(town.folder, 'posta', 'richiesta.eml');
  symlinkSync('richiesta.eml', file);
  const first = await look(town);
  expect(first).toMatchObject({ read: 0, added: 0, problems: [{ problem: { code: 'mail-file-unreadable' } }] });
  // Told again as long as it lasts, never taken for read.
  expect((await look(town)).problems).toHaveLength(1);
  rmSync(file);
  writeFileSync(file, emlOf(INCOMPLETE));
  expect(await look(town)).toMatchObject({ read: 1, added: 1, problems: [] });
  expect(await look(town)).toMatchObject({ read: 0, added: 0, problems: [] });
});

it('a folder that stops answering is asked no more in the same look, and read whole in the next', async () => {
  const real = nodeFiles();
  let asked = 0;
  let isAway = true;
  const files: Files = {
    ...real,
    read: async (file, limit) => {
      asked++;
      return isAway && asked > 1 ? problem(AWAY) : real.read(file, limit);
    },
  };
  const town = await openTown({ files });
  for (let mail = 1; mail <= 5; mail++) {
    writeFileSync(join(town.folder, 'posta', `${mail}.eml`), emlOf({ ...INCOMPLETE, id: `mail${mail}` }));
  }
  expect(await town.app.call('requests.checkMailbox', {})).toEqual({ ok: false, error: AWAY });
  expect(asked).toBe(2);
  isAway = false;
  expect(await look(town)).toMatchObject({ read: 4, problems: [] });
});

it('another e-mail saved under an old name is read, the same one saved again adds nothing', async () => {
  const town = await openTown();
  const file = join(town.folder, 'posta', 'avviso.eml');
  writeFileSync(file, emlOf(INCOMPLETE));
  expect(await look(town)).toMatchObject({ added: 1 });
  utimesSync(file, new Date('2026-03-02T09:00:00Z'), new Date('2026-03-02T09:00:00Z'));
  expect(await look(town)).toMatchObject({ read: 1, added: 0 });
  writeFileSync(file, emlOf(TWO_NOTICES));
  expect((await look(town)).added).toBeGreaterThan(0);
});

it('an empty file is told once, and read when it is filled', async () => {
  const town = await openTown();
  const file = join(town.folder, 'posta', 'avviso.eml');
  writeFileSync(file, '');
  expect(await look(town)).toMatchObject({ read: 0, problems: [{ problem: { code: 'mail-empty' } }] });
  expect(await look(town)).toMatchObject({ read: 0, problems: [] });
  writeFileSync(file, emlOf(INCOMPLETE));
  expect(await look(town)).toMatchObject({ read: 1, added: 1, problems: [] });
});
