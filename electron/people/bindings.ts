import type { Desk, Done } from '#electron/desk/desk.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { type Binding, bindingFact, bindingNow, isBoundTo } from '#shared/people/bindings.ts';
import { nameOf } from '#shared/people/roster.ts';

/** The bindings of now of everybody who has one. */
export const bindingsOf = ({ journal, roster }: Desk): readonly Binding[] =>
  roster().people.flatMap(({ id }) => bindingNow(journal.factsOf(`binding/${id}`)) ?? []);

/** Says from which desks and accounts a person decides (P6); who is bound changes that only from there. */
export function bindPerson(desk: Desk, binding: Binding): Done {
  const now = bindingNow(desk.journal.factsOf(`binding/${binding.person}`));
  if (now && !isBoundTo(now, { dev: desk.journal.device(), account: desk.account })) {
    return problem({
      code: 'not-bound-here',
      what: `Le postazioni di ${nameOf(desk.roster(), binding.person)} si cambiano solo da una di quelle.`,
      remedy: 'Fallo da lì. Se quel computer non c’è più, togli prima la sua postazione dal registro condiviso.',
    });
  }
  return desk.keep(ok([bindingFact('binding.set', `binding/${binding.person}`, binding)]));
}
