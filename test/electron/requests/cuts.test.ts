import { describe, expect, it } from 'vitest';
import { cutCases } from '#electron/requests/cuts.ts';
import { readParsed } from '#electron/requests/mailText.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { mailProgress, sayMailProgress } from '#shared/requests/mailProgress.ts';
import type { Request } from '#shared/requests/request.ts';
import { must, openTestDesk, openTownDesk, type TestDesk, write } from '../../helpers/desk.ts';
import { requestReceived } from '../../helpers/facts.ts';
import { receive, TWO_NOTICES } from '../../helpers/mails.ts';

interface Cut {
  readonly opened: TestDesk;
  readonly mail: string;
  readonly text: string;
  readonly cases: ReturnType<typeof cutCases>;
  readonly list: () => readonly Request[];
}

async function twoNotices(opened = openTownDesk()): Promise<Cut> {
  await receive(opened, TWO_NOTICES);
  const mail = opened.requests.undecided()[0]?.mail ?? expect.fail('no mail');
  const text = readParsed(opened.desk, opened.requests, mail)?.text ?? expect.fail('no text');
  return {
    opened,
    mail,
    text,
    cases: cutCases(opened.desk, opened.requests),
    list: () => opened.requests.ofMail(mail),
  };
}
const shown = ({ list, mail }: Cut) =>
  list().map(({ id, index, of, title }) => `${id.replace(mail, '')} ${index}/${of} ${title}`);
const wordsOf = ({ text, list }: Cut, index: number): string => {
  const [from, to] = list()[index]?.span ?? [0, 0];
  return text.slice(from, to);
};

describe('cutting an e-mail (P12)', () => {
  it('splits, reads each part anew and keeps the others, numbered in order of place', async () => {
    const cut = await twoNotices();
    const [one, two] = cut.list();
    if (!one || !two) throw new Error('Two requests were expected.');
    const added = must(cut.cases.split({ id: one.id, at: cut.text.indexOf('La biblioteca resta') }));
    expect(cut.list().map(({ id }) => id)).toEqual([one.id, added.id, two.id]);
    expect(cut.list().map(({ index, of }) => [index, of])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(wordsOf(cut, 0)).toBe('1) Chiusura per inventario.');
    expect(cut.list()[0]).toMatchObject({ missing: ['date', 'link', 'text'], data: { link: null } });
    expect(cut.list()[1]).toMatchObject({
      state: 'open',
      data: { sendDate: '2026-03-06', link: expect.stringContaining('/inventario') },
      mail: cut.mail,
      receivedAt: one.receivedAt,
      sender: one.sender,
    });
    expect(cut.list()[2]).toMatchObject({ asked: two.asked, span: two.span });
  });

  it('joins, and what a person confirmed stays', async () => {
    const cut = await twoNotices();
    const [one, two] = cut.list().map(({ id }) => id) as [string, string];
    write(
      cut.opened,
      requestFact('request.dataSet', `request/${one}`, { sendDate: '2026-03-05', category: 'Servizi' }),
    );
    expect(must(cut.cases.join({ id: one, with: two }))).toEqual({ id: one });
    expect(shown(cut)).toEqual([expect.stringMatching(/^-1 1\/1 /)]);
    expect(wordsOf(cut, 0)).toMatch(/^1\) Chiusura[\s\S]*gruppo-di-lettura$/);
    expect(cut.list()[0]).toMatchObject({
      data: { sendDate: '2026-03-05', category: 'Servizi', link: expect.any(String) },
      confirmed: ['sendDate', 'category'],
    });
    expect(cut.opened.requests.get(two)).toBeUndefined();
  });

  it('gives back the request that began there, with what was done on it, when a join is undone', async () => {
    const cut = await twoNotices();
    const before = cut.list();
    const [one, two] = before.map(({ id }) => id) as [string, string];
    write(cut.opened, requestFact('request.takenInCharge', `request/${two}`, {}));
    must(cut.cases.join({ id: one, with: two }));
    expect(must(cut.cases.split({ id: one, at: cut.text.indexOf('2) Gruppo') }))).toEqual({ id: two });
    expect(cut.list().map(({ id, span }) => ({ id, span }))).toEqual(before.map(({ id, span }) => ({ id, span })));
    expect(cut.list()[1]).toMatchObject({ state: 'inCharge', inCharge: { person: 'marta' } });
  });

  it('never gives one id twice', async () => {
    const cut = await twoNotices();
    const [one, two] = cut.list().map(({ id }) => id) as [string, string];
    const place = cut.text.indexOf('La biblioteca resta');
    const added = must(cut.cases.split({ id: one, at: place })).id;
    must(cut.cases.join({ id: added, with: one }));
    const again = must(cut.cases.split({ id: added, at: place })).id;
    expect(new Set([added, again, two]).size).toBe(3);
    expect(cut.list().map(({ id }) => id)).toEqual([added, again, two]);
  });

  it('the same is there after the app is opened again, and when its tables are made anew', async () => {
    const cut = await twoNotices(openTownDesk({ inFile: true }));
    const [one] = cut.list();
    must(cut.cases.split({ id: one?.id ?? '', at: cut.text.indexOf('La biblioteca resta') }));
    const before = cut.list();
    cut.opened.database.prepare("UPDATE projection SET version = 0 WHERE name = 'request'").run();
    cut.opened.close();
    expect(openTestDesk({ folder: cut.opened.folder }).requests.ofMail(cut.mail)).toEqual(before);
  });

  it('changes nothing that is decided, and says how far the e-mail is', async () => {
    const cut = await twoNotices();
    const [one, two] = cut.list().map(({ id }) => id) as [string, string];
    expect(sayMailProgress(mailProgress(cut.opened.requests.ofMail(cut.mail), cut.mail))).toBe('2 richieste');
    write(
      cut.opened,
      requestFact('request.closed', `request/${two}`, { outcome: 'duplicato', why: 'già', sameAs: null }),
    );
    const closed = cut.opened.requests.get(two);
    expect(cut.cases.join({ id: one, with: two })).toMatchObject({ ok: false, error: { code: 'request-decided' } });
    must(cut.cases.split({ id: one, at: cut.text.indexOf('La biblioteca resta') }));
    expect(cut.opened.requests.get(two)).toEqual({ ...closed, index: 3, of: 3 });
    const progress = mailProgress(cut.opened.requests.ofMail(cut.mail), cut.mail);
    expect([progress.done, sayMailProgress(progress)]).toEqual([false, '3 richieste, 1 decisa']);
  });

  it('is refused where there is no e-mail, or its text was forgotten', () => {
    const opened = openTownDesk();
    const cases = cutCases(opened.desk, opened.requests);
    write(opened, requestReceived('scritta-1'));
    expect(cases.split({ id: 'scritta-1', at: 3 })).toMatchObject({ ok: false, error: { code: 'mail-forgotten' } });
    expect(cases.join({ id: 'r9', with: 'scritta-1' })).toMatchObject({
      ok: false,
      error: { code: 'request-unknown' },
    });
  });
});

