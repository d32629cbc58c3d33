import { sha256 } from '#electron/journal/journal.ts';
import type { Space } from './sharedLog.ts';

const FINGERPRINT_LENGTH = 12;

/** `3F2A 91C0 77BE`, of a register and of who founded it: enough for two people to compare by eye or by telephone. */
export function fingerprintOf({ id, founder }: Space): string {
  const hash = sha256(`${id}\n${founder.dev}\n${founder.key}`).slice(0, FINGERPRINT_LENGTH).toUpperCase();
  return (hash.match(/.{4}/g) ?? []).join(' ');
}
