import type { Problem } from '#shared/kernel/problem.ts';
import type { Job } from './job.ts';
import type { JobState } from './states.ts';

/** States in which an emergency has not left, or nobody knows: somebody must act (P34). */
const FAILED: readonly JobState[] = ['deferred', 'held', 'refused', 'uncertain'];
/** States in which it is still to leave: it fails when an attempt did. */
const LEAVING: readonly JobState[] = ['queued', 'delivering'];

/**
 * Why an emergency that was accepted does not leave (P34): from the first attempt that failed until it leaves or a person
 * takes it out of the queue; `undefined` while it goes well. `obstacle` is what the last attempt met.
 */
export function emergencyTrouble(
  { state, why }: Pick<Job, 'state' | 'why'>,
  obstacle: Pick<Problem, 'what'> | undefined,
): string | undefined {
  if (FAILED.includes(state)) return why ?? obstacle?.what ?? 'Non sappiamo perché.';
  return LEAVING.includes(state) ? obstacle?.what : undefined;
}

const LONGEST_TITLE = 120;

/** What the system says of an emergency that does not leave: its title, and no name and no address (P34, P67). */
export const alarmWords = (title: string, state: JobState): { readonly title: string; readonly text: string } => ({
  title: state === 'uncertain' ? 'Non sappiamo se l’emergenza è partita' : 'L’emergenza non è partita',
  text: `«${title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}…` : title}». Apri Avvisi PuntoSi: in Oggi c’è perché, e che cosa fare.`,
});
