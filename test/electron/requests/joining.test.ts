/** Requests of different e-mails become one (P12), one request with several dates becomes a series (P15). */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedPeople } from '#electron/demo/people.ts';
import { act } from '#electron/demo/procedure.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { messageIdOf, type WrittenMail } from '../../helpers/mails.ts';
import { openTown } from '../../helpers/openTown.ts';
import { exchangeAll, joinAll, openTownDeskOn } from '../../helpers/sharedTown.ts';

const NEWS = 'https://www.comune.valdombra.example/novita/lettura';
const FIRST: WrittenMail = {
  id: 'lettura',
  subject: 'Gruppo di lettura',
  lines: ['Buongiorno, vi chiediamo di inviare questo avviso lunedì 9 marzo.', '', `Link: ${NEWS}`],
};
/** The text, written later as a new e-mail by another office. */
const LATER: WrittenMail = {
  id: 'testo',
  from: 'Anna Bellini <cultura@comune.valdombra.example>',
  subject: 'Testo per l’avviso',
  date: 'Mon, 02 Mar 2026 08:30:00 +0100',
  lines: ['Da inviare martedì 10 marzo.', 'Testo: Il gruppo di lettura si trova giovedì 19 marzo alle 20.30.'],
};
const SERIES: WrittenMail = {
  id: 'letture',
  subject: 'Letture in biblioteca',
  lines: [
    'Letture ad alta voce giovedì 12, 19 e 26 marzo: chiediamo un messaggio il giorno prima di ogni incontro.',
    'Testo: Letture ad alta voce in biblioteca alle 17.',
    `Link: ${NEWS}`,
  ],
};

async function twoRequests() {
  const town = await openTown();
  await town.receive(FIRST, LATER);
  const { rows } = await act(town.app, 'requests.list', { text: '', limit: 10 });
  const idOf = (office: string) => rows.find(({ data }) => data.office === office)?.id ?? expect.fail(office);
  return { town, app: town.app, kept: idOf('Biblioteca'), later: idOf('Cultura') };
}

describe('two requests of different e-mails', () => {
  it('become one, the earlier, with the data that stay and the text it lacked; both who asked stay named', async () => {
    const { app, kept, later } = await twoRequests();
    const before = await act(app, 'requests.get', { id: kept });
    expect(before.missing).toEqual(['text']);
    const data = { sendDate: '2026-03-10', sendTime: null };
    expect(await act(app, 'requests.join', { id: later, with: kept, data })).toEqual({ id: kept, joined: later });
    const one = await act(app, 'requests.get', { id: kept });
    expect(one).toMatchObject({
      ...{ missing: [], data: { sendDate: '2026-03-10', link: NEWS, office: 'Biblioteca' } },
      asked: { text: 'Il gruppo di lettura si trova giovedì 19 marzo alle 20.30.' },
      alsoAsked: [{ id: later, by: 'Anna Bellini', office: 'Cultura' }],
    });
    expect(one.mails.map(({ subject }) => subject)).toEqual(['Gruppo di lettura', 'Testo per l’avviso']);
    const list = await act(app, 'requests.list', { text: '', limit: 10 });
    expect(list.rows.map(({ id }) => id)).toEqual([kept]);
    const decided = await act(app, 'requests.decided', { text: '', limit: 10 });
    expect(decided.rows).toMatchObject([{ id: later, joinedInto: kept, closed: null }]);
    expect(await act(app, 'requests.get', { id: later })).toMatchObject({ joinedTo: 'Gruppo di lettura' });
  });

  it('are two again, as they were, when that is taken back', async () => {
    const { app, kept, later } = await twoRequests();
    const before = await Promise.all([kept, later].map((id) => act(app, 'requests.get', { id })));
    await act(app, 'requests.join', { id: kept, with: later, data: { sendDate: '2026-03-10' } });
    await act(app, 'requests.separate', { id: later });
    const after = await Promise.all([kept, later].map((id) => act(app, 'requests.get', { id })));
    expect(after).toEqual([{ ...before[0], tookIn: [] }, before[1]]);
    expect(await app.call('requests.separate', { id: later })).toMatchObject({
      error: { code: 'request-not-joined' },
    });
  });

  it('an answer to the e-mail of the one that was joined is read in the one that goes on', async () => {
    const { town, app, kept, later } = await twoRequests();
    await act(app, 'requests.join', { id: kept, with: later });
    const answers = [messageIdOf('testo')];
    await town.receive({ id: 'r', subject: 'R: Testo per l’avviso', answers, lines: ['Va bene, grazie a voi.'] });
    expect((await act(app, 'requests.get', { id: kept })).unread).toHaveLength(1);
  });

  it('are not joined once one of them is decided', async () => {
    const { app, kept, later } = await twoRequests();
    const outcome = { outcome: 'non necessario' as const, why: 'Già sul sito.', sameAs: null };
    await act(app, 'requests.close', { id: kept, ...outcome });
    expect(await app.call('requests.join', { id: later, with: kept })).toMatchObject({
      error: { code: 'request-closed' },
    });
  });
});

