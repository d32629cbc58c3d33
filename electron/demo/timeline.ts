import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storageResult } from '#electron/db/storageProblem.ts';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import { type Instant, instantAt } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type InventedMail, ORDINARY_MAILS } from './mails.ts';
import { SPECIAL_MAILS } from './writtenMails.ts';

/** An e-mail and the moment it reaches the mailbox. */
export interface DemoArrival {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly moment: Instant;
}

/** Moment of an e-mail without a date: the begin of the invented two months. */
const UNDATED = instantAt('2026-11-01', '08:00');

/** The e-mails of `folder`, or those of the invented town, in the order of their dates. */
export async function demoTimelineOf(folder: string | undefined): Promise<Result<readonly DemoArrival[], Problem>> {
  const files = folder === undefined ? ok([...ORDINARY_MAILS, ...SPECIAL_MAILS].map(invented)) : filesOf(folder);
  if (!files.ok) return files;
  const arrivals: DemoArrival[] = [];
  for (const { name, bytes } of files.value) {
    const parsed = await parseMail(bytes, name);
    arrivals.push({ name, bytes, moment: (parsed.ok ? parsed.value.date : null) ?? UNDATED });
  }
  return ok(arrivals.sort((a, b) => (`${a.moment}${a.name}` < `${b.moment}${b.name}` ? -1 : 1)));
}

const invented = ({ name, eml }: InventedMail) => ({ name: `${name}.eml`, bytes: Buffer.from(eml, 'utf8') });

function filesOf(folder: string): Result<readonly { readonly name: string; readonly bytes: Uint8Array }[], Problem> {
  return storageResult(() =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => ({ name, bytes: readFileSync(join(folder, name)) })),
  );
}
