/** The invented people of Valdombra, who sit at the desks of every test. */
import { sha256 } from '#electron/journal/journal.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Context } from '#shared/people/context.ts';
import type { Absence, Person } from '#shared/people/person.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import type { Roster } from '#shared/people/roster.ts';

/** Monday 2 March 2026, 09:00 in Rome: an ordinary morning. */
export const MONDAY_MORNING: Instant = '2026-03-02T08:00:00.000Z';

export const MARTA: Person = {
  id: 'marta',
  name: 'Marta Bellin',
  address: 'm.bellin@comune.valdombra.example',
  roles: ['operatore'],
  accounts: ['mbellin'],
};
export const LUCA: Person = {
  id: 'luca',
  name: 'Luca Zennaro',
  address: 'l.zennaro@comune.valdombra.example',
  roles: ['operatore'],
  accounts: ['lzennaro'],
};
export const ORNELLA: Person = {
  id: 'ornella',
  name: 'Ornella Vidal',
  address: 'o.vidal@comune.valdombra.example',
  roles: ['capo settore'],
  accounts: ['ovidal'],
};

/** Marta, Ornella and Luca in the chains of P2, with the absences given. */
export function rosterOf(absences: readonly Absence[] = []): Roster {
  return {
    people: [LUCA, MARTA, ORNELLA],
    retired: [],
    chains: {
      intake: [MARTA.id, ORNELLA.id, LUCA.id],
      alternative: [MARTA.id, LUCA.id],
      report: [ORNELLA.id, MARTA.id, LUCA.id],
    },
    plans: [],
    absences,
    escalation: null,
  };
}

/** The moment of a decision by `actor`. */
export function contextOf(actor: Person, now: Instant = MONDAY_MORNING, roster: Roster = rosterOf()): Context {
  return { now, actor: actor.id, roster, profile: valdombra, sha256 };
}
