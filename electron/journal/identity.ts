import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { DeviceKey } from '#shared/journal/devices.ts';

/** A name this computer writes under, with the key it signs with. */
export interface Identity extends DeviceKey {
  readonly sign: (bytes: Uint8Array) => string;
}

/** A word of the identity before this one that they are the same computer: base64url signature over both. */
export interface Continuation extends DeviceKey {
  readonly sig: string;
}

/** So many unforeseeable bytes. */
export type RandomBytes = (size: number) => Buffer;

export interface Identities {
  readonly current: () => Identity;
  /** The current one and those before it, newest first: their unpublished facts are published under their own name. */
  readonly all: () => readonly Identity[];
  readonly of: (dev: string) => Identity | undefined;
  /** What proves that `identity` continues the one before it, when there was one. */
  readonly continuation: (identity: Identity) => Continuation | undefined;
  /** Takes a new name: this computer was copied or restored. */
  readonly mint: () => Identity;
}

const IDENTITIES = 'identities';
const keptSchema = z.object({
  /** Hash of what the system calls this machine: another one means that the disk was copied. */
  machine: z.string(),
  /** Oldest first; the private key is PKCS #8, base64. */
  all: z.array(z.object({ dev: z.string(), privateKey: z.string() })).min(1),
});
type Kept = z.infer<typeof keptSchema>;

/** The name the desk had before desks had keys. */
const FORMER_DEVICE = 'device';
const DEVICE_BYTES = 6;
const SPKI_HEADER_BYTES = 12;
/** PKCS #8 of an Ed25519 key is this and its 32 random bytes (RFC 8410). */
const PKCS8_HEADER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PRIVATE_KEY_BYTES = 32;

/** The raw 32 bytes of an Ed25519 public key, base64url. */
function rawKey(privateKey: KeyObject): string {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return spki.subarray(SPKI_HEADER_BYTES).toString('base64url');
}

const SPKI_HEADER = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether `signature` (base64url) of `key` (raw, base64url) stands under these bytes; false also for what is no key. */
export function isSigned(key: string, bytes: Uint8Array, signature: string): boolean {
  try {
    const der = Buffer.concat([SPKI_HEADER, Buffer.from(key, 'base64url')]);
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, bytes, publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

function identityOf({ dev, privateKey }: Kept['all'][number]): Identity {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return { dev, key: rawKey(key), sign: (bytes) => sign(null, bytes, key).toString('base64url') };
}

const continuationText = ({ dev, key }: DeviceKey): Buffer =>
  Buffer.from(`puntosi continua 1\n${dev}\n${key}\n`, 'utf8');

/** Whether the desk `next` continues the desk that signed. */
export function isContinuation(next: DeviceKey, { key, sig }: Continuation): boolean {
  return isSigned(key, continuationText(next), sig);
}

/**
 * The identities kept with the database of this computer, the first minted when there is none. `machine` names the
 * computer as its system does: where it is another than before, the disk was copied, and a new identity is minted.
 */
export function openIdentities(local: LocalValues, machine: string, random: RandomBytes): Identities {
  const newDevice = (): string => random(DEVICE_BYTES).toString('hex');
  const mintedKey = (): string => Buffer.concat([PKCS8_HEADER, random(PRIVATE_KEY_BYTES)]).toString('base64');
  const first = (): Kept => ({
    machine,
    all: [{ dev: local.get(FORMER_DEVICE, z.string()) ?? newDevice(), privateKey: mintedKey() }],
  });
  const stored = local.get(IDENTITIES, keptSchema);
  let kept = stored ?? first();
  const keep = (next: Kept): void => {
    local.set(IDENTITIES, next);
    kept = next;
  };
  const withNew = (before: Kept): Kept => ({
    machine,
    all: [...before.all, { dev: newDevice(), privateKey: mintedKey() }],
  });
  if (!stored) keep(kept);
  if (kept.machine !== machine) keep(withNew(kept));

  const opened = new Map<string, Identity>();
  const open = (one: Kept['all'][number]): Identity => {
    const identity = opened.get(one.dev) ?? identityOf(one);
    opened.set(one.dev, identity);
    return identity;
  };
  const all = (): readonly Identity[] => kept.all.map(open).reverse();
  const current = (): Identity => {
    const [newest] = all();
    if (!newest) throw new Error('Questa postazione non ha un nome.');
    return newest;
  };
  return {
    current,
    all,
    of: (dev) => all().find((identity) => identity.dev === dev),
    continuation: ({ dev, key }) => {
      const place = kept.all.findIndex((one) => one.dev === dev);
      const former = place > 0 ? kept.all[place - 1] : undefined;
      if (!former) return undefined;
      const { dev: formerDev, key: formerKey, sign: signAs } = open(former);
      return { dev: formerDev, key: formerKey, sig: signAs(continuationText({ dev, key })) };
    },
    mint: () => {
      keep(withNew(kept));
      return current();
    },
  };
}
