import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { actAs, comeBack, retire, savePerson } from '#electron/people/people.ts';
import { sessionOf } from '#electron/people/session.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { isHeadAway, nameOf, onDuty } from '#shared/people/roster.ts';
import { must, openTestDesk, openTownDesk, sitDown, write } from '../../helpers/desk.ts';
import { requestReceived } from '../../helpers/facts.ts';
import { LUCA, MARTA, ORNELLA, rosterOf } from '../../helpers/town.ts';

describe('who sits at the desk (P6)', () => {
  it('nobody is known at first: every decision asks, and nothing is kept', () => {
    const { desk } = openTestDesk();
    expect(desk.person()).toBeUndefined();
    const asked = desk.act(() => ok([requestReceived('r1')]));
    expect(asked).toMatchObject({ ok: false, error: { code: 'who-are-you' } });
    expect(desk.journal.count()).toBe(0);
  });

  it('the first person added sits down; the next ones do not push anybody away', () => {
    const { desk } = openTestDesk();
    expect(must(savePerson(desk, { ...MARTA, id: null }))).toEqual({ id: 'id1' });
    expect(desk.person()?.name).toBe('Marta Bellin');
    must(savePerson(desk, ORNELLA));
    expect(desk.person()?.name).toBe('Marta Bellin');
  });

  it('the account of the computer opens the app as its person, until somebody else sits down', () => {
    const opened = openTestDesk();
    write(opened, peopleFact('person.set', 'person/luca', { ...LUCA, accounts: [userInfo().username.toUpperCase()] }));
    write(opened, peopleFact('person.set', 'person/marta', MARTA));
    expect(opened.desk.person()?.id).toBe('luca');
    sitDown(opened, MARTA);
    expect(opened.desk.person()?.id).toBe('marta');
  });

  it('the account wins again at the next start over who sat there last; not when only the core was started again', () => {
    const first = openTestDesk({ inFile: true, run: 'lunedì' });
    write(first, peopleFact('person.set', 'person/luca', { ...LUCA, accounts: [userInfo().username] }));
    write(first, peopleFact('person.set', 'person/marta', MARTA));
    must(actAs(first.desk, 'marta'));
    first.close();
    const again = openTestDesk({ folder: first.folder, run: 'lunedì' });
    expect(again.desk.person()?.id).toBe('marta');
    again.close();
    expect(openTestDesk({ folder: first.folder, run: 'martedì' }).desk.person()?.id).toBe('luca');
  });

  it('who sits down may give her the account of this computer; never that of somebody else', () => {
    const { desk } = openTownDesk();
    must(actAs(desk, 'luca', true));
    expect(desk.roster().people.find(({ id }) => id === 'luca')?.accounts).toEqual(['lzennaro', userInfo().username]);
    must(actAs(desk, 'marta', true));
    expect(desk.roster().people.find(({ id }) => id === 'marta')?.accounts).toEqual(['mbellin']);
  });

  it('who was taken out of the group leaves desk and chains, is still named, and comes back to her places', () => {
    const { desk } = openTownDesk();
    const before = desk.roster();
    must(retire(desk, 'marta'));
    expect(desk.person()).toBeUndefined();
    expect(Object.values(desk.roster().chains).flat()).not.toContain('marta');
    expect(nameOf(desk.roster(), 'marta')).toBe('Marta Bellin');
    expect(desk.roster().retired).toMatchObject([{ id: 'marta', retired: { by: 'marta' } }]);
    must(comeBack(desk, 'marta'));
    expect(desk.roster()).toEqual(before);
  });

  it('a head who was taken out is a missing head, never an absent one', () => {
    const { desk } = openTownDesk();
    must(retire(desk, 'ornella'));
    expect(sessionOf(desk, false).duty).toMatchObject({ head: null, headPresent: false });
    expect(isHeadAway(desk.roster(), '2026-03-02')).toBe(false);
  });

  it('who was removed does not sit at any desk any more', () => {
    const opened = openTownDesk();
    write(opened, peopleFact('person.removed', 'person/marta', {}));
    expect(opened.desk.person()).toBeUndefined();
    expect(opened.desk.roster().people.map(({ id }) => id)).toEqual(['luca', 'ornella']);
    expect(onDuty(opened.desk.roster(), 'intake', '2026-03-02')?.id).toBe('ornella');
  });

  it('is remembered on this computer', () => {
    const first = openTownDesk({ inFile: true });
    sitDown(first, LUCA);
    first.close();
    expect(openTestDesk({ folder: first.folder }).desk.person()?.id).toBe('luca');
  });

  it('can be anybody of the list, and nobody else', () => {
    const { desk } = openTownDesk();
    expect(actAs(desk, 'luca').ok).toBe(true);
    expect(desk.person()?.id).toBe('luca');
    expect(actAs(desk, 'piero')).toMatchObject({ ok: false, error: { code: 'person-unknown' } });
    expect(desk.person()?.id).toBe('luca');
  });
});

