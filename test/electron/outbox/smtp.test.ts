import { describe, expect, it } from 'vitest';
import { type Sent, sendBySmtp } from '#electron/outbox/smtp.ts';
import type { Envelope } from '#electron/outbox/smtpSession.ts';
import { type Behaviour, REFUSED, SMTP_PASSWORD, SMTP_USER, startSmtp } from '../../helpers/smtpServer.ts';

const OFFICE = 'biblioteca@comune.valdombra.example';
const ENVELOPE: Envelope = { from: SMTP_USER, to: [OFFICE, REFUSED] };
const RAW = Buffer.from(
  `From: ${SMTP_USER}\r\nTo: ${OFFICE}\r\nMessage-ID: <prova@comune.valdombra.example>\r\nSubject: Prova\r\n\r\nCiao\r\n.\r\nfine\r\n`,
);
/** The server that hangs is given up soon; what it says no time has for is bounded, not measured. */
const PATIENCE = { connection: 5_000, silence: 1_500 };

describe('a letter over SMTP', () => {
  it.each(['tls', 'starttls'] as const)('leaves over %s, its bytes untouched', async (security) => {
    const server = await startSmtp({ security });
    const sent = await sendBySmtp({ account: server.account, access: { password: SMTP_PASSWORD } }, ENVELOPE, RAW);
    expect(sent).toEqual({ outcome: 'sent' });
    expect(server.taken).toEqual([{ from: SMTP_USER, to: [OFFICE, REFUSED], raw: RAW.toString() }]);
  });

  it.each<readonly [Behaviour, Sent, number]>([
    ['dropsAtRecipient', { outcome: 'notSent', problem: expect.objectContaining({ code: 'sending-dropped' }) }, 0],
    ['dropsInText', { outcome: 'unknown' }, 0],
    ['dropsAfterText', { outcome: 'unknown' }, 1],
    ['hangsAfterText', { outcome: 'unknown' }, 1],
    ['putsOff', { outcome: 'deferred', problem: expect.objectContaining({ code: 'sending-busy' }) }, 0],
    ['refuses', { outcome: 'refused', why: 'le regole del server non lo permettono' }, 0],
    ['refusesSender', { outcome: 'refused', why: `il server non permette di spedire da ${SMTP_USER}` }, 0],
    ['refusesOne', { outcome: 'partial', missed: [{ address: REFUSED, why: 'l’indirizzo non esiste' }] }, 1],
    ['refusesAll', { outcome: 'refused', why: 'l’indirizzo non esiste' }, 0],
  ])('where the server %s', async (how, expected, taken) => {
    const server = await startSmtp();
    server.behave(how);
    const options = { account: server.account, access: { password: SMTP_PASSWORD }, patience: PATIENCE };
    expect(await sendBySmtp(options, ENVELOPE, RAW)).toEqual(expected);
    expect(server.taken).toHaveLength(taken);
  });

  it.each([
    ['nobody listens', 'sending-unreachable'],
    ['the password is wrong', 'sending-password-refused'],
    ['the certificate is unknown', 'sending-certificate'],
    ['the server speaks another way', 'sending-not-encrypted'],
  ])('has not left where %s', async (what, code) => {
    const server = await startSmtp({ trusted: code !== 'sending-certificate' });
    if (code === 'sending-unreachable') await server.stop();
    const account =
      code === 'sending-not-encrypted'
        ? { ...server.account, server: 'localhost', security: 'starttls' as const }
        : server.account;
    const password = code === 'sending-password-refused' ? 'sbagliata' : SMTP_PASSWORD;
    const sent = await sendBySmtp({ account, access: { password }, patience: PATIENCE }, ENVELOPE, RAW);
    expect(sent, what).toMatchObject({
      outcome: 'notSent',
      problem: {
        code: expect.stringMatching(
          new RegExp(code === 'sending-not-encrypted' ? 'sending-(not-encrypted|timeout|dropped)' : code),
        ),
      },
    });
    expect(JSON.stringify(sent)).not.toContain(password);
    expect(server.taken).toEqual([]);
  });
});
