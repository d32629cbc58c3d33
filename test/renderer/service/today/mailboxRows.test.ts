import { expect, test } from 'vitest';
import { mailboxAwayRow } from '#renderer/service/today/mailboxRows.ts';
import type { Session } from '#shared/people/session.ts';

const NOW = '2026-11-24T08:12:00.000Z';
const SESSION = { now: NOW, today: '2026-11-24' } as Session;
const problemOf = (code: string) => ({ code, what: 'Non si apre.', remedy: 'Guarda.' });
const rowsOf = (code: string, source: 'server' | 'folder' = 'server') =>
  mailboxAwayRow({ source, problem: problemOf(code), failingSince: '2026-11-24T07:50:00.000Z' }, SESSION);

test.each([
  ['access-ended', 'Accedi di nuovo alla posta'],
  ['access-missing', 'Accedi alla posta'],
  ['access-client-refused', 'Fai aprire la casella'],
  ['mailbox-token-refused', 'Fai aprire la casella'],
  ['mailbox-password-refused', 'Scrivi la password della casella'],
  ['mailbox-password-missing', 'Scrivi la password della casella'],
  ['mailbox-folder-missing', 'Scegli la cartella della casella'],
])('%s waits for a person: «%s»', (code, verb) => {
  expect(rowsOf(code)).toMatchObject([
    { verb, target: { place: 'mailAccount' }, due: 'da oggi alle 08:50', story: 'Non si apre. Guarda.' },
  ]);
});

test.each(['mailbox-timeout', 'mailbox-no-network', 'access-unavailable', 'mailbox-busy', 'mailbox-dropped'])(
  '%s passes by itself: no row',
  (code) => {
    expect(rowsOf(code)).toEqual([]);
  },
);

test('a folder of files, or a mailbox that is read, is no row', () => {
  expect(rowsOf('access-ended', 'folder')).toEqual([]);
  expect(mailboxAwayRow({ source: 'server', problem: null, failingSince: null }, SESSION)).toEqual([]);
  expect(mailboxAwayRow(undefined, SESSION)).toEqual([]);
});
