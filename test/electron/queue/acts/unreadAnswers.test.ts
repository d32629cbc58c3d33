import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { inWork } from '../../../helpers/inWork.ts';
import { messageIdOf, TWO_NOTICES } from '../../../helpers/mails.ts';
import { openTown, type Town } from '../../../helpers/openTown.ts';

const REASONS = { prontuario: 'Concordato.', link: 'Vista.', duplicati: 'Diverso.', data: 'Sì.' };
type Called = Awaited<ReturnType<Town['app']['call']>>;
const codeOf = (reply: Called): string => (reply.ok ? 'done' : reply.error.code);

/** A town where Marta forwarded one of the two requests of an e-mail. */
async function forwarded(): Promise<Town & { readonly id: string; readonly text: string }> {
  const town = await openTown();
  await town.receive(TWO_NOTICES);
  const request = (await inWork(town.app)).find(({ missing }) => missing.length === 0);
  const [id, text] = [request?.id ?? expect.fail('no request'), request?.asked.text ?? ''];
  await act(town.app, 'requests.takeCharge', { id });
  await act(town.app, 'drafts.forward', { id, text, reasons: REASONS });
  return { ...town, id, text };
}

/** The office answers its own e-mail. */
const answers = (town: Town, id: string, ...lines: readonly string[]) =>
  town.receive({ ...TWO_NOTICES, id, subject: 'R: avvisi', lines, answers: [messageIdOf(TWO_NOTICES.id)] });

async function approve({ app, id, text }: Town & { readonly id: string; readonly text: string }) {
  await act(app, 'people.actAs', { id: 'ornella' });
  const [view] = await act(app, 'drafts.waiting', {});
  return app.call('queue.approve', { id, seen: view?.rewritten.hash ?? '', text, route: null });
}

it('an answer of the office holds the approval until somebody has read it, and stands in a list of its own (P18)', async () => {
  const town = await forwarded();
  await answers(town, 'slitta', 'I lavori slittano: mandatelo giovedì.');
  const [waiting] = await act(town.app, 'requests.unreadAnswers', {});
  expect(waiting).toMatchObject({ state: expect.any(String), unread: [{ fromHead: false }] });
  expect((await act(town.app, 'drafts.waiting', {}))[0]?.request.unread).toHaveLength(1);
  expect(codeOf(await approve(town))).toBe('answer-unread');
  const how = { kind: 'refused' as const, why: 'Basta la notizia.' };
  expect(codeOf(await town.app.call('drafts.decline', { id: town.id, how }))).toBe('answer-unread');
  await act(town.app, 'requests.seeAnswer', { id: town.id });
  expect(codeOf(await approve(town))).toBe('done');
});

it('after the approval it holds the sending, in the group too, and lets it go when it was read (P18)', async () => {
  const town = await forwarded();
  const { app, id } = town;
  expect(codeOf(await approve(town))).toBe('done');
  await answers(town, 'annulla', 'Annullate pure l’avviso.');
  await app.tick();
  const [held] = await act(app, 'queue.list', {});
  expect(held).toMatchObject({
    isHeldByAnswer: true,
    unread: [{ withdraws: true }],
    obstacle: { code: 'answer-holds', what: expect.stringContaining('ritirare') },
  });
  town.clock.set(held?.plannedFor ?? '');
  await app.tick();
  expect((await act(app, 'queue.list', {}))[0]?.state).toBe('queued');
  await act(app, 'requests.seeAnswer', { id, mails: held?.unread.map(({ mail }) => mail) ?? [] });
  await app.tick();
  town.clock.advance(60_000);
  await app.tick();
  expect((await act(app, 'queue.list', {}))[0]).toMatchObject({ isHeldByAnswer: false, unread: [] });
  expect((await act(app, 'queue.list', {}))[0]?.state).not.toBe('queued');
});

it('nothing is copied for the group over it; what was already asked can be said to have been', async () => {
  const town = await forwarded();
  const { app, id, text } = town;
  await act(app, 'people.actAs', { id: 'ornella' });
  const [view] = await act(app, 'drafts.waiting', {});
  await act(app, 'queue.approve', { id, seen: view?.rewritten.hash ?? '', text, route: 'gruppo operativo' });
  await act(app, 'queue.askGroup', { id });
  await answers(town, 'slitta', 'I lavori slittano.');
  expect(codeOf(await app.call('queue.askGroup', { id }))).toBe('answer-holds');
  expect(codeOf(await app.call('queue.confirmAsked', { id }))).toBe('done');
  expect((await act(app, 'queue.list', {}))[0]).toMatchObject({
    isHeldByAnswer: false,
    unread: [{ mail: expect.any(String) }],
  });
});

