/** Somebody who can write in the folder and whom nobody has accepted. */

import { createHash } from 'node:crypto';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { type Identity, openIdentities } from '#electron/journal/exchange/identity.ts';
import { encodeSegment } from '#electron/journal/exchange/segmentFile.ts';
import { sha256 } from '#electron/journal/journal.ts';
import { canonicalJson, type Json } from '#shared/journal/canonical.ts';
import { type Fact, hashOf } from '#shared/journal/fact.ts';
import { segmentName } from '#shared/journal/segment.ts';
import type { MemoryDrive } from './memoryShare.ts';
import { randomFrom } from './random.ts';
import { secretsInMemory } from './secrets.ts';

/** A key of his own. */
export function stranger(seed = 99): Identity {
  const random = randomFrom(seed);
  const bytes = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256)));
  return openIdentities({
    local: localValues(openMemory(migrations)),
    secrets: secretsInMemory(),
    machine: 'altro',
    random: bytes,
  }).current();
}

/** Puts a segment of these facts on the drive under the name of `dev`, signed by `identity`; its path. */
export function forge(drive: MemoryDrive, dev: string, facts: readonly Fact[], identity: Identity): string {
  const { name, bytes } = encodeSegment(facts, identity, undefined);
  drive.put(`j/${dev}/${name}`, bytes);
  return `j/${dev}/${name}`;
}

/** The fact with these fields in place of its own, and the hash it must carry then. */
export function reseal(fact: Fact, changes: Partial<Fact>): Fact {
  const { h: _, ...open } = { ...fact, ...changes };
  return { ...open, h: hashOf(open, sha256) };
}

/** The line of a fact whose body is spelt as it is given, with the hash that goes with it: beyond what the app would write. */
export function lineOf(fact: Fact, body: string): string {
  const { h: _, ...open } = fact;
  const text = canonicalJson({ ...open, body: null } as unknown as Json).replace('"body":null', `"body":${body}`);
  return `${text.slice(0, -1)},"h":"${sha256(text)}"}\n`;
}

/** Puts a segment of these lines on the drive under the name of `dev`, rightly signed; its path. */
export function forgeLines(drive: MemoryDrive, dev: string, lines: string, identity: Identity, first = 1): string {
  const signed = Buffer.from(lines, 'utf8');
  const trailer = canonicalJson({ key: identity.key, sig: identity.sign(signed) });
  const bytes = Buffer.concat([signed, Buffer.from(`${trailer}\n`, 'utf8')]);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const path = `j/${dev}/${segmentName({ first, last: first, hash })}`;
  drive.put(path, bytes);
  return path;
}
