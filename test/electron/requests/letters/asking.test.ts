import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { must } from '../../../helpers/desk.ts';
import { inWork } from '../../../helpers/inWork.ts';
import { INCOMPLETE, messageIdOf, TWO_NOTICES } from '../../../helpers/mails.ts';
import { openTown, type Town } from '../../../helpers/openTown.ts';

const NEWS = 'https://www.comune.valdombra.example/novita/primo-soccorso';
const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? 'done' : result.error.code);

/** A town where the incomplete request of the course arrived; Marta has it in charge. */
async function incomplete(): Promise<Town & { readonly id: string }> {
  const town = await openTown();
  await town.receive(INCOMPLETE);
  const [request] = await inWork(town.app);
  const id = request?.id ?? expect.fail('no request');
  expect(request?.missing).toEqual(['date', 'link']);
  await act(town.app, 'requests.takeCharge', { id });
  return { ...town, id };
}
const get = ({ app }: Town, id: string) => act(app, 'requests.get', { id });

/** The letters that left, read as their receiver reads them. */
async function letters({ folder }: Town) {
  const out = join(folder, 'uscita');
  const names = readdirSync(out).sort();
  return Promise.all(names.map(async (name) => must(await parseMail(readFileSync(join(out, name)), name))));
}

describe('asking for what is missing (P17, P26)', () => {
  it('has the words ready, and asks once the time of undo is over', async () => {
    const town = await incomplete();
    const { id } = town;
    const draft = await act(town.app, 'requests.askDraft', { id });
    expect(draft).toMatchObject({ to: 'biblioteca@comune.valdombra.example', subject: 'R: Corso di primo soccorso' });
    expect(draft.text).toContain('mancano la data e il link');
    expect(draft.text).toMatch(/Marta Bellin\nPuntoSi, Comune di Valdombra$/);

    expect(await act(town.app, 'requests.ask', { id, text: null })).toMatchObject({ to: 'Giulia Ferrante' });
    expect(await town.app.tick()).toBe(0);
    expect(await letters(town)).toEqual([]);
    town.clock.advance(10_000);
    expect(await town.app.tick()).toBe(1);
    const [letter] = await letters(town);
    expect(letter).toMatchObject({
      from: { address: 'avvisi@comune.valdombra.example' },
      to: [{ address: 'biblioteca@comune.valdombra.example' }],
      subject: 'R: Corso di primo soccorso',
      references: [messageIdOf('corso')],
    });
    expect(letter?.text.trim()).toBe(draft.text);
    expect(await town.app.tick()).toBe(0);
  });

  it('the request waits, with what for and since when, and its clock stands still', async () => {
    const town = await incomplete();
    const { id } = town;
    const before = await get(town, id);
    expect(before.due).toBe('2026-03-03T16:30:00.000Z');
    const { effect } = await act(town.app, 'requests.ask', { id, text: 'Ci mandi il link?' });
    const asked = await get(town, id);
    expect(asked).toMatchObject({
      state: 'waiting',
      inCharge: { person: 'marta' },
      waiting: { since: town.clock.now(), missing: ['date', 'link'] },
    });
    expect(asked.mails.map(({ kind, text, letter }) => [kind, text?.slice(0, 10), letter])).toEqual([
      ['asks', 'Buongiorno', null],
      [
        'letter',
        'Ci mandi i',
        { purpose: 'missing', effect, state: 'leaving', by: null, at: null, server: null, why: null, obstacle: null },
      ],
    ]);
    // From Monday 09:00 to Tuesday 09:00 in Rome: six hours and a half of service.
    town.clock.advance(24 * 3_600_000);
    await town.app.tick();
    expect((await get(town, id)).due).toBe('2026-03-04T16:30:00.000Z');
    expect((await get(town, id)).mails.at(-1)?.letter).toMatchObject({ state: 'toPost', by: null });
  });

  it('taken back in time never leaves, and the request is as it was; later it is too late', async () => {
    const town = await incomplete();
    const { id } = town;
    const before = await get(town, id);
    const first = await act(town.app, 'requests.ask', { id, text: null });
    town.clock.advance(9_000);
    await act(town.app, 'drafts.undo', { id: first.effect });
    expect(await get(town, id)).toEqual(before);
    town.clock.advance(60_000);
    expect(await town.app.tick()).toBe(0);

    const again = await act(town.app, 'requests.ask', { id, text: null });
    town.clock.advance(10_000);
    await town.app.tick();
    expect(codeOf(await town.app.call('drafts.undo', { id: again.effect }))).toBe('already-left');
    expect(codeOf(await town.app.call('drafts.undo', { id: first.effect }))).toBe('nothing-to-undo');
    expect(codeOf(await town.app.call('drafts.undo', { id: 'queue.deliver/x/1' }))).toBe('nothing-to-undo');
    expect(await letters(town)).toHaveLength(1);
  });

  it('is refused without an address, with nothing missing and no words, and on what is decided', async () => {
    const town = await openTown();
    const data = { sendDate: '2026-03-06', sendTime: null, link: NEWS, office: null, category: null, reason: null };
    const typed = await act(town.app, 'requests.write', { title: '', text: 'Corso', data, corrects: null });
    expect(codeOf(await town.app.call('requests.ask', { id: typed.id, text: null }))).toBe('no-address');
    await town.receive(TWO_NOTICES);
    const [one, two] = (await inWork(town.app)).filter(({ id }) => id !== typed.id);
    expect(codeOf(await town.app.call('requests.ask', { id: one?.id, text: null }))).toBe('nothing-missing');
    expect(codeOf(await town.app.call('requests.ask', { id: one?.id, text: ' \n' }))).toBe('nothing-missing');
    expect((await act(town.app, 'requests.askDraft', { id: one?.id ?? '' })).text).toBe('');
    const ending = { outcome: 'non necessario' as const, why: 'Riguarda pochi.', sameAs: null };
    await act(town.app, 'requests.close', { id: two?.id ?? '', ...ending });
    expect(codeOf(await town.app.call('requests.ask', { id: two?.id, text: 'E allora?' }))).toBe('request-closed');
  });
});

