import { describe, expect, it } from 'vitest';
import { sendBySmtp } from '#electron/outbox/smtp.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { startSmtp } from '../../helpers/smtpServer.ts';

const ENVELOPE = { from: 'avvisi@comune.valdombra.example', to: ['biblioteca@comune.valdombra.example'] };
const RAW = Buffer.from('Subject: Prova\r\n\r\nCiao\r\n');
const ENDED = { code: 'access-ended', what: 'L’accesso alla posta è scaduto.', remedy: 'Accedi di nuovo.' };

/** Sends one letter to a server that accepts only the token `buono`, with a token that may be renewed once. */
async function send(token: string, renewed: string | undefined, atOnce: boolean) {
  const server = await startSmtp({ tokens: { holds: (one) => one === 'buono', atOnce } });
  let renewals = 0;
  const renew = async () => {
    renewals += 1;
    return renewed === undefined ? err(ENDED) : ok(renewed);
  };
  const sent = await sendBySmtp({ account: server.account, access: { token, renew } }, ENVELOPE, RAW);
  return { sent, renewals, taken: server.taken.length };
}

describe.each([
  ['in the words of RFC 7628', false],
  ['at once', true],
])('a letter with a token, to a server that refuses one %s', (_how, atOnce) => {
  it.each([
    ['leaves with one that holds', 'buono', undefined, { sent: { outcome: 'sent' }, renewals: 0, taken: 1 }],
    [
      'leaves with another where the first does not hold',
      'vecchio',
      'buono',
      { sent: { outcome: 'sent' }, renewals: 1 },
    ],
    [
      'does not leave where neither is accepted',
      'vecchio',
      'altro',
      { sent: { outcome: 'notSent', problem: { code: 'sending-token-refused' } }, renewals: 1, taken: 0 },
    ],
    [
      'does not leave where no other is to be had, and says why',
      'vecchio',
      undefined,
      { sent: { outcome: 'notSent', problem: ENDED }, renewals: 1, taken: 0 },
    ],
  ] as const)('%s', async (_what, token, renewed, expected) => {
    expect(await send(token, renewed, atOnce)).toMatchObject(expected);
  });
});
