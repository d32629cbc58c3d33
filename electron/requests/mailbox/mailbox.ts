import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';

/** A message that lies in a mailbox, not read yet. */
export interface MailRef {
  /** Names the message to `read`; stable as long as the message lies there. */
  readonly id: string;
  /** As shown to the user. */
  readonly name: string;
}

/** A place where requests arrive (P10). */
export interface Mailbox {
  /** The messages that lie there, in a stable order. A problem means that none could be seen. */
  list(): Promise<Result<readonly MailRef[], Problem>>;
  /** The raw bytes of one message. A problem concerns this message alone: the others can still be read. */
  read(id: string): Promise<Result<Uint8Array, Problem>>;
  /** Where a message lies, if another one can take its place: what lay there before is no more. */
  placeOf?(id: string): string;
  /** Whether an id is one of this mailbox: of those of another one it does not know whether they are there. */
  holds?(id: string): boolean;
  /** A look ended: what is read and what waits is kept as such, so that the next one begins after it. */
  settle?(): void;
  /** Whether the mailbox holds no more: new messages go back to who sends them. */
  isFull?(): Promise<boolean>;
}

/** The problem of a message that lay in the mailbox and lies there no more. */
export const mailGone = (name: string): Problem => ({
  code: 'mail-gone',
  what: `La e-mail «${name}» non è più nella casella: qualcuno l’ha spostata o cancellata.`,
  why: 'Le altre non ne risentono.',
  remedy: 'Se serve, rimettila nella casella e controlla di nuovo.',
});
