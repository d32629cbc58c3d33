import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { storageResult } from '#electron/db/storageProblem.ts';
import { sha256 } from '#electron/journal/journal.ts';
import { writeWholeFile } from '#electron/journal/wholeFile.ts';
import { composeLetter } from '#electron/outbox/letter.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Profile } from '#shared/people/profile.ts';
import type { Roster } from '#shared/people/roster.ts';
import { contractorLetter } from '#shared/queue/contractorLetter.ts';
import { deliveryName } from '#shared/queue/delivery.ts';
import type { Job } from '#shared/queue/job.ts';
import type { Channel } from './channel.ts';

export interface ContractorOptions {
  /** Folder from which letters leave. */
  readonly folder: () => string;
  readonly profile: Profile;
  readonly roster: () => Roster;
  readonly now: () => Instant;
}

const MESSAGE_ID_LENGTH = 32;

/** The Message-ID of the letter of one round of one job: the same however often it is composed (P33). */
function letterId({ id, rounds, notice }: Job, mailbox: string): string {
  return `${sha256(`${id}|${rounds}|${notice.hash}`).slice(0, MESSAGE_ID_LENGTH)}@${mailbox.split('@')[1] ?? ''}`;
}

/** The contractor by e-mail (P32): the letter is written whole into the folder of letters that leave. */
export function contractorChannel({ folder, profile, roster, now }: ContractorOptions): Channel {
  const nameOf = (job: Job): string => `${deliveryName(job)}-${job.rounds}.eml`;
  return {
    ready: (job) => {
      const letter = contractorLetter(job, profile, roster());
      return letter.ok ? storageResult(() => accessSync(folder(), constants.W_OK)) : letter;
    },
    evidence: (job) => (existsSync(join(folder(), nameOf(job))) ? nameOf(job) : undefined),
    handOver: async (job, leaving) => {
      const letter = contractorLetter(job, profile, roster());
      if (!letter.ok) return letter;
      const bytes = await composeLetter({
        ...letter.value,
        messageId: letterId(job, profile.mailbox),
        date: now(),
        references: [],
      });
      return storageResult(() => {
        writeWholeFile(join(folder(), nameOf(job)), bytes, leaving);
        return nameOf(job);
      });
    },
  };
}
