import { describe, expect, it } from 'vitest';
import { setPerson } from '#shared/people/decide.ts';
import { peopleFacts } from '#shared/people/facts.ts';
import type { Person } from '#shared/people/person.ts';
import { EMPTY_ROSTER, type Roster } from '#shared/people/roster.ts';
import { must } from '../../helpers/desk.ts';
import { LUCA, MARTA, ORNELLA, rosterOf } from '../../helpers/town.ts';

/** The roster after `setPerson`, as the store would read it. */
function rosterAfter(roster: Roster, person: Person): Roster {
  const facts = must(setPerson(roster, person));
  const chains = facts
    .filter(({ type }) => type === 'chain.set')
    .map(({ body }) => peopleFacts['chain.set'].parse(body))
    .map(({ phase, people }) => [phase, people] as const);
  return {
    ...roster,
    people: [...roster.people.filter(({ id }) => id !== person.id), person],
    chains: { ...roster.chains, ...Object.fromEntries(chains) },
  };
}
const chainsOf = (...people: readonly Person[]): Roster['chains'] => people.reduce(rosterAfter, EMPTY_ROSTER).chains;

describe('the chains of P2', () => {
  it.each([
    ['prima gli operatori', [MARTA, LUCA, ORNELLA]],
    ['la capo settore per prima', [ORNELLA, MARTA, LUCA]],
    ['la capo settore in mezzo', [MARTA, ORNELLA, LUCA]],
  ])('come out alike in whatever order the people were added: %s', (_how, people) => {
    expect(chainsOf(...people)).toEqual({
      intake: ['marta', 'ornella', 'luca'],
      alternative: ['marta', 'luca'],
      report: ['ornella', 'marta', 'luca'],
    });
  });

  it('a small office: one person is operator and head', () => {
    const both: Person = { ...ORNELLA, roles: ['operatore', 'capo settore'] };
    expect(chainsOf(both)).toEqual({ intake: ['ornella'], alternative: ['ornella'], report: ['ornella'] });
    expect(chainsOf(both, MARTA).intake).toEqual(['ornella', 'marta']);
  });

  it('do not call who only reads the documents', () => {
    const accountant: Person = { ...LUCA, id: 'piero', name: 'Piero Conte', accounts: [], roles: ['contabilità'] };
    const roster = [MARTA, ORNELLA, accountant].reduce(rosterAfter, EMPTY_ROSTER);
    expect(Object.values(roster.chains).flat()).not.toContain('piero');
    expect(rosterAfter(roster, { ...accountant, roles: ['operatore'] }).chains.alternative).toEqual(['marta', 'piero']);
  });

  it('keep the order people gave them when a name or an address changes', () => {
    const facts = must(setPerson(rosterOf(), { ...MARTA, address: 'marta.bellin@comune.valdombra.example' }));
    expect(facts.map(({ type, ent }) => [type, ent])).toEqual([['person.set', 'person/marta']]);
  });

  it('let go of who no longer has a role they call for', () => {
    const { chains } = rosterAfter(rosterOf(), { ...LUCA, roles: ['contabilità'] });
    expect(chains).toEqual({ intake: ['marta', 'ornella'], alternative: ['marta'], report: ['ornella', 'marta'] });
  });
});

describe('accounts (P6)', () => {
  const sameAccount = (account: string) => setPerson(rosterOf(), { ...LUCA, accounts: ['lzennaro', account] });

  it.each(['mbellin', 'MBELLIN'])('two people cannot share %s', (account) => {
    const taken = sameAccount(account);
    expect(taken).toMatchObject({ ok: false, error: { code: 'account-taken' } });
    expect(taken.ok ? '' : taken.error.what).toContain(account);
  });

  it('a person keeps the own account, and may have several', () => {
    expect(sameAccount('lzennaro-portatile').ok).toBe(true);
  });
});