describe('a cut taken back within ten seconds (P67)', () => {
  it('of a split leaves the request whole, with what was confirmed on it, and the new one is no more', async () => {
    const cut = await twoNotices();
    const [one] = cut.list();
    if (!one) throw new Error('Two requests were expected.');
    write(cut.opened, requestFact('request.dataSet', `request/${one.id}`, { category: 'Servizi' }));
    const before = cut.list();
    const added = must(cut.cases.split({ id: one.id, at: cut.text.indexOf('La biblioteca resta') }));
    cut.opened.clock.advance(9_000);
    expect(must(cut.cases.undo({ id: added.id }))).toEqual({ id: one.id });
    expect(cut.list()).toEqual(before);
    expect(cut.opened.requests.get(added.id)).toBeUndefined();
    // Taking back is no cut that could be taken back.
    expect(cut.cases.undo({ id: one.id })).toMatchObject({ error: { code: 'undo-too-late' } });
  });

  it('of a join gives both back as they were, also the data that were chosen for one', async () => {
    const cut = await twoNotices();
    const [one, two] = cut.list().map(({ id }) => id) as [string, string];
    write(cut.opened, requestFact('request.dataSet', `request/${one}`, { sendDate: '2026-03-05' }));
    const before = cut.list();
    must(cut.cases.join({ id: one, with: two, data: { sendDate: '2026-03-20', sendTime: null } }));
    expect(cut.list()).toMatchObject([{ data: { sendDate: '2026-03-20' }, confirmed: ['sendDate', 'sendTime'] }]);
    must(cut.cases.undo({ id: one }));
    expect(cut.list()).toEqual(before);
  });

  it('is no matter of a request of the same e-mail that was decided before', async () => {
    const cut = await twoNotices();
    const [one, two] = cut.list();
    if (!one || !two) throw new Error('Two requests were expected.');
    const closed = { outcome: 'non necessario' as const, why: 'Già sul sito.', sameAs: null };
    write(cut.opened, requestFact('request.closed', `request/${two.id}`, closed));
    const before = cut.list();
    must(cut.cases.split({ id: one.id, at: cut.text.indexOf('La biblioteca resta') }));
    must(cut.cases.undo({ id: one.id }));
    expect(cut.list()).toEqual(before);
  });

  it('is too late after ten seconds, or once one of the requests is decided', async () => {
    const cut = await twoNotices();
    const [one] = cut.list();
    if (!one) throw new Error('Two requests were expected.');
    const added = must(cut.cases.split({ id: one.id, at: cut.text.indexOf('La biblioteca resta') }));
    const closed = { outcome: 'non necessario' as const, why: 'Già sul sito.', sameAs: null };
    write(cut.opened, requestFact('request.closed', `request/${added.id}`, closed));
    expect(cut.cases.undo({ id: one.id })).toMatchObject({ error: { code: 'undo-too-late' } });
    write(cut.opened, requestFact('request.reopened', `request/${added.id}`, { why: 'Serve.' }));
    cut.opened.clock.advance(10_001);
    expect(cut.cases.undo({ id: one.id })).toMatchObject({ error: { code: 'undo-too-late' } });
    expect(cut.list()).toHaveLength(3);
  });
});
