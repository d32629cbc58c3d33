import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { MAILBOX_PASSWORD, startDovecot, withoutDovecot } from '../../../helpers/dovecot.ts';
import { startScript } from '../../../helpers/imapScript.ts';
import { accountOn, openOnlineTown, trust } from '../../../helpers/mailboxDesk.ts';

const wantedOn = (server: Parameters<typeof accountOn>[0], password = MAILBOX_PASSWORD) => ({
  receiving: accountOn(server),
  password,
  access: null,
});

describe('the folders of a mailbox, to choose from', () => {
  it.skipIf(withoutDovecot !== undefined)('are those of the server, in Italian where their use is known', async () => {
    const server = await startDovecot();
    trust(server);
    const town = await openOnlineTown();
    expect(await act(town.app, 'requests.mailFolders', wantedOn(server))).toEqual({
      folders: [
        { path: 'INBOX', label: 'Posta in arrivo' },
        { path: 'Lavorate', label: 'Lavorate' },
        { path: 'Sent', label: 'Posta inviata (Sent)' },
      ],
    });
    const refused = await town.app.call('requests.mailFolders', wantedOn(server, 'sbagliata'));
    expect(refused).toMatchObject({ ok: false, error: { code: 'mailbox-password-refused' } });
  });

  it('are none where the server lists none, and the name is then typed', async () => {
    const server = await startScript(({ command, no }) => {
      if (!/^X?LIST/i.test(command)) return false;
      no('una cartella condivisa non risponde');
      return true;
    });
    trust(server);
    const town = await openOnlineTown();
    const reply = await town.app.call('requests.mailFolders', wantedOn(server));
    expect(reply).toMatchObject({ ok: false, error: { code: 'mailbox-folders-hidden' } });
  });

  it('leave out those that hold only others', async () => {
    const server = await startScript(({ command, ok }) => {
      if (!/^X?LIST/i.test(command)) return false;
      // Asked for no name it says how names are parted (RFC 3501, 6.3.8).
      if (/"" ""$/.test(command)) ok('* LIST (\\Noselect) "/" ""');
      else ok('* LIST (\\Noselect) "/" "Uffici"', '* LIST () "/" "Uffici/Biblioteca"', '* LIST () "/" "INBOX"');
      return true;
    });
    trust(server);
    const town = await openOnlineTown();
    const { folders } = await act(town.app, 'requests.mailFolders', wantedOn(server));
    expect(folders.map(({ label }) => label)).toEqual(['Posta in arrivo', 'Uffici › Biblioteca']);
  });
});
