/** The e-mails that were read and are no request: each has its place, and a person says what it is (P10). */
import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import type { OtherMails } from '#shared/requests/otherMail.ts';
import { INCOMPLETE, type WrittenMail } from '../../helpers/mails.ts';
import { openTown, type Town } from '../../helpers/openTown.ts';

const mail = (id: string, from: string, subject: string, ...lines: readonly string[]): WrittenMail => ({
  ...{ id, from, subject, lines },
});
const OFFICE = 'Giulia Ferrante <biblioteca@comune.valdombra.example>';
const CITIZEN = 'Gino Prati <gino@posta.example>';
const CHAT = mail('sedie', OFFICE, 'Sedie', 'Le sedie nuove sono in magazzino, grazie.');
const JOIN = mail('iscrizione', CITIZEN, 'iscrizione', 'Salve, vorrei iscrivermi al servizio.');
const OUT = mail('fuori', OFFICE, 'Risposta automatica: fuori ufficio', 'Torno lunedì.');
const OWN = mail('nostra', 'PuntoSi <avvisi@comune.valdombra.example>', 'R: Sedie', 'Grazie!');

const others = (town: Town): Promise<OtherMails> => act(town.app, 'requests.others', {});
const subjects = (mails: OtherMails['toLook']): readonly string[] => mails.map(({ subject }) => subject).toSorted();

async function withMails(...mails: readonly WrittenMail[]) {
  const town = await openTown();
  const { read } = await town.receive(...mails);
  expect(read).toBe(mails.length);
  return town;
}

it('every e-mail read is a request or is here with its reason: the count adds up', async () => {
  const town = await withMails(INCOMPLETE, CHAT, JOIN, OUT, OWN);
  const { toLook, total, aside, decided, week } = await others(town);
  expect(subjects(toLook)).toEqual(['Sedie', 'iscrizione']);
  expect(toLook.map(({ reason }) => reason).toSorted()).toEqual(['doubt', 'stranger']);
  expect(aside.map(({ reason }) => reason).toSorted()).toEqual(['automatic', 'own']);
  expect([total, decided.length]).toEqual([2, 0]);
  expect(week).toEqual({ read: 5, inRequests: 1, here: 4 });
});

it('one key makes it a request, once, and says who did', async () => {
  const town = await withMails(CHAT);
  const [first] = (await others(town)).toLook;
  const { request } = await act(town.app, 'requests.makeRequest', { id: first?.id ?? '' });
  const detail = await act(town.app, 'requests.get', { id: request });
  expect(detail).toMatchObject({ title: 'Sedie', state: 'open' });
  const after = await others(town);
  expect([after.total, after.week.inRequests]).toEqual([0, 1]);
  expect(after.decided).toMatchObject([{ subject: 'Sedie', placed: { what: 'request', by: 'Marta Bellin' } }]);
  expect(await town.app.call('requests.makeRequest', { id: first?.id ?? '' })).toMatchObject({ ok: false });
});

it('joined to a request it is an answer there, to be read', async () => {
  const town = await withMails(INCOMPLETE, CHAT);
  const [open] = (await act(town.app, 'requests.list', { text: '', limit: 10 })).rows;
  const [first] = (await others(town)).toLook;
  await act(town.app, 'requests.joinMail', { id: first?.id ?? '', request: open?.id ?? '' });
  const { mails, unread } = await act(town.app, 'requests.get', { id: open?.id ?? '' });
  expect(mails.map(({ subject }) => subject)).toContain('Sedie');
  expect(unread).toHaveLength(1);
  expect((await others(town)).decided).toMatchObject([{ placed: { what: 'answer' } }]);
  const nowhere = await town.app.call('requests.joinMail', { id: first?.id ?? '', request: 'nessuna' });
  expect(nowhere).toMatchObject({ ok: false, error: { code: 'mail-unknown' } });
});

it('what is not needed is put aside and can be brought back; another desk sees the same', async () => {
  const town = await withMails(JOIN);
  const id = (await others(town)).toLook[0]?.id ?? '';
  await act(town.app, 'requests.putMailAside', { id, aside: true });
  expect(await others(town)).toMatchObject({ total: 0, decided: [{ placed: { what: 'aside' } }] });
  await act(town.app, 'requests.putMailAside', { id, aside: false });
  expect(await others(town)).toMatchObject({ total: 1, decided: [] });
  expect(await town.app.call('requests.putMailAside', { id, aside: false })).toMatchObject({ ok: false });
});

it('its words and files are there to be read', async () => {
  const town = await withMails(JOIN);
  const id = (await others(town)).toLook[0]?.id ?? '';
  expect(await act(town.app, 'requests.otherMail', { id })).toMatchObject({
    writer: { name: 'Gino Prati', address: 'gino@posta.example' },
    text: 'Salve, vorrei iscrivermi al servizio.',
    attachments: [],
  });
});
