import { expect, it } from 'vitest';
import { mailboxState, rememberMailbox } from '#electron/requests/mailboxState.ts';
import { openTownDesk } from '../../helpers/desk.ts';

it('keeps what went wrong whole, and when the mailbox was read before', () => {
  const { desk, clock } = openTownDesk();
  const readAt = clock.now();
  rememberMailbox(desk, null);
  clock.advance(60_000);
  const problem = { code: 'mail-folder-missing', what: 'Non c’è.', why: 'Le richieste restano.', remedy: 'Indicala.' };
  rememberMailbox(desk, problem);
  expect(mailboxState(desk)).toEqual({ checkedAt: readAt, problem, failingSince: clock.now() });
  clock.advance(60_000);
  rememberMailbox(desk, problem);
  expect(mailboxState(desk).failingSince).toBe(new Date(Date.parse(readAt) + 60_000).toISOString());
  rememberMailbox(desk, null);
  expect(mailboxState(desk)).toEqual({ checkedAt: clock.now(), problem: null, failingSince: null });
});

it('reads what the former version wrote, with its code and its remedy', () => {
  const { desk } = openTownDesk();
  const checkedAt = '2026-03-02T08:00:00.000Z';
  const message = 'La cartella delle e-mail «posta» non c’è. Le richieste restano.';
  desk.local.set('mailbox', { checkedAt, problem: { code: 'mail-folder-missing', message, remedy: 'Indicala.' } });
  expect(mailboxState(desk)).toEqual({
    checkedAt,
    problem: { code: 'mail-folder-missing', what: message, remedy: 'Indicala.' },
    failingSince: null,
  });
});
