import { join } from 'node:path';
import type { Files } from '#electron/files/files.ts';
import { sha256 } from '#electron/journal/journal.ts';
import { composeLetter } from '#electron/outbox/letter.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import type { Roster } from '#shared/people/roster.ts';
import { contractorLetter } from '#shared/queue/contractorLetter.ts';
import { deliveryName } from '#shared/queue/delivery.ts';
import type { Job } from '#shared/queue/job.ts';
import type { Channel } from './channel.ts';

export interface ContractorOptions {
  /** Folder from which letters leave. */
  readonly folder: () => string;
  readonly files: Files;
  readonly profile: () => Profile;
  readonly roster: () => Roster;
  readonly now: () => Instant;
  /** An emergency does not wait for the mayor's address (P34). */
  readonly isEmergency: (job: Job) => boolean;
}

const MESSAGE_ID_LENGTH = 32;

/** The Message-ID of the letter of one round of one job: the same however often it is composed (P33). */
export function contractorLetterId(
  { id, rounds, notice }: Pick<Job, 'id' | 'rounds' | 'notice'>,
  mailbox: string,
): string {
  return `${sha256(`${id}|${rounds}|${notice.hash}`).slice(0, MESSAGE_ID_LENGTH)}@${mailbox.split('@')[1] ?? ''}`;
}

/** The contractor by e-mail (P32): the letter is written whole into the folder from which a person sends it. */
export function contractorChannel(options: ContractorOptions): Channel {
  const { folder, files, profile, roster, now, isEmergency } = options;
  const letterOf = (job: Job) => contractorLetter(job, profile(), roster(), isEmergency(job));
  const nameOf = (job: Job): string => `${deliveryName(job)}-${job.rounds}.eml`;
  const compose = async (job: Job): Promise<Result<Uint8Array, Problem>> => {
    const letter = letterOf(job);
    if (!letter.ok) return letter;
    const messageId = contractorLetterId(job, letter.value.from);
    return ok(await composeLetter({ ...letter.value, messageId, date: now(), references: [] }));
  };
  return {
    letter: letterOf,
    compose,
    ready: async (job) => {
      const letter = letterOf(job);
      return letter.ok ? files.tryWriting(folder()) : letter;
    },
    evidence: async (job) =>
      map(await files.exists(join(folder(), nameOf(job))), (isThere) => (isThere ? nameOf(job) : undefined)),
    handOver: async (job, leaving) => {
      const bytes = await compose(job);
      if (!bytes.ok) return bytes;
      const written = await files.write([{ path: join(folder(), nameOf(job)), content: bytes.value }], leaving);
      return map(written, () => nameOf(job));
    },
  };
}