describe('the answer of the office (P17)', () => {
  const answer = (lines: readonly string[], answers: readonly string[]) => ({
    id: 'risposta',
    subject: 'Tutt’altro oggetto',
    date: 'Tue, 03 Mar 2026 10:00:00 +0100',
    answers,
    lines: [...lines, '', 'Giulia Ferrante'],
  });

  async function asked() {
    const town = await incomplete();
    await act(town.app, 'requests.ask', { id: town.id, text: null });
    town.clock.advance(10_000);
    await town.app.tick();
    const [letter] = await letters(town);
    town.clock.set('2026-03-03T10:00:00.000Z');
    return { town, asking: letter?.messageId ?? expect.fail('no letter') };
  }

  it('to our letter joins its request, fills what was missing as proposed, and wakes it', async () => {
    const { town, asking } = await asked();
    const { id } = town;
    const since = (await get(town, id)).waiting?.since;
    const checked = await town.receive(answer(['Da inviare lunedì 16 marzo 2026.', `Ecco il link: ${NEWS}`], [asking]));
    expect(checked).toMatchObject({ read: 1, added: 0 });
    const request = await get(town, id);
    expect(request).toMatchObject({
      state: 'inCharge',
      waiting: null,
      waits: [{ from: since, to: '2026-03-03T09:00:00.000Z' }],
      missing: [],
      data: { sendDate: '2026-03-16', link: NEWS },
      confirmed: [],
      asked: { sendDate: null, link: null },
    });
    expect(request.mails.map(({ kind }) => kind)).toEqual(['asks', 'letter', 'answers']);
    expect(request.mails.at(-1)).toMatchObject({
      subject: 'Tutt’altro oggetto',
      at: '2026-03-03T09:00:00.000Z',
      text: expect.stringContaining('Ecco il link'),
      says: { sendDate: '2026-03-16', link: NEWS },
    });
    expect(request.unread).toMatchObject([{ mail: request.mails.at(-1)?.id, withdraws: false }]);
    await act(town.app, 'requests.setData', { id, data: { link: NEWS } });
    expect((await get(town, id)).unread, 'work on the request proves no reading').toHaveLength(1);
    await act(town.app, 'requests.seeAnswer', { id });
    expect((await get(town, id)).unread).toEqual([]);
  });

  it('to its own e-mail, too; what is known already is not overwritten', async () => {
    const { town } = await asked();
    const { id } = town;
    await act(town.app, 'requests.setData', { id, data: { sendDate: '2026-03-12' } });
    await town.receive(answer(['Da inviare lunedì 16 marzo 2026.'], [messageIdOf('corso')]));
    const request = await get(town, id);
    expect(request).toMatchObject({ state: 'inCharge', missing: ['link'], data: { sendDate: '2026-03-12' } });
    expect(request.mails.at(-1)?.says?.sendDate).toBe('2026-03-16');
  });

  it('is about the request of the newest message it names, in whatever order it names them', async () => {
    const town = await openTown();
    await town.receive(TWO_NOTICES);
    const [one = '', two = ''] = (await inWork(town.app)).map(({ id }) => id);
    for (const id of [one, two]) {
      await act(town.app, 'requests.ask', { id, text: `Ci confermi la data di ${id}?` });
      town.clock.advance(60_000);
      await town.app.tick();
    }
    const asked = new Map((await letters(town)).map(({ text, messageId }) => [text.includes(two), messageId ?? '']));
    const named = [asked.get(true) ?? '', asked.get(false) ?? '', messageIdOf('due-avvisi')];
    const lines = ['Confermo.', '', 'Giulia Ferrante'];
    for (const [index, answers] of [named, named.toReversed()].entries()) {
      await town.receive({ ...answer(lines, answers), id: `conferma-${index}` });
    }
    expect((await get(town, two)).answers).toHaveLength(2);
    expect((await get(town, one)).answers).toEqual([]);
  });

  it('is found in the same look at the mailbox, whatever the order of the files, and read once', async () => {
    const town = await openTown();
    const first = { ...answer([`Ecco il link: ${NEWS}`], [messageIdOf('corso')]), id: 'a-prima' };
    expect(await town.receive(first, INCOMPLETE)).toMatchObject({ read: 2, added: 1 });
    const [request] = await inWork(town.app);
    expect(request).toMatchObject({ missing: ['date'], data: { link: NEWS } });
    expect(await act(town.app, 'requests.checkMailbox', {})).toMatchObject({ read: 0 });
  });

  it('by subject alone is nobody’s answer', async () => {
    const { town } = await asked();
    const { answers: _none, ...alone } = answer([`Ecco il link: ${NEWS}`], []);
    await town.receive({ ...alone, subject: 'R: Corso di primo soccorso' });
    expect(await get(town, town.id)).toMatchObject({ state: 'waiting', answers: [] });
  });

  it('of a mail with several requests fills none where it may be about either, and wakes the ones that wait', async () => {
    const town = await openTown();
    await town.receive(TWO_NOTICES);
    const [one, two] = (await inWork(town.app)).map(({ id }) => id);
    await town.receive(answer(['Da inviare lunedì 23 marzo 2026.'], [messageIdOf('due-avvisi')]));
    for (const id of [one, two]) {
      const request = await get(town, id ?? '');
      expect(request.mails.at(-1)).toMatchObject({ kind: 'answers', says: { sendDate: null } });
    }
    await act(town.app, 'requests.pause', { id: two ?? '', for: 'Cultura pubblica la notizia' });
    const more = { ...answer(['Notizia pubblicata.'], [messageIdOf('due-avvisi')]), id: 'risposta-2' };
    await town.receive(more);
    expect((await get(town, two ?? '')).answers).toHaveLength(2);
    expect((await get(town, one ?? '')).answers).toHaveLength(1);
    expect((await get(town, two ?? '')).state).toBe('open');
  });

  it('to a request that ended is kept with it, and asks anew when it asks for something', async () => {
    const { town, asking } = await asked();
    const { id } = town;
    await act(town.app, 'requests.close', { id, outcome: 'non necessario', why: 'Riguarda pochi.', sameAs: null });
    await town.receive(answer(['Va bene, grazie.'], [asking]));
    expect(await get(town, id)).toMatchObject({ state: 'closed', unread: [{ withdraws: false }] });
    const again = { ...answer(['Da inviare lunedì 16 marzo 2026.', `Link: ${NEWS}`], [asking]), id: 'ancora' };
    expect(await town.receive(again)).toMatchObject({ added: 1 });
    const fresh = (await inWork(town.app)).find((request) => request.id !== id);
    expect(fresh).toMatchObject({ state: 'open', data: { link: NEWS } });
    expect((await get(town, fresh?.id ?? '')).warnings[0]).toMatchObject({
      code: 'follows-ended',
      message: expect.stringContaining('primo soccorso'),
    });
  });

  it('that takes the request back is flagged, and forgotten when somebody reads that it is none (P18)', async () => {
    const { town, asking } = await asked();
    const { id } = town;
    await town.receive(answer(['Il corso è rinviato: per favore non inviate l’avviso.'], [asking]));
    const request = await get(town, id);
    expect(request).toMatchObject({ state: 'inCharge', unread: [{ withdraws: true }] });
    expect(request.mails.at(-1)).toMatchObject({ withdraws: true });
    await act(town.app, 'requests.setData', { id, data: { category: 'Eventi' } });
    expect(await get(town, id)).toMatchObject({ unread: request.unread });
    await act(town.app, 'requests.seeAnswer', { id });
    expect(await get(town, id)).toMatchObject({ unread: [] });
    await act(town.app, 'requests.seeAnswer', { id });
    const again = { ...answer(['Ritiriamo la richiesta.'], [asking]), id: 'ritiro' };
    await town.receive(again);
    await act(town.app, 'queue.withdraw', { id, why: 'Il corso è rinviato.' });
    expect(await get(town, id)).toMatchObject({ state: 'closed', unread: [], closed: { outcome: 'ritirata' } });
  });

  it('a copy of our own letter asks for nothing', async () => {
    const { town } = await asked();
    const { id } = town;
    const own = {
      ...answer(['Ci mandi il link?'], [messageIdOf('corso')]),
      from: 'PuntoSi <avvisi@comune.valdombra.example>',
    };
    expect(await town.receive(own)).toMatchObject({ read: 1, added: 0 });
    expect(await get(town, id)).toMatchObject({ state: 'waiting', answers: [] });
  });
});