it('over an unread e-mail of the head no other decision is written down; with it, it is hers and read (P38)', async () => {
  const town = await forwarded();
  const { app, id } = town;
  await town.app.tick();
  const head = (await act(app, 'people.session', {})).people.find(({ roles }) => roles.includes('capo settore'));
  await town.receive({
    id: 'no-del-capo',
    from: `${head?.name} <${head?.address}>`,
    subject: 'R: Da approvare',
    date: 'Mon, 02 Mar 2026 08:30:00 +0100',
    answers: [messageIdOf(TWO_NOTICES.id)],
    lines: ['Non seleziono.'],
  });
  const [answer] = await act(app, 'requests.get', { id }).then(({ unread }) => unread);
  expect(answer).toMatchObject({ fromHead: true });
  const heard = { id, how: 'telefono' as const, when: town.clock.now(), note: '' };
  const approved = { ...heard, decision: { kind: 'approved' as const } };
  expect(codeOf(await app.call('queue.decideElsewhere', approved))).toBe('answer-unread');
  const refused = {
    ...{ ...heard, how: 'e-mail' as const, read: [answer?.mail ?? ''] },
    decision: { kind: 'refused' as const, why: 'Non seleziono.' },
  };
  expect(await act(app, 'queue.decideElsewhere', refused)).toEqual({ plannedFor: null });
  expect(await act(app, 'requests.get', { id })).toMatchObject({
    unread: [],
    decision: { outcome: 'non selezionata', by: head?.name, recorded: { way: 'e-mail', by: 'Marta Bellin' } },
  });
});

it('a return that the head told gives the text back to the desk, and can be taken back (P38, P67)', async () => {
  const town = await forwarded();
  const { app, id } = town;
  const heard = { id, how: 'telefono' as const, when: town.clock.now(), note: '' };
  await act(app, 'queue.decideElsewhere', { ...heard, decision: { kind: 'returned', why: 'Manca l’orario.' } });
  expect(await act(app, 'requests.get', { id })).toMatchObject({ state: 'inCharge', reopened: 'Manca l’orario.' });
  await act(app, 'queue.undo', { id });
  expect(await act(app, 'requests.get', { id })).toMatchObject({ state: 'forwarded' });
});

const SAID = { by: 'Giulia Ferrante', way: 'telefono' as const, at: instantAt('2026-03-02', '08:40') };
const corrected = (id: string, sendDate: string | null, note: string) => ({
  id,
  ...{ told: SAID, says: { sendDate, sendTime: null, link: null, text: null }, note },
});

it('a correction by telephone holds approval and sending as an unread answer does, until it is put aside (P18)', async () => {
  const town = await forwarded();
  const { app, id } = town;
  await act(app, 'requests.tellCorrection', corrected(id, null, 'Si passa da via Verdi.'));
  const detail = await act(app, 'requests.get', { id });
  const [{ mail } = expect.fail('not unread')] = detail.unread;
  expect(detail.unread).toEqual([{ mail, at: SAID.at, fromHead: false, withdraws: false, told: 'telefono' }]);
  expect(detail.mails.find((one) => one.id === mail)).toMatchObject({
    ...{ kind: 'answers', from: { name: 'Giulia Ferrante' }, text: 'Si passa da via Verdi.' },
    told: { way: 'telefono', by: 'Marta Bellin' },
  });
  expect(codeOf(await approve(town))).toBe('answer-unread');
  await act(app, 'requests.seeAnswer', { id, mails: [mail] });
  expect(codeOf(await approve(town))).toBe('done');
  await act(app, 'requests.tellCorrection', corrected(id, null, 'Anzi da via Rossi.'));
  await app.tick();
  const [held] = await act(app, 'queue.list', {});
  expect(held).toMatchObject({
    isHeldByAnswer: true,
    obstacle: { code: 'answer-holds', what: expect.stringContaining('una correzione per telefono') },
  });
  town.clock.set(held?.plannedFor ?? '');
  await app.tick();
  expect((await act(app, 'queue.list', {}))[0]?.state).toBe('queued');
  await act(app, 'requests.seeAnswer', { id });
  await app.tick();
  town.clock.advance(60_000);
  await app.tick();
  expect((await act(app, 'queue.list', {}))[0]?.state).not.toBe('queued');
});

