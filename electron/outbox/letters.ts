import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { storageResult } from '#electron/db/storageProblem.ts';
import { writeWholeFile } from '#electron/journal/wholeFile.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { type LetterPayload, type LetterWords, letterPayloadSchema, letterSchema } from '#shared/outbox/letter.ts';
import { composeLetter } from './letter.ts';
import type { EffectProgram } from './outbox.ts';

export interface LetterOptions {
  /** Folder from which letters leave. */
  readonly folder: () => string;
  /** The bytes of a blob, or `undefined` when they were forgotten. */
  readonly read: (hash: string) => Uint8Array | undefined;
  /** Told once a letter lies in the folder, perhaps again after a crash. */
  readonly left: (letter: LetterPayload) => Result<void, Problem>;
}

const NAME_LENGTH = 12;

/** The file a letter leaves as: day and time of writing, then the beginning of its Message-ID. */
function letterFile({ date, messageId }: Pick<LetterPayload, 'date' | 'messageId'>): string {
  const { day, time } = romeOf(date);
  return `${day}_${time.replace(':', '')}_${messageId.slice(0, NAME_LENGTH)}.eml`;
}

/** The words of a letter from its blob; `undefined` when it was forgotten. */
export function readLetter(bytes: Uint8Array | undefined): LetterWords | undefined {
  return bytes && letterSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
}

/** Lets a letter leave: written whole into the folder of letters that leave, once, however often it is carried out. */
export function letterProgram({ folder, read, left }: LetterOptions): EffectProgram {
  return async ({ payload }) => {
    const letter = letterPayloadSchema.parse(payload);
    const words = readLetter(read(letter.letter));
    if (!words) {
      return problem(
        'letter-forgotten',
        'Le parole di questa e-mail non ci sono più su questo computer: non è partita.',
        'Riapri la richiesta e scrivila di nuovo.',
      );
    }
    const { messageId, date } = letter;
    const bytes = await composeLetter({ ...words, messageId, date });
    const written = storageResult(() => {
      const file = join(folder(), letterFile(letter));
      if (!existsSync(file)) writeWholeFile(file, bytes);
    });
    return written.ok ? left(letter) : written;
  };
}
