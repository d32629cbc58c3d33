import { expect, it } from 'vitest';
import { thisComputer } from '#electron/db/computer.ts';

const REPLY = '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\r\n    MachineGuid    REG_SZ    3f2a-77\r\n';

it('Windows is asked for its name of the machine by the full path of its own program', async () => {
  const asked: string[] = [];
  const windows = (reply: () => Promise<string>, env = { SystemRoot: 'D:\\WinNT' }) =>
    thisComputer('0.1.0', {
      platform: 'win32',
      env,
      run: (program) => {
        asked.push(program);
        return reply();
      },
    });
  const found = await windows(async () => REPLY);
  expect(asked).toEqual(['D:\\WinNT\\System32\\reg.exe']);
  expect(found.machine).toMatch(/^[0-9a-f]{64}$/);
  const other = await windows(async () => REPLY.replace('3f2a', '9c9c'));
  const refused = await windows(() => Promise.reject(new Error('EACCES')));
  expect(new Set([found, other, refused].map(({ machine }) => machine)).size).toBe(3);
});
