/** Thrown inside the reading worker for bytes that are no e-mail; `parseMail` turns it into a problem. */
export class NotAMessage extends Error {
  override readonly name = 'NotAMessage';
}
