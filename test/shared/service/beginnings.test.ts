import { describe, expect, it } from 'vitest';
import { BEGINNINGS, type BeginningId, beginningsOf, type DeskFacts, lackKey } from '#shared/service/beginnings.ts';

const AT = '2026-11-24T08:02:00.000Z';
const GONE = { code: 'folder-missing', what: 'La cartella non c’è.', remedy: 'Collega l’unità.' };

/** A desk that has everything. */
const WHOLE: DeskFacts = {
  share: {
    state: 'connected',
    configured: 'W:\\ PuntoSi\\REGISTRO',
    location: { path: 'W:\\PuntoSi\\REGISTRO', withoutSpace: true },
    problem: null,
    exchangedAt: AT,
    isEnrolled: true,
  },
  person: { name: 'Marta Bellin', account: 'm.bellin', at: AT },
  head: { name: 'Ornella Vidal', address: 'o.vidal@comune.valdombra.example', by: 'Marta Bellin', at: AT },
  formerHead: null,
  mailbox: { server: null, folder: '/posta', isChosen: true, checkedAt: AT, problem: null },
  contractor: { address: 'ditta@ditta.example', by: null, at: null },
  mayor: { address: 'sindaco@comune.valdombra.example', by: 'Marta Bellin', at: AT },
  nothingLeaves: false,
  town: { toConfirm: 0, by: 'Ornella Vidal', at: AT },
  skipped: {},
};
const row = (id: BeginningId, change: Partial<DeskFacts>) =>
  beginningsOf({ ...WHOLE, ...change }).find((one) => one.id === id);

describe('what a desk needs before it can work', () => {
  it('is asked in order, the shared register first, and each done row has its proof with its moment (P66)', () => {
    const rows = beginningsOf(WHOLE);
    expect(rows.map(({ id }) => id)).toEqual(BEGINNINGS);
    expect(rows.map(({ state }) => state)).toEqual(Array(6).fill('done'));
    expect(rows.every((one) => one.state === 'done' && one.proof.at === AT)).toBe(true);
  });

  it('says which register path is used when the one with the space is not there (P4)', () => {
    expect(row('register', {})).toMatchObject({
      proof: { words: expect.stringMatching(/^W:\\PuntoSi\\REGISTRO, senza lo spazio davanti/) },
    });
  });

  it('is all lacking on the first day', () => {
    const rows = beginningsOf({
      ...WHOLE,
      share: { ...WHOLE.share, state: 'alone', configured: null, location: null, exchangedAt: null },
      person: null,
      head: null,
      mailbox: { ...WHOLE.mailbox, isChosen: false },
      contractor: { address: null, by: null, at: null },
      mayor: { address: null, by: null, at: null },
      town: { toConfirm: 10, by: null, at: null },
    });
    expect(rows.map((one) => ('lack' in one ? `${one.state}: ${one.lack}` : one.state))).toEqual([
      'todo: mai scelto',
      'todo: nessuno',
      'todo: manca',
      'todo: mai collegata',
      'todo: 2 indirizzi da scrivere',
      'todo: 10 da confermare',
    ]);
  });

  it.each<[BeginningId, Partial<DeskFacts>, string]>([
    ['register', { share: { ...WHOLE.share, state: 'away', problem: GONE } }, 'cartella sparita'],
    ['register', { share: { ...WHOLE.share, state: 'read-only' } }, 'non si può usare'],
    ['head', { head: null, formerHead: 'Ornella Vidal' }, 'Ornella Vidal è fuori dal gruppo'],
    ['mailbox', { mailbox: { ...WHOLE.mailbox, problem: GONE } }, 'non si legge'],
    ['addresses', { mayor: { address: null, by: 'Marta Bellin', at: AT } }, '1 indirizzo da scrivere'],
  ])('comes back when it breaks: %s', (id, change, lack) => {
    expect(row(id, change)).toMatchObject({ state: 'broken', lack });
  });

  it.each<[BeginningId, Partial<DeskFacts>, string]>([
    ['register', { share: { ...WHOLE.share, isEnrolled: false } }, 'aspetta di essere accettata'],
    ['register', { share: { ...WHOLE.share, state: 'unfounded', exchangedAt: null } }, 'cartella senza registro'],
    ['mailbox', { mailbox: { ...WHOLE.mailbox, checkedAt: null } }, 'mai letta'],
    ['addresses', { nothingLeaves: true }, 'manca da dove escono'],
  ])('is not done before its proof: %s, %#', (id, change, lack) => {
    expect(row(id, change)).toMatchObject({ state: 'todo', lack });
  });

  it('a drive that is slow for a while breaks nothing, and a folder being looked at is not known yet', () => {
    expect(
      row('register', { share: { ...WHOLE.share, state: 'away', problem: { ...GONE, code: 'drive-busy' } } }),
    ).toMatchObject({ state: 'done' });
    expect(row('register', { share: { ...WHOLE.share, state: 'connecting' } })).toMatchObject({ state: 'unknown' });
  });

  it('stays skipped while the same is lacking, and comes back when something else breaks', () => {
    const never = { mailbox: { ...WHOLE.mailbox, isChosen: false } };
    const skipped = { mailbox: lackKey({ lack: 'mai collegata' }) };
    expect(row('mailbox', { ...never, skipped })).toMatchObject({ state: 'skipped' });
    expect(row('mailbox', { skipped })).toMatchObject({ state: 'done' });
    expect(row('mailbox', { mailbox: { ...WHOLE.mailbox, problem: GONE }, skipped })).toMatchObject({
      state: 'broken',
    });
    const town = { town: lackKey({ lack: '10 da confermare' }) };
    expect(row('town', { town: { ...WHOLE.town, toConfirm: 9 }, skipped: town })).toMatchObject({ state: 'skipped' });
  });

  it('a mailbox on a mail server is done once it was read, also when it is full', () => {
    const server = 'avvisi@comune.valdombra.example su posta.comune.valdombra.example';
    const mailbox = { server, folder: '/posta', isChosen: false, checkedAt: AT, problem: null };
    const proof = { state: 'done', proof: { words: `${server}, letta`, at: AT } };
    expect(row('mailbox', { mailbox })).toMatchObject(proof);
    expect(row('mailbox', { mailbox: { ...mailbox, problem: { ...GONE, code: 'mailbox-full' } } })).toMatchObject(
      proof,
    );
    expect(row('mailbox', { mailbox: { ...mailbox, checkedAt: null } })).toMatchObject({ lack: 'mai letta' });
    const refused = { ...GONE, code: 'mailbox-password-refused' };
    expect(row('mailbox', { mailbox: { ...mailbox, problem: refused } })).toMatchObject({ state: 'broken' });
  });
});
