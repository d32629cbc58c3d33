/** The e-mails that were read and are no request: each has its place, and a person says what it is (P10). */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import type { OtherMails } from '#shared/requests/otherMail.ts';
import { emlOf, INCOMPLETE, messageIdOf, type WrittenMail } from '../../helpers/mails.ts';
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
  expect(toLook.map(({ reason }) => reason).toSorted()).toEqual(['citizen', 'doubt']);
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

const LEAVE = mail('basta', CITIZEN, 'messaggi', 'Non voglio più ricevere i vostri messaggi, come faccio?');
const SILENT = mail('silenzio', CITIZEN, 'avvisi', 'Da due settimane non mi arrivano più gli avvisi su WhatsApp.');
const AGAIN = mail(
  'sollecito',
  OFFICE,
  'Sollecito',
  'Avete novità sulla nostra richiesta del corso? Attendiamo riscontro.',
);

const firstToLook = async (town: Town, subject: string): Promise<string> =>
  (await others(town)).toLook.find((one) => one.subject === subject)?.id ?? expect.fail(subject);
/** Lets what was written leave: the seconds of undo go by. */
async function letLeave({ app, clock }: Town): Promise<void> {
  clock.advance(11_000);
  await app.tick();
}

it('a citizen who asks of the service gets a ready answer, with the words of the town and nothing invented', async () => {
  const town = await withMails(JOIN, LEAVE, SILENT);
  const { toLook } = await others(town);
  expect(toLook.map(({ reason }) => reason)).toEqual(['citizen', 'citizen', 'citizen']);
  const wishes = await Promise.all(
    ['iscrizione', 'messaggi', 'avvisi'].map(async (subject) => {
      const id = await firstToLook(town, subject);
      const { wish } = await act(town.app, 'requests.otherMail', { id });
      return { wish, draft: await act(town.app, 'requests.answerDraft', { id, kind: wish ?? 'own' }) };
    }),
  );
  expect(wishes.map(({ wish }) => wish)).toEqual(['join', 'leave', 'silent']);
  expect(wishes[0]?.draft).toMatchObject({ to: 'gino@posta.example', subject: 'R: iscrizione', lacks: [] });
  expect(wishes[0]?.draft.text).toContain('ISCRIVIMI al numero 000 0000000');
  // The town never said by which word one leaves: there is a blank to fill, and the answer does not leave with it.
  expect(wishes[1]?.draft.lacks).toHaveLength(1);
  const id = await firstToLook(town, 'messaggi');
  const text = wishes[1]?.draft.text ?? '';
  expect(await town.app.call('requests.answerMail', { id, text })).toMatchObject({
    error: { code: 'answer-incomplete' },
  });
});

it('the answer is a letter of the desk: it can be taken back for ten seconds, then waits to be sent', async () => {
  const town = await withMails(JOIN);
  const id = await firstToLook(town, 'iscrizione');
  const write = () => act(town.app, 'requests.answerMail', { id, text: 'Buongiorno, ecco come si fa.' });
  expect(await write()).toEqual({ to: 'Gino Prati' });
  expect((await others(town)).decided).toMatchObject([{ placed: { what: 'answered' }, answer: { state: 'leaving' } }]);
  await act(town.app, 'requests.undoAnswer', { id });
  expect((await others(town)).toLook.map((one) => one.id)).toEqual([id]);
  await write();
  await letLeave(town);
  expect(await act(town.app, 'queue.toPost', {})).toMatchObject([
    { purpose: 'answer', title: 'iscrizione', to: ['gino@posta.example'], subject: 'R: iscrizione' },
  ]);
  expect((await others(town)).decided).toMatchObject([{ answer: { state: 'toPost' } }]);
  expect(await town.app.call('requests.undoAnswer', { id })).toMatchObject({ error: { code: 'answer-left' } });
});

it('a reminder stands here with the request it goes with, and beside that request', async () => {
  const town = await withMails(INCOMPLETE, AGAIN);
  const id = await firstToLook(town, 'Sollecito');
  const [open] = (await act(town.app, 'requests.list', { text: '', limit: 10 })).rows;
  const { mayGoWith, reason } = await act(town.app, 'requests.otherMail', { id });
  expect(reason).toBe('reminder');
  expect(mayGoWith).toMatchObject([{ request: open?.id, why: 'stessa persona' }]);
  const beside = await act(town.app, 'requests.get', { id: open?.id ?? '' });
  expect(beside.reminders).toMatchObject([{ mail: id, subject: 'Sollecito' }]);
  await act(town.app, 'requests.joinMail', { id, request: open?.id ?? '' });
  const joined = await act(town.app, 'requests.get', { id: open?.id ?? '' });
  expect(joined.reminders).toBeUndefined();
  expect(joined.unread).toHaveLength(1);
  // It belongs to the conversation now: who answers it is read there too, and the count of the week says so.
  await town.receive({ ...AGAIN, id: 'ancora', subject: 'R: Sollecito', answers: [messageIdOf('sollecito')] });
  expect((await act(town.app, 'requests.get', { id: open?.id ?? '' })).unread).toHaveLength(2);
  expect((await others(town)).week).toEqual({ read: 3, inRequests: 3, here: 0 });
});

it('newsletters are put aside by the app however many there are: none of them counts as to be looked at', async () => {
  const town = await openTown();
  const folder = join(town.folder, 'posta');
  const news = (index: number): string =>
    emlOf(mail(`news-${index}`, 'Notizie <notizie@lista.example>', `Numero ${index}`, 'Le novità del mese.')).replace(
      'MIME-Version',
      'List-Unsubscribe: <https://lista.example/u>\r\nMIME-Version',
    );
  for (let index = 0; index < 210; index++) writeFileSync(join(folder, `news-${index}.eml`), news(index));
  await town.receive(CHAT);
  const { total, toLook } = await others(town);
  expect([total, subjects(toLook)]).toEqual([1, ['Sedie']]);
});
