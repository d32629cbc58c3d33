/** Somebody who can write in the folder and whom nobody has accepted. */
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { type Identity, openIdentities } from '#electron/journal/identity.ts';
import { encodeSegment } from '#electron/journal/segmentFile.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { MemoryDrive } from './memoryShare.ts';
import { randomFrom } from './random.ts';

/** A key of his own. */
export function stranger(seed = 99): Identity {
  const random = randomFrom(seed);
  const bytes = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256)));
  return openIdentities(localValues(openMemory(migrations)), 'altro', bytes).current();
}

/** Puts a segment of these facts on the drive under the name of `dev`, signed by `identity`; its path. */
export function forge(drive: MemoryDrive, dev: string, facts: readonly Fact[], identity: Identity): string {
  const { name, bytes } = encodeSegment(facts, identity, undefined);
  drive.put(`j/${dev}/${name}`, bytes);
  return `j/${dev}/${name}`;
}
