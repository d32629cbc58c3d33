import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { emlOf, INCOMPLETE } from '../../../helpers/mails.ts';
import { openTown, type Town } from '../../../helpers/openTown.ts';

const blobsOf = ({ folder }: Town): number =>
  readdirSync(join(folder, 'allegati'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;

it('of the same e-mail in another writing, read ahead, nothing stays that nobody would ever forget', async () => {
  const town = await openTown();
  await town.receive(INCOMPLETE);
  const before = blobsOf(town);
  const again = `X-Copia: si\r\n${emlOf(INCOMPLETE)}`;
  writeFileSync(join(town.folder, 'posta', 'altra-copia.eml'), again);
  expect(await act(town.app, 'requests.checkMailbox', {})).toMatchObject({ read: 1, added: 0 });
  // Both at once: neither is known when the second is read ahead.
  const other = { ...INCOMPLETE, id: 'insieme' };
  writeFileSync(join(town.folder, 'posta', 'una.eml'), emlOf(other));
  writeFileSync(join(town.folder, 'posta', 'due.eml'), `X-Copia: si\r\n${emlOf(other)}`);
  expect(await act(town.app, 'requests.checkMailbox', {})).toMatchObject({ read: 2, added: 1 });
  // The bytes and what was read of them; the sender was there.
  expect(blobsOf(town)).toBe(before + 2);
});
