import { join } from 'node:path';
import type { Files } from '#electron/files/files.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type LetterPayload, type LetterWords, letterPayloadSchema, letterSchema } from '#shared/outbox/letter.ts';
import type { KeptEffect } from './effectTable.ts';
import { composeLetter } from './letter.ts';
import type { NotYet } from './outbox.ts';
import type { Settled } from './outgoingTable.ts';
import type { Post } from './post.ts';

export interface LetterOptions {
  /** Folder from which letters leave. */
  readonly folder: () => string;
  readonly files: Files;
  /** The bytes of a blob, or `undefined` when they were forgotten. */
  readonly read: (hash: string) => Uint8Array | undefined;
  /** Told once a letter lies in the folder, perhaps again after a crash: a person sends it from there. */
  readonly left: (letter: LetterPayload) => Result<void, Problem>;
  /** How letters leave by themselves. */
  readonly post: Pick<Post, 'takes' | 'ended' | 'send' | 'forget'>;
  /** Told how a letter ended that left by itself, perhaps again after a crash. */
  readonly settled: (letter: LetterPayload, settled: Settled) => Result<void, Problem>;
}

const NAME_LENGTH = 12;

/** The file a letter is written as: day and time of writing, then the beginning of its Message-ID. */
export function letterFile({ date, messageId }: Pick<LetterPayload, 'date' | 'messageId'>): string {
  const { day, time } = romeOf(date);
  return `${day}_${time.replace(':', '')}_${messageId.slice(0, NAME_LENGTH)}.eml`;
}

/** The words of a letter from its blob; `undefined` when it was forgotten. */
export function readLetter(bytes: Uint8Array | undefined): LetterWords | undefined {
  return bytes && letterSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
}

/**
 * Lets a letter leave: by itself from a desk that sends, else whole into the folder of those a person sends, once, however
 * often it is carried out.
 */
export function letterProgram({
  folder,
  files,
  read,
  left,
  post,
  settled,
}: LetterOptions): (effect: KeptEffect) => Promise<Result<void, Problem> | Result<NotYet, Problem>> {
  return async ({ payload }) => {
    const letter = letterPayloadSchema.parse(payload);
    const ended = post.ended(letter.messageId);
    if (ended) return settled(letter, ended);
    const words = readLetter(read(letter.letter));
    if (!words) {
      return problem({
        code: 'letter-forgotten',
        what: 'Le parole di questa e-mail non ci sono più su questo computer: non è partita.',
        remedy: 'Riapri la richiesta e scrivila di nuovo.',
      });
    }
    const { messageId, date, again } = letter;
    if (post.takes(date) || again !== undefined) {
      const sent = await post.send(messageId, { ...words, messageId, date });
      if (!sent.ok) return sent;
      return 'outcome' in sent.value ? settled(letter, sent.value) : ok(sent.value);
    }
    const bytes = await composeLetter({ ...words, messageId, date });
    const path = join(folder(), letterFile(letter));
    const isThere = await files.exists(path);
    if (!isThere.ok) return isThere;
    const written = isThere.value ? ok(undefined) : await files.write([{ path, content: bytes }]);
    if (!written.ok) return written;
    post.forget(messageId);
    return left(letter);
  };
}
