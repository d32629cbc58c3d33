import type { NewFact } from '#shared/journal/fact.ts';
import type { Day } from '#shared/kernel/day.ts';
import { type Calendar, isWorkingDay } from '#shared/kernel/workdays.ts';
import { PHASE_WORDS, uncoveredDays, uncoveredIn } from './absences.ts';
import { peopleFact } from './facts.ts';
import type { Escalation, Half, Phase } from './person.ts';
import type { Roster } from './roster.ts';

/** Who is called when nobody is there is a setting the municipality gives, never invented (P3). */
export function setEscalation({ name, reach }: Escalation): readonly NewFact[] {
  return [peopleFact('escalation.set', 'escalation/town', { name: name.trim(), reach: reach.trim() })];
}

/** The phases nobody can do on `day`, by the rule of the uncovered days, or in the half that is given; none when closed. */
export function uncoveredPhases(roster: Roster, calendar: Calendar, day: Day, half?: Half): readonly Phase[] {
  if (half === undefined) return uncoveredDays(roster, calendar, day, 1).map(({ phase }) => phase);
  return isWorkingDay(calendar, day) ? uncoveredIn(roster, day, half) : [];
}

/**
 * What the app says, loudly, while nobody can do a phase today (P3): what is missing, whom to call, what to do;
 * `undefined` when somebody is there for everything.
 */
export function sayNobody(
  phases: readonly Phase[],
  escalation: Escalation | null,
): { readonly heading: string; readonly lines: readonly string[] } | undefined {
  const [first, ...others] = phases.map((phase) => PHASE_WORDS[phase]);
  if (first === undefined) return undefined;
  return {
    heading: ['Oggi nessuno può', [first, ...others].join(' né ')].join(' '),
    lines: [
      escalation
        ? `Chiama ${escalation.name}: ${escalation.reach}.`
        : 'Chi chiamare in questi casi è ancora da indicare: chiedilo al capo settore e scrivilo nelle Impostazioni.',
      'Poi indica un sostituto, oppure cambia un’assenza. Le richieste restano in attesa, niente va perso.',
    ],
  };
}
