import type { NewFact } from '#shared/journal/fact.ts';
import { addDays, type Day, sayDay } from '#shared/kernel/day.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Calendar, isWorkingDay } from '#shared/kernel/workdays.ts';
import { peopleFact } from './facts.ts';
import { type Absence, type Half, PHASES, type Phase } from './person.ts';
import { halvesServed, isHeadAway, onDuty, type Roster } from './roster.ts';

type Decision = Result<readonly NewFact[], Problem>;

/** Marks or changes the days on which a person is away (P3): never a reason. */
export function setAbsence(roster: Roster, absence: Absence): Decision {
  if (!roster.people.some(({ id }) => id === absence.person)) {
    return problem({
      code: 'person-unknown',
      what: 'Questa persona non è nell’elenco.',
      remedy: 'Scegli un nome dell’elenco.',
    });
  }
  if (absence.from > absence.to) {
    return problem({
      code: 'absence-reversed',
      what: 'L’ultimo giorno di assenza viene prima del primo.',
      remedy: 'Correggi le due date.',
    });
  }
  return ok([peopleFact('absence.set', `absence/${absence.id}`, absence)]);
}

/** Takes an absence back. */
export function removeAbsence(roster: Roster, id: string): Decision {
  if (!roster.absences.some((absence) => absence.id === id)) {
    return problem({
      code: 'absence-unknown',
      what: 'Questa assenza non c’è più.',
      remedy: 'Aggiorna l’elenco delle assenze.',
    });
  }
  return ok([peopleFact('absence.removed', `absence/${id}`, {})]);
}

/** Whether people can stand in a chain: everybody known, each once. */
export function requireChain(roster: Roster, people: readonly string[]): Result<void, Problem> {
  const known = people.every((id) => roster.people.some((person) => person.id === id));
  if (known && new Set(people).size === people.length) return ok(undefined);
  return problem({
    code: 'chain-invalid',
    what: 'L’ordine contiene una persona che non c’è, o due volte la stessa.',
    remedy: 'Ricarica l’elenco e riprova.',
  });
}

/** Changes the order in which a phase calls people (P2), from today on. */
export function setChain(roster: Roster, phase: Phase, people: readonly string[]): Decision {
  const known = requireChain(roster, people);
  if (!known.ok) return known;
  return ok([peopleFact('chain.set', `chain/${phase}`, { phase, people: [...people] })]);
}

/** The half of a day that an absence takes, as people say it. */
export const HALF_WORDS: Readonly<Record<Half, string>> = { morning: 'solo mattina', afternoon: 'solo pomeriggio' };

/** `lunedì 7 dicembre`, `da lunedì 7 dicembre a venerdì 11 dicembre`, `lunedì 7 dicembre, solo mattina`. */
export function sayAbsence({ from, to, part }: Pick<Absence, 'from' | 'to' | 'part'>): string {
  const days = from === to ? sayDay(from) : `da ${sayDay(from)} a ${sayDay(to)}`;
  return part === undefined ? days : `${days}, ${HALF_WORDS[part]}`;
}

/** A working day on which nobody can do a phase, or only in one half of it. */
export interface UncoveredDay {
  readonly day: Day;
  readonly phase: Phase;
  /** The half nobody covers; left out when it is the whole service of the day. */
  readonly half?: Half;
}

/** The phases nobody can do in that half of `day`: sending without the head only counts while he is away (P2, P3). */
export const uncoveredIn = (roster: Roster, day: Day, half: Half): readonly Phase[] =>
  PHASES.filter(
    (phase) =>
      onDuty(roster, phase, day, half) === undefined && (phase !== 'alternative' || isHeadAway(roster, day, half)),
  );

/** The working days from `from` on, `days` calendar days long, on which a phase has nobody: the one rule of P3. */
export function uncoveredDays(roster: Roster, calendar: Calendar, from: Day, days: number): readonly UncoveredDay[] {
  return Array.from({ length: days }, (_, ahead) => addDays(from, ahead))
    .filter((day) => isWorkingDay(calendar, day))
    .flatMap((day) => {
      const served = halvesServed(calendar, day);
      return PHASES.flatMap((phase): readonly UncoveredDay[] => {
        const bare = served.filter((half) => uncoveredIn(roster, day, half).includes(phase));
        const [half] = bare;
        if (half === undefined) return [];
        return [bare.length === served.length ? { day, phase } : { day, phase, half }];
      });
    });
}

/** What each phase does, after «può». */
export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  intake: 'prendere in carico le richieste',
  alternative: 'fare un invio senza il capo settore',
  report: 'preparare il report',
};

/** What the app says, loudly, of an uncovered day (P3; L6, 15). */
export function sayUncovered({ day, phase, half }: UncoveredDay): string {
  const when = sayDay(day) + (half === undefined ? '' : half === 'morning' ? ' al mattino' : ' nel pomeriggio');
  return `${when.charAt(0).toUpperCase()}${when.slice(1)} nessuno può ${PHASE_WORDS[phase]}.`;
}