describe('one request with several dates', () => {
  it('becomes a series in one act, and one request again when that is taken back', async () => {
    const town = await openTown();
    await town.receive(SERIES);
    const [first] = (await act(town.app, 'requests.list', { text: '', limit: 10 })).rows;
    const id = first?.id ?? expect.fail('no request');
    const before = await act(town.app, 'requests.get', { id });
    expect(before.several).toEqual(['2026-03-11', '2026-03-18', '2026-03-25']);
    const wanted = { id, name: 'Letture ad alta voce', days: [...(before.several ?? [])], time: '09:00' };
    const { ids } = await act(town.app, 'requests.makeSeries', wanted);
    const all = await Promise.all(ids.map((one) => act(town.app, 'requests.get', { id: one })));
    expect(all.map(({ data, series, asked }) => [data.sendDate, data.sendTime, series?.index, asked.text])).toEqual(
      (before.several ?? []).map((day, index) => [day, '09:00', index + 1, before.asked.text]),
    );
    expect(all.map(({ data }) => data.link)).toEqual([NEWS, NEWS, NEWS]);
    const [known] = await act(town.app, 'requests.series', {});
    expect(known).toMatchObject({ name: 'Letture ad alta voce', of: 3, notices: [{}, {}, {}] });
    await act(town.app, 'requests.undoSeries', { id });
    const { rows } = await act(town.app, 'requests.list', { text: '', limit: 10 });
    expect(rows.map((one) => one.id)).toEqual([id]);
    expect((await act(town.app, 'requests.get', { id })).data).toEqual(before.data);
    expect((await act(town.app, 'requests.get', { id })).series).toBeNull();
    town.clock.advance(11_000);
    await act(town.app, 'requests.makeSeries', wanted);
    town.clock.advance(11_000);
    expect(await town.app.call('requests.undoSeries', { id })).toMatchObject({ error: { code: 'series-stays' } });
  });

  it('also one that was typed, and never with one day alone', async () => {
    const { app } = await openTown();
    const data = { sendDate: '2026-03-11', sendTime: null, link: NEWS, office: null, category: null, reason: null };
    const { id } = await act(app, 'requests.write', { title: '', text: 'Letture alle 17.', data, corrects: null });
    const alone = { id, name: 'Letture', days: ['2026-03-11', '2026-03-11'], time: null };
    expect(await app.call('requests.makeSeries', alone)).toMatchObject({ error: { code: 'series-too-short' } });
    await act(app, 'requests.makeSeries', { ...alone, days: ['2026-03-18', '2026-03-11'] });
    const { rows } = await act(app, 'requests.list', { text: '', limit: 10 });
    expect(rows.map((row) => [row.data.sendDate, row.state]).toSorted()).toEqual([
      ['2026-03-11', 'inCharge'],
      ['2026-03-18', 'inCharge'],
    ]);
  });
});

it('two desks that join at once, one what the other joined, end with the same request and nothing lost', async () => {
  const shared = join(temporaryFolder(), ' PuntoSi');
  mkdirSync(shared);
  const first = openTownDeskOn({ name: 'Sportello 1', shared });
  await seedPeople(first.app);
  await act(first.app, 'people.actAs', { id: 'marta' });
  const second = openTownDeskOn({ name: 'Sportello 2', shared });
  await joinAll(first, second);
  await act(second.app, 'people.actAs', { id: 'marta' });
  const third: WrittenMail = { ...LATER, id: 'terza', date: 'Mon, 02 Mar 2026 08:40:00 +0100' };
  await first.receive(FIRST, LATER, third);
  await exchangeAll(first, second);
  const { rows } = await act(first.app, 'requests.list', { text: '', limit: 10 });
  const [kept, later, last] = rows.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1)).map(({ id }) => id) as [
    string,
    string,
    string,
  ];
  await act(first.app, 'requests.join', { id: later, with: kept });
  await act(second.app, 'requests.join', { id: last, with: later });
  await exchangeAll(first, second);
  const seen = await Promise.all(
    [first, second].map(async ({ app }) => {
      const open = (await act(app, 'requests.list', { text: '', limit: 10 })).rows.map(({ id }) => id);
      const detail = await act(app, 'requests.get', { id: kept });
      return { open, mails: detail.mails.map(({ id }) => id), also: detail.alsoAsked?.map(({ id }) => id) };
    }),
  );
  // The last goes on with the later, which goes on with the first: all three e-mails are there.
  const all = { open: [kept], also: [later, last] };
  expect(seen.map(({ open, also }) => ({ open, also }))).toEqual([all, all]);
  expect(seen[0]?.mails).toHaveLength(3);
});
