import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { type MailProfile, mailProfileOf } from '#shared/requests/reading/knownSenders.ts';

const FOLDER = join(import.meta.dirname, '../../../cases/emails');

/** What reading the invented mails needs to know of the town they are written to. */
export const town: MailProfile = mailProfileOf(valdombra);

/** Names of the invented mails under `test/cases/emails`. */
export const caseNames: readonly string[] = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** A file of a case. */
export const caseFile = (name: string, file: 'input.eml' | 'expected.json'): string => join(FOLDER, name, file);

/** The raw bytes of a case. */
export const rawCase = (name: string): Uint8Array => new Uint8Array(readFileSync(caseFile(name, 'input.eml')));