describe('waiting for others (P27)', () => {
  it('is said in words, ends when somebody says so, and both are on record', async () => {
    const town = await incomplete();
    const { id } = town;
    expect(codeOf(await town.app.call('requests.pause', { id, for: ' ' }))).toBe('wait-unnamed');
    expect(codeOf(await town.app.call('requests.resume', { id }))).toBe('not-waiting');
    await act(town.app, 'requests.pause', { id, for: ' Cultura pubblica la notizia ' });
    expect(await get(town, id)).toMatchObject({ state: 'waiting', waiting: { for: 'Cultura pubblica la notizia' } });
    const from = town.clock.now();
    town.clock.advance(3_600_000);
    await act(town.app, 'requests.resume', { id });
    expect(await get(town, id)).toMatchObject({ state: 'inCharge', waits: [{ from, to: town.clock.now() }] });
  });
});

describe('a pause ends by itself (P17)', () => {
  const DAY = 86_400_000;

  it('on the day that was said: its clock counts again from that morning, whenever the desk was switched on', async () => {
    const town = await incomplete();
    const { id } = town;
    const pause = { id, for: 'Cultura pubblica la notizia' };
    expect(codeOf(await town.app.call('requests.pause', { ...pause, until: '2026-03-02' }))).toBe('wake-past');
    await act(town.app, 'requests.pause', { ...pause, until: '2026-03-04' });
    const from = town.clock.now();
    town.clock.advance(DAY);
    await town.app.tick();
    expect(await get(town, id)).toMatchObject({ state: 'waiting', waiting: { until: '2026-03-04' } });
    town.clock.advance(2 * DAY);
    await town.app.tick();
    await town.app.tick();
    const woken = await get(town, id);
    expect(woken).toMatchObject({
      state: 'inCharge',
      waiting: null,
      waits: [{ from, to: '2026-03-03T23:00:00.000Z' }],
    });
    const [row] = await inWork(town.app);
    expect(row).toMatchObject({ id, state: 'inCharge', waiting: null });
  });

  it('without a day on the next working one, after a letter on the second', async () => {
    const town = await incomplete();
    await act(town.app, 'requests.ask', { id: town.id, text: null });
    expect(await get(town, town.id)).toMatchObject({ waiting: { until: '2026-03-04' } });
    const other = await incomplete();
    await act(other.app, 'requests.pause', { id: other.id, for: 'Cultura' });
    expect(await get(other, other.id)).toMatchObject({ waiting: { until: '2026-03-03' } });
  });
});

