import { sayDayAndYear } from '../kernel/day.ts';
import { romeOf } from '../kernel/instant.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Profile } from '../people/profile.ts';
import { headOf, type Roster } from '../people/roster.ts';
import type { Job } from './job.ts';

/** The words and addresses of the e-mail that asks the contractor to send (P32). */
export interface ContractorLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** The head and the mayor, always: the app offers no way to leave them out. */
  readonly copy: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** The e-mail to the contractor (P32); the problem names an address that is missing. */
export function contractorLetter(job: Job, profile: Profile, roster: Roster): Result<ContractorLetter, Problem> {
  const head = headOf(roster);
  if (!head || profile.mayor === null) {
    const who = head ? 'del sindaco' : 'del capo settore';
    return problem(
      'copy-address-missing',
      `Manca l’indirizzo ${who}, che deve ricevere in copia ogni invio alla ditta. Niente è partito.`,
      'Scrivi l’indirizzo nelle Impostazioni: l’invio riprende da solo.',
    );
  }
  const { day, time } = romeOf(job.plannedFor);
  const text = [
    `Buongiorno,`,
    `chiediamo di inviare a tutti gli iscritti questo messaggio ${sayDayAndYear(day)} alle ${time}.`,
    '',
    '----- testo da inviare, dalla riga che segue -----',
    job.notice.text,
    '----- fine del testo -----',
    '',
    'Il testo va inviato così com’è. A invio fatto rispondete a questa e-mail con l’ora e il numero dei destinatari.',
    '',
    `PuntoSi, ${profile.municipality}`,
  ].join('\n');
  return ok({
    from: profile.mailbox,
    to: [profile.contractor.address],
    copy: [head.address, profile.mayor],
    subject: `Invio WhatsApp: ${job.notice.title}`,
    text,
  });
}