describe('what a desk keeps', () => {
  it('carries the person who acted; what the app does by itself carries the app', () => {
    const opened = openTownDesk();
    sitDown(opened, LUCA);
    write(opened, requestReceived('r1'));
    expect(opened.desk.journal.factsOf('request/r1')[0]?.actor).toBe('luca');
    const alone = openTestDesk();
    write(alone, requestReceived('r1'));
    expect(alone.desk.journal.factsOf('request/r1')[0]?.actor).toBe(THE_APP);
  });

  it('is nothing when the rule refuses or decides nothing', () => {
    const { desk, changed } = openTownDesk();
    const [count, commits] = [desk.journal.count(), changed.length];
    const refused = problem({ code: 'reason-missing', what: 'Manca il motivo.', remedy: 'Scrivi perché.' });
    expect(desk.act(() => refused)).toEqual(refused);
    expect(desk.act(() => ok([]))).toEqual(ok({}));
    expect([desk.journal.count(), changed.length]).toEqual([count, commits]);
  });

  it('can be an effect alone', () => {
    const { desk, clock } = openTownDesk();
    const effect = { id: 'a', kind: 'letter.send', payload: {}, notBefore: clock.now() };
    expect(
      desk.act(
        () => ok([]),
        () => [effect],
      ).ok,
    ).toBe(true);
    expect(desk.outbox.nextDue()).toBe(clock.now());
  });

  it('is facts and effects together, or none of them', () => {
    const { desk, database, clock } = openTownDesk();
    const effect = { id: 'a', kind: 'letter.send', payload: {}, notBefore: clock.now() };
    database.exec("CREATE TRIGGER no_effect BEFORE INSERT ON effect BEGIN SELECT RAISE(ABORT, 'a bug'); END");
    const count = desk.journal.count();
    expect(() =>
      desk.act(
        () => ok([requestReceived('r1')]),
        () => [effect],
      ),
    ).toThrow('a bug');
    expect(desk.journal.count()).toBe(count);
    expect(database.prepare('SELECT count(*) FROM request').pluck().get()).toBe(0);
  });

  it('says when the disk refuses, and lets bugs through', () => {
    const opened = openTownDesk();
    opened.database.pragma('query_only = 1');
    expect(opened.desk.keep(ok([requestReceived('r1')]))).toMatchObject({
      ok: false,
      error: { code: 'folder-read-only' },
    });
    opened.database.pragma('query_only = 0');
    expect(() => opened.desk.keep(ok([{ type: 'x', ent: 'y', body: {} }]))).toThrow();
  });
});

describe('people and chains in the journal (P2, P3)', () => {
  it('are read back as they were said', () => {
    const opened = openTownDesk();
    const absence = { id: 'a1', person: 'marta', from: '2026-03-03', to: '2026-03-05' };
    write(opened, peopleFact('absence.set', 'absence/a1', absence));
    expect(opened.desk.roster()).toEqual(rosterOf([absence]));
    write(opened, peopleFact('absence.removed', 'absence/a1', {}));
    expect(opened.desk.roster()).toEqual(rosterOf());
  });

  it('an order of a chain that people chose stays', () => {
    const opened = openTownDesk();
    const people = ['luca', 'marta'];
    write(opened, peopleFact('chain.set', 'chain/alternative', { phase: 'alternative', people }));
    must(savePerson(opened.desk, { ...MARTA, name: 'Marta Bellin Rossi' }));
    expect(opened.desk.roster().chains.alternative).toEqual(people);
    expect(onDuty(opened.desk.roster(), 'alternative', '2026-03-02')?.name).toBe('Luca Zennaro');
  });

  it('a refused change changes nothing', () => {
    const { desk } = openTownDesk();
    expect(savePerson(desk, { ...LUCA, accounts: ['MBELLIN'] })).toMatchObject({
      ok: false,
      error: { code: 'account-taken' },
    });
    expect(desk.roster()).toEqual(rosterOf());
  });
});
