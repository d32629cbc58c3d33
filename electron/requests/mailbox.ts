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
}
