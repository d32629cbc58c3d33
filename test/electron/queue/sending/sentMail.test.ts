/** The copy in the folder of sent mail, and what that folder proves of letters of which nobody knows (P33). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { ok } from '#shared/kernel/result.ts';
import { type Dovecot, startDovecot, withoutDovecot } from '../../../helpers/dovecot.ts';
import { connectMailbox, openOnlineTown, trust, wantedOn } from '../../../helpers/mailboxDesk.ts';
import { SMTP_PASSWORD, startSmtp } from '../../../helpers/smtpServer.ts';

const EMERGENCY = { title: 'Allerta', text: 'Resta in casa.', link: null, authoriser: 'Sindaca', why: 'Piena' };

/** The messages in the folder of sent mail, with the flags in their file names. */
function sentIn({ mailFolder }: Dovecot): readonly { readonly raw: string; readonly flags: string }[] {
  return ['cur', 'new'].flatMap((name) => {
    const folder = join(mailFolder, '.Sent', name);
    return (existsSync(folder) ? readdirSync(folder) : []).map((file) => ({
      raw: readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n'),
      flags: file.split(':2,')[1] ?? '',
    }));
  });
}

/** A town that reads a mailbox and sends, and an e-mail to the contractor that left. */
async function sent(how: 'takes' | 'dropsAfterText' = 'takes') {
  const smtp = await startSmtp();
  const mailbox = await startDovecot();
  trust(mailbox);
  const town = await openOnlineTown({ ask: async () => ok(null) });
  await connectMailbox(town, wantedOn(mailbox));
  await act(town.app, 'requests.connectSending', { sending: smtp.account, password: SMTP_PASSWORD, access: null });
  smtp.behave(how);
  const { id } = await act(town.app, 'queue.emergency', { ...EMERGENCY, route: 'e-mail alla ditta' });
  const passes = async (milliseconds: number): Promise<void> => {
    town.clock.advance(milliseconds);
    await town.app.tick();
  };
  await passes(11_000);
  const job = async () => (await act(town.app, 'queue.list', {}))[0] ?? expect.fail('no job');
  return { town, id, smtp, mailbox, job, passes, raw: smtp.taken.at(-1)?.raw ?? '' };
}

describe.skipIf(withoutDovecot !== undefined)(`the folder of sent mail (${withoutDovecot ?? 'Dovecot'})`, () => {
  it('gets a copy of what left, the same bytes and read, once', async () => {
    const { mailbox, job, passes, raw } = await sent();
    await passes(50_000);
    expect(sentIn(mailbox)).toEqual([]);
    await passes(10_000);
    await expect.poll(async () => (await job()).mail?.filed).toEqual({ folder: 'Sent', why: null });
    expect(sentIn(mailbox)).toEqual([{ raw: raw.replaceAll('\r\n', '\n'), flags: 'S' }]);
    await passes(600_000);
    expect(sentIn(mailbox)).toHaveLength(1);
  });

  it('gets none where the server has put one', async () => {
    const { mailbox, job, passes, raw } = await sent();
    mailbox.put('del-server', raw, undefined, '.Sent');
    await passes(60_000);
    await expect.poll(async () => (await job()).mail?.filed).toEqual({ folder: 'Sent', why: null });
    expect(sentIn(mailbox)).toHaveLength(1);
  });

  it('that cannot be reached changes nothing of the sending: it is tried some times, then said', async () => {
    const { mailbox, job, passes } = await sent();
    mailbox.kill();
    await expect
      .poll(async () => {
        await passes(600_000);
        return (await job()).mail?.filed;
      })
      .toMatchObject({ folder: null, why: expect.stringMatching(/\.$/) });
    expect(await job()).toMatchObject({ state: 'handedOver' });
  });

  it('proves of an uncertain e-mail that the server took it, where its copy lies there', async () => {
    const { town, id, mailbox, job, raw } = await sent('dropsAfterText');
    expect(await job()).toMatchObject({ state: 'uncertain' });
    mailbox.put('del-server', raw, undefined, '.Sent');
    expect(await act(town.app, 'queue.searchLetter', { id: `job/${id}` })).toEqual({ found: 'copy', isSettled: true });
    expect(await job()).toMatchObject({ state: 'handedOver', mail: { found: 'copy' } });
  });

  it('proves nothing where none lies there: a person decides', async () => {
    const { town, id, job } = await sent('dropsAfterText');
    expect(await act(town.app, 'queue.searchLetter', { id: `job/${id}` })).toEqual({ found: null, isSettled: false });
    expect(await job()).toMatchObject({ state: 'uncertain' });
  });

  it('is looked at by the app itself, now and then', async () => {
    const { mailbox, job, passes, raw } = await sent('dropsAfterText');
    await passes(1_000);
    mailbox.put('del-server', raw, undefined, '.Sent');
    await passes(601_000);
    await expect.poll(async () => (await job()).state).toBe('handedOver');
  });
});
