/** Thrown for bytes that are no e-mail. */
export class NotAMessage extends Error {
  override readonly name = 'NotAMessage';
}

/** For messages inside a message: what is none there is left out, and stays an attachment. */
export function ignoreNoMessage(cause: unknown): undefined {
  if (!(cause instanceof NotAMessage)) throw cause;
}
