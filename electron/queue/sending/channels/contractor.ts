import { join } from 'node:path';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Files } from '#electron/files/files.ts';
import type { Blobs } from '#electron/journal/blobs.ts';
import { sha256 } from '#electron/journal/journal.ts';
import { composeLetter } from '#electron/outbox/letter.ts';
import type { NotYet } from '#electron/outbox/outbox.ts';
import type { Post } from '#electron/outbox/post.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import type { LetterWords } from '#shared/outbox/letter.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import type { Roster } from '#shared/people/roster.ts';
import { contractorLetter } from '#shared/queue/contractorLetter.ts';
import { deliveryName } from '#shared/queue/delivery.ts';
import type { Job } from '#shared/queue/job.ts';
import type { Channel, Handed } from './channel.ts';

export interface ContractorOptions {
  /** Folder from which a person sends letters, where none leaves by itself. */
  readonly folder: () => string;
  readonly files: Files;
  readonly blobs: Pick<Blobs, 'put'>;
  readonly profile: () => Profile;
  readonly roster: () => Roster;
  readonly now: () => Instant;
  /** An emergency does not wait for the mayor's address (P34). */
  readonly isEmergency: (job: Job) => boolean;
  /** How letters leave by themselves. */
  readonly post: Pick<Post, 'takes' | 'ended' | 'canReach' | 'send' | 'forget'>;
}

const MESSAGE_ID_LENGTH = 32;

/** The Message-ID of the letter of one round of one job: the same however often it is composed (P33). */
export function contractorLetterId(
  { id, rounds, notice }: Pick<Job, 'id' | 'rounds' | 'notice'>,
  mailbox: string,
): string {
  return `${sha256(`${id}|${rounds}|${notice.hash}`).slice(0, MESSAGE_ID_LENGTH)}@${mailbox.split('@')[1] ?? ''}`;
}

/**
 * The contractor by e-mail (P32): from a desk that sends, the letter leaves by itself; else it is written whole into the
 * folder from which a person sends it. What was begun one way is never done the other way too.
 */
export function contractorChannel(options: ContractorOptions): Channel {
  const { folder, files, blobs, profile, roster, now, isEmergency, post } = options;
  const letterOf = (job: Job) => contractorLetter(job, profile(), roster(), isEmergency(job));
  const nameOf = (job: Job): string => `${deliveryName(job)}-${job.rounds}.eml`;
  const fileOf = (job: Job): Handed => ({ how: 'file', evidence: nameOf(job) });
  const compose = async (job: Job): Promise<Result<Uint8Array, Problem>> => {
    const letter = letterOf(job);
    if (!letter.ok) return letter;
    const messageId = contractorLetterId(job, letter.value.from);
    return ok(await composeLetter({ ...letter.value, messageId, date: now(), references: [] }));
  };
  const mailOf = (words: LetterWords, messageId: string, ended: Extract<Handed, { how: 'mail' }>['ended']) =>
    map(
      storageResult(() => blobs.put(Buffer.from(JSON.stringify(words), 'utf8')), 'computer'),
      (letter): Handed => ({ how: 'mail', letter: { messageId, letter, words }, ended }),
    );
  const wordsOf = (job: Job): Result<{ readonly words: LetterWords; readonly messageId: string }, Problem> =>
    map(letterOf(job), (letter) => ({
      words: { ...letter, references: [] },
      messageId: contractorLetterId(job, letter.from),
    }));
  const mailOver = async (
    job: Job,
    leaving: () => Result<void, Problem>,
  ): Promise<Result<Handed | NotYet, Problem>> => {
    const letter = wordsOf(job);
    if (!letter.ok) return letter;
    const { words, messageId } = letter.value;
    const sent = await post.send(messageId, { ...words, messageId, date: now() }, leaving);
    if (!sent.ok) return sent;
    return 'outcome' in sent.value ? mailOf(words, messageId, sent.value) : ok(sent.value);
  };
  const fileOver = async (job: Job, leaving: () => Result<void, Problem>): Promise<Result<Handed, Problem>> => {
    const bytes = await compose(job);
    if (!bytes.ok) return bytes;
    const written = await files.write([{ path: join(folder(), nameOf(job)), content: bytes.value }], leaving);
    const letter = wordsOf(job);
    // Its bytes for the server are needed no more: it goes by hand.
    if (written.ok && letter.ok) post.forget(letter.value.messageId);
    return map(written, () => fileOf(job));
  };
  return {
    letter: letterOf,
    compose,
    ready: async (job) => {
      const letter = letterOf(job);
      if (!letter.ok) return letter;
      return post.takes(now()) ? post.canReach() : files.tryWriting(folder());
    },
    evidence: async (job) => {
      const letter = wordsOf(job);
      const ended = letter.ok ? post.ended(letter.value.messageId) : undefined;
      if (letter.ok && ended) return mailOf(letter.value.words, letter.value.messageId, ended);
      const isThere = await files.exists(join(folder(), nameOf(job)));
      // Where letters leave by themselves, a folder that is away proves nothing and holds up nothing.
      if (!isThere.ok && post.takes(now())) return ok(undefined);
      return map(isThere, (there) => (there ? fileOf(job) : undefined));
    },
    handOver: (job, leaving) => (post.takes(now()) ? mailOver(job, leaving) : fileOver(job, leaving)),
  };
}
