/** Letters over a real server that sends on, and the real reports it writes (P33, P66). */
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { composeLetter } from '#electron/outbox/letter.ts';
import { sendBySmtp } from '#electron/outbox/smtp.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { startDovecot, withoutDovecot } from '../../helpers/dovecot.ts';
import { startExim, UNKNOWN, withoutExim } from '../../helpers/exim.ts';
import { connectMailbox, openOnlineTown, trust, wantedOn } from '../../helpers/mailboxDesk.ts';
import { SMTP_PASSWORD, SMTP_USER } from '../../helpers/smtpServer.ts';
import { MONDAY_MORNING } from '../../helpers/town.ts';

const missing = withoutExim ?? withoutDovecot;
const CONTRACTOR = valdombra.contractor.address ?? '';
const BOUNCES = CONTRACTOR.split('@')[1] ?? '';

async function servers() {
  const mailbox = await startDovecot();
  const exim = await startExim({ lmtp: mailbox.ports.lmtp, bounces: BOUNCES });
  trust(mailbox);
  trust(exim);
  return { mailbox, exim };
}

describe.skipIf(missing !== undefined)(`letters over a real server (${missing ?? 'Exim'})`, () => {
  it('are taken over STARTTLS with AUTH; one refused among several is no success', async () => {
    const { exim } = await servers();
    const options = { account: exim.account, access: { password: SMTP_PASSWORD } };
    const raw = await composeLetter({
      ...{ from: SMTP_USER, to: [SMTP_USER], copy: [], references: [], date: MONDAY_MORNING },
      ...{ messageId: 'uno@comune.valdombra.example', subject: 'Prova', text: 'Buongiorno.' },
    });
    expect(await sendBySmtp(options, { from: SMTP_USER, to: [SMTP_USER] }, raw)).toEqual({ outcome: 'sent' });
    expect(await sendBySmtp(options, { from: SMTP_USER, to: [SMTP_USER, UNKNOWN] }, raw)).toEqual({
      outcome: 'partial',
      missed: [{ address: UNKNOWN, why: 'l’indirizzo non esiste' }],
    });
    expect(await sendBySmtp(options, { from: SMTP_USER, to: [UNKNOWN] }, raw)).toEqual({
      outcome: 'refused',
      why: 'l’indirizzo non esiste',
    });
    expect(
      await sendBySmtp({ ...options, access: { password: 'sbagliata' } }, { from: SMTP_USER, to: [SMTP_USER] }, raw),
    ).toMatchObject({ outcome: 'notSent', problem: { code: 'sending-password-refused' } });
  });

  it('to the contractor come back as the server reports them: the sending is before a person again', async () => {
    const { mailbox, exim } = await servers();
    const town = await openOnlineTown({ ask: async () => ok(null) });
    await connectMailbox(town, wantedOn(mailbox));
    expect(
      await act(town.app, 'requests.connectSending', { sending: exim.account, password: SMTP_PASSWORD, access: null }),
    ).toMatchObject({ connected: true });
    const emergency = { title: 'Allerta', text: 'Resta in casa.', link: null, authoriser: 'Sindaca', why: 'Piena' };
    await act(town.app, 'queue.emergency', { ...emergency, route: 'e-mail alla ditta' });
    town.clock.advance(11_000);
    await town.app.tick();
    const job = async () => (await act(town.app, 'queue.list', {}))[0];
    await expect
      .poll(async () => {
        await act(town.app, 'requests.checkMailbox', {});
        return job();
      })
      .toMatchObject({
        state: 'refused',
        why: 'la e-mail alla ditta è tornata indietro: l’indirizzo non esiste',
        mail: { taken: { server: '127.0.0.1' } },
      });
    const { toLook, aside } = await act(town.app, 'requests.others', {});
    expect(toLook.filter(({ reason }) => reason !== 'own')).toEqual([]);
    expect(aside.filter(({ reason }) => reason === 'report')).toEqual([]);
  });
});