describe('ending with a reply (P21, P26)', () => {
  it('tells the office that it is not needed, and why; taken back, the request is open again', async () => {
    const town = await incomplete();
    const { id } = town;
    const ending = { id, outcome: 'non necessario' as const, why: 'Riguarda solo gli iscritti', sameAs: null };
    const first = await act(town.app, 'requests.close', { ...ending, letter: true });
    await act(town.app, 'drafts.undo', { id: first.effect ?? '' });
    expect(await get(town, id)).toMatchObject({ state: 'inCharge', closed: null, letters: [] });
    await act(town.app, 'requests.close', { ...ending, letter: true });
    town.clock.advance(10_000);
    await town.app.tick();
    const [letter, ...others] = await letters(town);
    expect(others).toEqual([]);
    expect(letter?.text).toContain('Il motivo: Riguarda solo gli iscritti.');
    expect(await get(town, id)).toMatchObject({ state: 'closed', closed: { outcome: 'non necessario' } });
  });

  it('without a letter nothing leaves; an ending without a template says so and keeps the request', async () => {
    const town = await incomplete();
    const { id } = town;
    const ending = { id, outcome: 'non è una richiesta' as const, why: 'È un ringraziamento', sameAs: null };
    expect(codeOf(await town.app.call('requests.close', { ...ending, letter: true }))).toBe('no-template');
    expect(await act(town.app, 'requests.close', ending)).toEqual({ effect: null });
    town.clock.advance(10_000);
    expect(await town.app.tick()).toBe(0);
  });
});
