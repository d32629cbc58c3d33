import type { NotYet } from '#electron/outbox/outbox.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { ContractorLetter } from '#shared/queue/contractorLetter.ts';
import type { Job } from '#shared/queue/job.ts';
import type { MailedLetter, MailedOutcome } from '#shared/queue/mailing.ts';

/** How a sending was handed over: a file that lies there, by its name, or an e-mail and what became of it. */
export type Handed =
  | { readonly how: 'file'; readonly evidence: string }
  | { readonly how: 'mail'; readonly letter: MailedLetter; readonly ended: MailedOutcome };

/** One way a notice leaves the app by itself (P33). */
export interface Channel {
  /** Whether a delivery of this job can be tried now; nothing has left yet. */
  readonly ready: (job: Job) => Promise<Result<void, Problem>>;
  /** What proves that this job was already handed over, if anything does: asked after a crash half-way. */
  readonly evidence: (job: Job) => Promise<Result<Handed | undefined, Problem>>;
  /**
   * Hands the job over and returns the proof. On a problem, or with a moment at which it is tried again, nothing has left,
   * but on `file-outcome-unknown` nobody knows. `leaving` is asked right before anybody outside can see it, and on its
   * problem nothing leaves: after a crash from there on nobody knows whether it was seen.
   */
  readonly handOver: (job: Job, leaving: () => Result<void, Problem>) => Promise<Result<Handed | NotYet, Problem>>;
  /** Of a channel that writes e-mails for a person to send: to whom one goes, and its bytes. */
  readonly letter?: (job: Job) => Result<ContractorLetter, Problem>;
  readonly compose?: (job: Job) => Promise<Result<Uint8Array, Problem>>;
}
