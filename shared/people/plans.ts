import type { NewFact } from '#shared/journal/fact.ts';
import { type Day, sayDay } from '#shared/kernel/day.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { PHASE_WORDS, requireChain } from './absences.ts';
import { peopleFact } from './facts.ts';
import { type ChainPlan, PHASES, type Phase } from './person.ts';
import { chainOn, type Roster } from './roster.ts';

/** What is known of the chains before it is asked which of them hold: each plan until its chain was set anew after it. */
export type PlannedRoster = Omit<Roster, 'chains'> & {
  readonly chains: Readonly<Record<Phase, { readonly people: readonly string[]; readonly since: Day | null }>>;
};

const entOf = ({ phase, from }: Pick<ChainPlan, 'phase' | 'from'>): string => `plan/${phase}-${from}`;

/** The roster as it holds on `day` (P4): the chains of that day, and the plans that are still to come. */
export function rosterOn({ chains, plans, ...rest }: PlannedRoster, day: Day): Roster {
  const standing = plans.filter(({ phase, from }) => from > (chains[phase].since ?? ''));
  const set = { intake: chains.intake.people, alternative: chains.alternative.people, report: chains.report.people };
  const known: Roster = { ...rest, chains: set, plans: standing };
  const on = (phase: Phase): readonly string[] => chainOn(known, phase, day);
  return {
    ...known,
    chains: { intake: on('intake'), alternative: on('alternative'), report: on('report') },
    plans: standing.filter(({ from }) => from > day),
  };
}

const planAt = ({ plans }: Roster, { phase, from }: Pick<ChainPlan, 'phase' | 'from'>): ChainPlan | undefined =>
  plans.find((plan) => plan.phase === phase && plan.from === from);

/**
 * Says in which order a phase calls people from a day to come (P4). Problems: `chain-invalid`, `plan-not-to-come`, and
 * `plans-overlap` where that day already has an order of its own.
 */
export function planChain(roster: Roster, plan: ChainPlan, today: Day): Result<readonly NewFact[], Problem> {
  const known = requireChain(roster, plan.people);
  if (!known.ok) return known;
  if (plan.from <= today) {
    return problem({
      code: 'plan-not-to-come',
      what: 'Il nuovo ordine comincia da un giorno che deve ancora venire.',
      remedy: 'Scegli un giorno dopo oggi. Se vale già da oggi, cambia l’ordine qui sotto.',
    });
  }
  const other = planAt(roster, plan);
  if (other) {
    return problem({
      code: 'plans-overlap',
      what: `Da ${sayDay(plan.from)} è già scritto un altro ordine di chi può ${PHASE_WORDS[plan.phase]}: due insieme non possono valere.`,
      remedy: 'Togli quello che c’è, oppure scegli un altro giorno.',
    });
  }
  const { phase, from, people } = plan;
  return ok([peopleFact('chain.planned', entOf(plan), { phase, from, people: [...people] })]);
}

/** Takes back an order that has not begun; the problem `plan-unknown` where there is none any more. */
export function removePlan(
  roster: Roster,
  plan: Pick<ChainPlan, 'phase' | 'from'>,
): Result<readonly NewFact[], Problem> {
  if (planAt(roster, plan)) return ok([peopleFact('chain.planRemoved', entOf(plan), {})]);
  return problem({
    code: 'plan-unknown',
    what: 'Questo ordine non c’è più, oppure vale già.',
    remedy: 'Guarda come stanno adesso i turni.',
  });
}

/** Takes a person who may no longer do the work of a phase out of what is planned for it. */
export const withoutPerson = (
  { plans }: Roster,
  person: string,
  mayDo: (phase: Phase) => boolean,
): readonly NewFact[] =>
  PHASES.filter((phase) => !mayDo(phase)).flatMap((phase) =>
    plans
      .filter((plan) => plan.phase === phase && plan.people.includes(person))
      .map((plan) =>
        peopleFact('chain.planned', entOf(plan), { ...plan, people: plan.people.filter((id) => id !== person) }),
      ),
  );
