/** How the register tells that a notice left in an election period, and what the head answered (P39). */
import { sayDayAndYear } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Entry } from './entry.ts';

type Election = NonNullable<Entry['election']>;

/** Who answered, how and when: `Ornella Vidal, venerdì 20 novembre 2026, per telefono, registrato da Marta Bellin`. */
export function whoAnswered(answers: NonNullable<Election['answers']>, name: (id: string) => string): string {
  const { by, at, way, recordedBy } = answers;
  const how = recordedBy === null ? '' : `, per ${way}, registrato da ${name(recordedBy)}`;
  return `${name(by)}, ${sayDayAndYear(romeOf(at).day)}${how}`;
}

/** With its full stop. */
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** One line of an exported register or of a report: the period, both answers, who gave them; or that they are missing. */
export function electionLine({ until, answers }: Election, name: (id: string) => string): string {
  const period = `Periodo elettorale fino a ${sayDayAndYear(until)}`;
  if (!answers) return `${period}. Le due risposte del capo settore non ci sono ancora.`;
  return `${period}. Impersonale: ${answers.impersonal ? 'sì' : 'no'}. Indispensabile, perché: ${sentence(answers.essential)} Risposte di ${whoAnswered(answers, name)}.`;
}