it('taken over, it puts text and sending back to who writes, with the new day, in one moment (P17, P18)', async () => {
  const town = await forwarded();
  const { app, id } = town;
  expect(codeOf(await approve(town))).toBe('done');
  await act(app, 'requests.tellCorrection', corrected(id, '2026-03-12', 'I lavori slittano.'));
  const { unread } = await act(app, 'requests.get', { id });
  const mail = unread[0]?.mail ?? '';
  await act(app, 'queue.takeOverAnswer', { id, mail });
  expect(await act(app, 'requests.get', { id })).toMatchObject({
    ...{ state: 'inCharge', unread: [], data: { sendDate: '2026-03-12' } },
    reopened: 'L’ufficio ha corretto la richiesta a voce.',
  });
  expect((await act(app, 'queue.list', {}))[0]?.state).toBe('cancelled');
  expect(codeOf(await app.call('queue.takeOverAnswer', { id, mail }))).toBe('answer-read');
  await act(app, 'people.actAs', { id: 'marta' });
  await act(app, 'drafts.forward', { id, text: town.text, reasons: REASONS });
  expect(codeOf(await approve(town))).toBe('done');
});

it('from the head who has still to decide it comes back too; of an open request only the data are taken', async () => {
  const town = await forwarded();
  const { app, id } = town;
  await act(app, 'requests.tellCorrection', corrected(id, '2026-03-12', ''));
  const mailOf = async () => (await act(app, 'requests.get', { id })).unread[0]?.mail ?? '';
  await act(app, 'queue.takeOverAnswer', { id, mail: await mailOf() });
  expect(await act(app, 'drafts.waiting', {})).toEqual([]);
  await act(app, 'requests.tellCorrection', corrected(id, '2026-03-13', ''));
  await act(app, 'queue.takeOverAnswer', { id, mail: await mailOf() });
  expect(await act(app, 'requests.get', { id })).toMatchObject({
    ...{ state: 'inCharge', unread: [], data: { sendDate: '2026-03-13' } },
  });
});

it('says what a correction lacks, and that one of a sent notice is a new notice (P37)', async () => {
  const town = await forwarded();
  const { app, id } = town;
  const tell = async (input: object) =>
    codeOf(await app.call('requests.tellCorrection', { ...corrected(id, null, ''), ...input }));
  expect(await tell({})).toBe('correction-empty');
  const later = { told: { ...SAID, at: '2036-03-02T08:00:00.000Z' }, note: 'Altro.' };
  expect(await tell(later)).toBe('moment-impossible');
  expect(codeOf(await approve(town))).toBe('done');
  const [job] = await act(app, 'queue.list', {});
  town.clock.set(job?.plannedFor ?? '');
  await app.tick();
  await act(app, 'queue.confirmSent', { id, text: null, recipients: 9, sentAt: null });
  expect(await tell({ note: 'Altro.' })).toBe('already-sent');
});

it('a withdrawal by telephone keeps who said it, how and when (P18)', async () => {
  const town = await forwarded();
  const told = { by: 'Giulia Ferrante', way: 'telefono' as const, at: instantAt('2026-03-02', '08:40') };
  await act(town.app, 'queue.withdraw', { id: town.id, why: 'Il corso è rinviato.', told });
  expect(await act(town.app, 'requests.get', { id: town.id })).toMatchObject({ closed: { outcome: 'ritirata', told } });
});

/** Somebody answers the letter by which the text went to the head; what the app reads in that answer. */
async function readIn(town: Town & { readonly id: string }, from: string, ...lines: readonly string[]) {
  town.clock.advance(60_000);
  await town.app.tick();
  const { letters } = await act(town.app, 'requests.get', { id: town.id });
  const letter = letters.find(({ purpose }) => purpose === 'forward')?.messageId ?? expect.fail('no letter');
  await town.receive({
    ...{ id: 'risposta-al-testo', from, subject: 'R: Da approvare', answers: [`<${letter}>`], lines },
    date: 'Mon, 02 Mar 2026 09:30:00 +0100',
  });
  const { mails, state } = await act(town.app, 'requests.get', { id: town.id });
  return { mail: mails.find(({ fromHead }) => fromHead) ?? expect.fail('no answer'), state };
}
const headOf = async ({ app }: Town): Promise<string> => {
  const head = (await act(app, 'people.session', {})).people.find(({ roles }) => roles.includes('capo settore'));
  return `${head?.name} <${head?.address}>`;
};

it('what the head writes is proposed as what it says, and never applied by itself (P38)', async () => {
  const town = await forwarded();
  const { mail, state } = await readIn(town, await headOf(town), 'Approvo, grazie.', '', '> Non seleziono altro.');
  expect(mail.decides).toEqual({ decision: 'approved', words: 'Approvo, grazie.', why: null, until: null });
  expect(state).toBe('forwarded');
  expect(await act(town.app, 'queue.list', {})).toEqual([]);
  expect(await act(town.app, 'drafts.waiting', {})).toHaveLength(1);
});

it('what somebody else answers to that letter is no decision of the head', async () => {
  const town = await forwarded();
  const { mail } = await readIn(town, 'Sconosciuto <altro@altrove.example>', 'Approvo.');
  expect(mail.decides).toBeUndefined();
});
