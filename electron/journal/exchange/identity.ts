import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { Secrets } from '#electron/db/secrets.ts';
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
  /** The current one and those before it whose keys are not lost, newest first: their unpublished facts are published under their own name. */
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
  /** Oldest first; former versions kept the private key here. */
  all: z.array(z.object({ dev: z.string(), privateKey: z.exactOptional(z.string()) })).min(1),
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

/** Where the private key of a name is kept: PKCS #8, base64. */
const secretOf = (dev: string): string => `chiave-postazione/${dev}`;

/** A key that signs: its public half, raw and base64url. */
export type SigningKey = Pick<Identity, 'key' | 'sign'>;

/** The Ed25519 key of 32 bytes that are its private half; `seed` may be wiped afterwards. */
export function signingKeyOf(seed: Uint8Array): SigningKey {
  const der = Buffer.concat([PKCS8_HEADER, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return { key: rawKey(key), sign: (bytes) => sign(null, bytes, key).toString('base64url') };
}

const identityOf = (dev: string, privateKey: string): Identity => ({
  dev,
  ...signingKeyOf(Buffer.from(privateKey, 'base64').subarray(PKCS8_HEADER.length)),
});

const continuationText = ({ dev, key }: DeviceKey): Buffer =>
  Buffer.from(`puntosi continua 1\n${dev}\n${key}\n`, 'utf8');

/** Whether the desk `next` continues the desk that signed. */
export function isContinuation(next: DeviceKey, { key, sig }: Continuation): boolean {
  return isSigned(key, continuationText(next), sig);
}

/**
 * Moves the private keys that a former version left in the table among the secrets; whether there were any. Each lies among
 * the secrets before it leaves the table.
 */
export function moveKeys(local: LocalValues, secrets: Secrets): boolean {
  const kept = local.get(IDENTITIES, keptSchema);
  const plain = kept?.all.filter(({ privateKey }) => privateKey !== undefined) ?? [];
  if (!kept || plain.length === 0) return false;
  for (const { dev, privateKey } of plain) if (privateKey !== undefined) secrets.set(secretOf(dev), privateKey);
  local.set(IDENTITIES, { ...kept, all: kept.all.map(({ dev }) => ({ dev })) });
  return true;
}

/**
 * From the next opening on this desk writes under a new name, which continues the one it had: what is kept here may be
 * older than what it published.
 */
export function forgetMachine(local: LocalValues): void {
  const kept = local.get(IDENTITIES, keptSchema);
  if (kept) local.set(IDENTITIES, { ...kept, machine: '' });
}

export interface IdentityParts {
  readonly local: LocalValues;
  readonly secrets: Secrets;
  /** What names the computer as its system does. */
  readonly machine: string;
  readonly random: RandomBytes;
}

/**
 * The identities of this computer, the first minted when there is none: the names with the database, the keys among the
 * secrets. Where the machine is another than before the disk was copied, and where the newest key is lost nothing can be
 * signed with it: then a new identity is minted.
 */
export function openIdentities({ local, secrets, machine, random }: IdentityParts): Identities {
  const minted = (dev = random(DEVICE_BYTES).toString('hex')): { readonly dev: string } => {
    const key = Buffer.concat([PKCS8_HEADER, random(PRIVATE_KEY_BYTES)]).toString('base64');
    secrets.set(secretOf(dev), key);
    return { dev };
  };
  const opened = new Map<string, Identity>();
  const open = (dev: string): Identity | undefined => {
    const key = opened.has(dev) ? undefined : secrets.get(secretOf(dev));
    if (key !== undefined) opened.set(dev, identityOf(dev, key));
    return opened.get(dev);
  };
  const stored = local.get(IDENTITIES, keptSchema);
  let kept = stored ?? { machine, all: [minted(local.get(FORMER_DEVICE, z.string()))] };
  const keep = (next: Kept): void => {
    local.set(IDENTITIES, next);
    kept = next;
  };
  const withNew = (before: Kept): Kept => ({ machine, all: [...before.all, minted()] });
  if (!stored) keep(kept);
  const newest = kept.all.at(-1);
  if (kept.machine !== machine || !newest || !open(newest.dev)) keep(withNew(kept));

  const all = (): readonly Identity[] => kept.all.flatMap(({ dev }) => open(dev) ?? []).reverse();
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
      const index = kept.all.findIndex((one) => one.dev === dev);
      const former = index > 0 ? kept.all[index - 1] : undefined;
      const identity = former && open(former.dev);
      if (!identity) return undefined;
      const { dev: formerDev, key: formerKey, sign: signAs } = identity;
      return { dev: formerDev, key: formerKey, sig: signAs(continuationText({ dev, key })) };
    },
    mint: () => {
      keep(withNew(kept));
      return current();
    },
  };
}
