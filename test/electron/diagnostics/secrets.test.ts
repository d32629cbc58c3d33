import { expect, it } from 'vitest';
import { fileSecrets, systemSecrets } from '#electron/db/secrets.ts';
import { secretsCheck } from '#electron/diagnostics/checks/secrets.ts';
import { must } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

it('the doctor says who keeps the keys, and on Windows that a file is not the best place', async () => {
  const data = temporaryFolder();
  expect(await secretsCheck('win32').run({ data })).toMatchObject({ outcome: 'ok' });
  must(fileSecrets(data)).set('posta', 'parola');
  const inFile = await secretsCheck('linux').run({ data });
  expect(inFile).toMatchObject({ outcome: 'ok', message: expect.stringContaining('chi usa il tuo utente') });
  expect(await secretsCheck('win32').run({ data })).toMatchObject({ outcome: 'warning' });
  const same = async (text: string) => ({ outcome: 'done' as const, text });
  must(await systemSecrets(data, { lock: same, open: same }));
  expect(await secretsCheck('win32').run({ data })).toMatchObject({
    outcome: 'ok',
    message: expect.stringContaining('le custodisce il sistema'),
  });
});
