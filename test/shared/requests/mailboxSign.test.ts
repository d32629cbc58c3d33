import { expect, it } from 'vitest';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { type MailboxStanding, mailboxTruth } from '#shared/requests/mailboxSign.ts';

const READ = '2026-03-02T08:00:00.000Z';
const standing: MailboxStanding = { source: 'folder', checkedAt: READ, failingSince: null, problem: null };
const said = (change: Partial<MailboxStanding>, now = READ) => {
  const { word, sign, when } = mailboxTruth({ ...standing, ...change }, valdombra.calendar, now);
  return [word, sign, when];
};
const problem = { code: 'mail-folder-missing', what: 'La cartella non c’è.', remedy: 'Indicala.' };

it('is never read before a person said where the e-mails arrive, whatever a former version kept (L14)', () => {
  expect(said({ source: 'none' })).toEqual(['casella non collegata', 'prepared', null]);
  expect(said({ source: 'none', problem, failingSince: READ })).toEqual(['casella non collegata', 'prepared', null]);
});

it('is green for 15 minutes of service, then amber with its hour; outside service it does not grow old', () => {
  expect(said({}, '2026-03-02T08:15:00.000Z')).toEqual(['cartella letta', 'confirmed', READ]);
  expect(said({}, '2026-03-02T08:15:00.001Z')).toEqual(['cartella letta', 'warning', READ]);
  expect(said({}, '2026-03-01T12:00:00.000Z')).toEqual(['cartella letta', 'confirmed', READ]);
  expect(said({ checkedAt: null })).toEqual(['cartella non ancora letta', 'prepared', null]);
});

it('fails since the first look after the last good one, and a stopped reading is no failure', () => {
  const since = '2026-03-02T08:30:00.000Z';
  expect(said({ problem, failingSince: since })).toEqual(['la cartella della posta non risponde', 'failing', since]);
  const stopped = { ...problem, code: 'mailbox-stopped' };
  expect(said({ problem: stopped, failingSince: since })).toEqual(['lettura fermata', 'warning', since]);
});

it('a mailbox on a server has its own words, and one that is full was read', () => {
  const server = { source: 'server' } as const;
  expect(said(server)).toEqual(['casella letta', 'confirmed', READ]);
  expect(said({ ...server, checkedAt: null })).toEqual(['casella non ancora letta', 'prepared', null]);
  expect(said({ ...server, problem, failingSince: READ })).toEqual(['la casella non risponde', 'failing', READ]);
  const full = { ...problem, code: 'mailbox-full' };
  expect(said({ ...server, problem: full, failingSince: READ })).toEqual(['casella piena', 'warning', READ]);
});
