import type { NewFact } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { map, type Result } from '#shared/kernel/result.ts';
import type { ContractorLetter } from './contractorLetter.ts';
import { step } from './decide.ts';
import { type CopyReader, LETTER_READERS, type LetterReader, queueFact } from './facts.ts';
import type { Job } from './job.ts';

/** Who did not get the e-mail to the contractor, and why. */
export interface Missed {
  readonly address: string;
  readonly why: string;
}

/** How the e-mail to the contractor ended that left by itself. */
export type MailedOutcome =
  | { readonly outcome: 'sent'; readonly server: string }
  | { readonly outcome: 'partial'; readonly server: string; readonly missed: readonly Missed[] }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'unknown' };

/** The e-mail as the facts name it. */
export interface MailedLetter {
  readonly messageId: string;
  /** Blob of its words. */
  readonly letter: string;
  readonly words: Pick<ContractorLetter, 'to' | 'copy'>;
}

const BROKE_OFF =
  'Il collegamento si è interrotto mentre la e-mail alla ditta partiva: non sappiamo se il server l’ha presa.';

/** Whom an address of the e-mail is of; more than one where the same person is both, nobody for any other. */
export function readersAt(address: string, { to, copy }: MailedLetter['words']): readonly LetterReader[] {
  const [contractor, head, mayor] = [to[0], copy[0], copy[1]];
  const wanted = address.toLowerCase();
  return LETTER_READERS.filter((who) => ({ contractor, head, mayor })[who]?.toLowerCase() === wanted);
}

const isCopy = (who: LetterReader): who is CopyReader => who !== 'contractor';

/** Who of the readers is missed, and why. */
const missedReaders = (missed: readonly Missed[], words: MailedLetter['words']) =>
  missed.flatMap(({ address, why }) => readersAt(address, words).map((who) => ({ who, why })));

/**
 * What became of the e-mail that asks the contractor for a sending (P32, P33): asked only where the server took it for
 * the contractor; a copy it did not take is due; refused and uncertain wait for a person. `withoutMayor`: it had no copy
 * for the mayor (P34).
 */
export function mailedFacts(
  job: Job,
  { messageId, letter, words }: MailedLetter,
  how: MailedOutcome,
  withoutMayor: boolean,
): Result<readonly NewFact[], Problem> {
  const lettered = queueFact('job.lettered', `job/${job.id}`, { messageId, letter });
  return map(outcomeStep(job, words, how, withoutMayor), (facts) => [lettered, ...facts]);
}

function outcomeStep(
  job: Job,
  words: MailedLetter['words'],
  how: MailedOutcome,
  withoutMayor: boolean,
): Result<readonly NewFact[], Problem> {
  if (how.outcome === 'unknown') return step(job, 'job.uncertain', { why: BROKE_OFF });
  if (how.outcome === 'refused') {
    return step(job, 'job.refused', { why: `il server non ha preso la e-mail alla ditta: ${how.why}` });
  }
  const readers = how.outcome === 'partial' ? missedReaders(how.missed, words) : [];
  const contractor = readers.find(({ who }) => who === 'contractor');
  if (contractor) {
    return step(job, 'job.refused', { why: `il server non ha preso l’indirizzo della ditta: ${contractor.why}` });
  }
  const missed = readers.flatMap(({ who, why }) => (isCopy(who) ? [{ who, why }] : []));
  return step(job, 'job.mailed', {
    server: how.server,
    ...(missed.length > 0 ? { missed } : {}),
    ...(withoutMayor ? { withoutMayor: true as const } : {}),
  });
}
