import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import { type FactOf, readFact } from '#shared/journal/vocabulary.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { setPerson } from './decide.ts';
import { peopleFact, peopleFacts } from './facts.ts';
import { PHASES, type Phase } from './person.ts';
import type { Roster } from './roster.ts';

type Decision = Result<readonly NewFact[], Problem>;
type Places = NonNullable<Extract<FactOf<typeof peopleFacts>, { type: 'person.removed' }>['body']['places']>;

const chainFact = (phase: Phase, people: readonly string[]): NewFact =>
  peopleFact('chain.set', `chain/${phase}`, { phase, people: [...people] });

/**
 * Takes a person out of the group: out of every chain, with the card, the acts and what binds her kept (P1). The problems
 * are `person-unknown`, and `last-person` for the only one there is.
 */
export function retirePerson({ people, chains }: Roster, id: string): Decision {
  if (!people.some((person) => person.id === id)) {
    return problem({
      code: 'person-unknown',
      what: 'Questa persona non è più nel gruppo.',
      remedy: 'Guarda di nuovo l’elenco delle persone.',
    });
  }
  if (people.length === 1) {
    return problem({
      code: 'last-person',
      what: 'È la sola persona del gruppo: senza di lei nessuno può lavorare.',
      remedy: 'Aggiungi prima chi continua, poi toglila.',
    });
  }
  const places: Places = PHASES.filter((phase) => chains[phase].includes(id)).map((phase) => ({
    phase,
    place: chains[phase].indexOf(id),
  }));
  return ok([
    peopleFact('person.removed', `person/${id}`, { places }),
    ...places.map(({ phase }) =>
      chainFact(
        phase,
        chains[phase].filter((one) => one !== id),
      ),
    ),
  ]);
}

/** Where a person stood in the chains when she was taken out last; `undefined` where an older desk did not say. */
export function placesIn(facts: readonly Fact[]): Places | undefined {
  const out = inOrder(facts).flatMap((raw) => {
    const fact = readFact(peopleFacts, raw);
    return fact?.type === 'person.removed' ? [fact] : [];
  });
  return out.at(-1)?.body.places;
}

/**
 * Takes a person back into the group with the last card, to the places she had in the chains; where they are not known, as
 * somebody new. The problems are `person-unknown` and those of `setPerson`.
 */
export function returnPerson(roster: Roster, id: string, places: Places | undefined): Decision {
  const known = roster.retired.find((person) => person.id === id);
  if (!known) {
    return problem({
      code: 'person-unknown',
      what: 'Questa persona non è tra quelle tolte dal gruppo.',
      remedy: 'Guarda di nuovo l’elenco delle persone.',
    });
  }
  const { retired: _retired, ...person } = known;
  const joining = setPerson(roster, person);
  if (!joining.ok || !places) return joining;
  return ok([
    ...joining.value.filter(({ type }) => type === 'person.set'),
    ...places.map(({ phase, place }) => {
      const others = roster.chains[phase].filter((one) => one !== id);
      return chainFact(phase, [...others.slice(0, place), id, ...others.slice(place)]);
    }),
  ]);
}
