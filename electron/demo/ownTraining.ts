import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { App } from '#electron/app.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import { addDays, type Day, daysBetween } from '#shared/kernel/day.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { personSchema } from '#shared/people/person.ts';
import { type Profile, profileSchema } from '#shared/people/profile/profile.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import type { Session } from '#shared/people/session.ts';
import { freshMailsFrom } from './writtenMails.ts';

/** What of one's own town the training begins with. */
const BEGINNING = 'comune.json';
const beginningSchema = z.object({ profile: profileSchema, people: z.array(personSchema) });
/** The Monday the e-mails to be read were written for. */
const WRITTEN_FOR: Day = '2027-01-11';

/**
 * Fills the folder of a training on a copy of one's own town: its profile and people, and e-mails of invented offices to
 * be read today. A folder that already holds something is left as it is.
 */
export function prepareOwnTraining(folder: string, session: Session): Result<void, Problem> {
  if (existsSync(join(folder, BEGINNING))) return ok(undefined);
  const { profile, people, today } = session;
  return storageResult(() => {
    mkdirSync(join(folder, 'posta'), { recursive: true });
    const shift = daysBetween(WRITTEN_FOR, today);
    for (const { name, eml } of freshMailsFrom((day) => addDays(day, shift))) {
      writeFileSync(join(folder, 'posta', `${name}.eml`), eml);
    }
    writeFileSync(
      join(folder, BEGINNING),
      JSON.stringify({
        profile,
        people: people.map(({ id, name, roles, address }) => ({ id, name, roles, address, accounts: [] })),
      }),
    );
  });
}

/** The town a training on one's own data began with, its offices and those that write the e-mails. */
export function ownTrainingProfile(folder: string): Result<Profile, Problem> {
  return storageResult(() => {
    const { profile } = beginningSchema.parse(JSON.parse(readFileSync(join(folder, BEGINNING), 'utf8')));
    return {
      ...profile,
      hosts: [...profile.hosts, ...valdombra.hosts],
      mailDomains: [...profile.mailDomains, ...valdombra.mailDomains],
    };
  });
}

/** Puts one's own people into a training that knows nobody yet. */
export async function seedOwnPeople(app: App, folder: string): Promise<void> {
  const session = await app.call('people.session', {});
  if (session.ok && (session.value as Session).people.length > 0) return;
  const { people } = beginningSchema.parse(JSON.parse(readFileSync(join(folder, BEGINNING), 'utf8')));
  for (const person of people) await app.call('people.setPerson', person);
}
