import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { logCheck } from '#electron/diagnostics/checks/log.ts';
import { openLog } from '#electron/log/log.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

it('the doctor says where the log is, how big it is, and the last bugs with their numbers', async () => {
  const data = temporaryFolder();
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await logCheck.run({ data })).toMatchObject({
    outcome: 'ok',
    message: expect.stringContaining('Non c’è ancora'),
  });
  const log = openLog('core', () => new Date('2026-03-02T08:00:00.000Z'));
  log.keepIn(data);
  log.note('pronto');
  const place = `In «${join(data, 'log')}», 1 kB`;
  expect(await logCheck.run({ data })).toMatchObject({ outcome: 'ok', message: `${place}; nessun errore dell’app.` });
  for (let bug = 1; bug <= 6; bug++) log.bug(`4f7${bug}`, new Error('drafts.save'));
  const { outcome, message } = await logCheck.run({ data });
  expect(outcome).toBe('warning');
  expect(message).toContain('2026-03-02T08:00:00.000Z numero 4f72: Error: drafts.save');
  expect(message.match(/numero/g)).toHaveLength(5);
  quiet.mockRestore();
});

it('without a folder it asks for one', async () => {
  expect(await logCheck.run({ data: null })).toMatchObject({ outcome: 'warning', remedy: 'Aggiungi --data CARTELLA.' });
});
