import { sayDayAndYear } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { headOf, type Roster } from '#shared/people/roster.ts';
import { CONTRACTOR_SUBJECT } from '#shared/requests/reading/sendingWords.ts';
import type { Job } from './job.ts';
import { lackingProblem, routeLacks, stopsQueueing } from './routeLacks.ts';

/** The words and addresses of the e-mail that asks the contractor to send (P32). */
export interface ContractorLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** The head and the mayor, always: the app offers no way to leave them out. An emergency does not wait for the mayor's address (P34). */
  readonly copy: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** The e-mail to the contractor (P32); the problem `route-lacks` names at once all that is missing. */
export function contractorLetter(
  job: Job,
  profile: Profile,
  roster: Roster,
  isEmergency: boolean,
): Result<ContractorLetter, Problem> {
  const route = 'e-mail alla ditta';
  const head = headOf(roster);
  const { mailbox, contractor, mayor } = profile;
  const lacks = stopsQueueing(routeLacks(route, { profile, roster, leavesFromHere: true }), isEmergency);
  if (lacks.length > 0 || !head || mailbox === null || contractor.address === null) {
    return err(lackingProblem(route, lacks));
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
    'Se il testo va adattato, diteci che cosa è stato inviato. A invio fatto rispondete a questa e-mail con l’ora e il numero dei destinatari.',
    '',
    `PuntoSi, ${profile.municipality}`,
  ].join('\n');
  return ok({
    from: mailbox,
    to: [contractor.address],
    copy: [head.address, ...(mayor === null ? [] : [mayor])],
    subject: `${CONTRACTOR_SUBJECT} ${job.notice.title}`,
    text,
  });
}
