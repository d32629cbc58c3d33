import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { makePrivateFolder, writePrivateFile } from './privateFiles.ts';
import { storageResult } from './storageProblem.ts';

/** Keys and passwords of this desk: never in the database, in the log or in the shared folder. */
export interface Secrets {
  /** A secret, or `undefined` when there is none or it can no longer be opened. */
  readonly get: (name: string) => string | undefined;
  /** Keeps a secret; when it returns, the secret lies on the disk. Throws what the file system throws. */
  readonly set: (name: string, value: string) => void;
  readonly remove: (name: string) => void;
}

/** What came of asking the system to lock or to open the key of the secrets. */
export const lockReplySchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), text: z.string() }),
  /** The system keeps no secrets, or not now. */
  z.object({ outcome: z.literal('unavailable') }),
  /** The system keeps secrets and did not lock this one, or no longer: another account, another computer. */
  z.object({ outcome: z.literal('refused') }),
]);
export type LockReply = z.infer<typeof lockReplySchema>;

/** What locks the key of the secrets to the account of the user: DPAPI, a keyring. Both are base64. */
export interface SystemLock {
  readonly lock: (key: string) => Promise<LockReply>;
  readonly open: (locked: string) => Promise<LockReply>;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const fileSchema = z.object({
  version: z.literal(1),
  /** Who keeps the key: the system, locked in `key`, or a file of its own. */
  keeper: z.enum(['system', 'file']),
  key: z.string().nullable(),
  /** By name: nonce, tag and ciphertext, base64. */
  values: z.record(z.string(), z.string()),
});
type SecretsFile = z.infer<typeof fileSchema>;

const fileIn = (folder: string): string => join(folder, 'segreti.json');
const keyFileIn = (folder: string): string => join(folder, 'segreti.chiave');

/** The name goes with the secret: one cannot be put in the place of another. */
function seal(key: Buffer, name: string, value: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name, 'utf8'));
  const hidden = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64');
}

function unseal(key: Buffer, name: string, sealed: string): string | undefined {
  try {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(name, 'utf8'))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const hidden = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return decipher.update(hidden, undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

/** What the folder keeps; what nobody can read any more is set aside, and the desk begins anew without it. */
function readFile(folder: string): SecretsFile | undefined {
  const file = fileIn(folder);
  if (!existsSync(file)) return undefined;
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) throw cause;
    setAside(fileIn(folder));
    return undefined;
  }
}

function setAside(file: string): void {
  if (existsSync(file)) renameSync(file, `${file}.illeggibile`);
}

function readKey(folder: string): Buffer | undefined {
  if (!existsSync(keyFileIn(folder))) return undefined;
  const key = Buffer.from(readFileSync(keyFileIn(folder), 'utf8'), 'base64');
  return key.length === KEY_BYTES ? key : undefined;
}

/** The secrets of a folder whose key is at hand; nothing is written before the first one. */
function secretsWith(folder: string, key: Buffer, start: SecretsFile): Secrets {
  let kept = start;
  const keep = (values: SecretsFile['values']): void => {
    makePrivateFolder(folder);
    if (kept.keeper === 'file' && !existsSync(keyFileIn(folder)))
      writePrivateFile(keyFileIn(folder), key.toString('base64'));
    const next = { ...kept, values };
    writePrivateFile(fileIn(folder), `${JSON.stringify(next, null, 2)}\n`);
    kept = next;
  };
  return {
    get: (name) => {
      const sealed = Object.hasOwn(kept.values, name) ? kept.values[name] : undefined;
      return sealed === undefined ? undefined : unseal(key, name, sealed);
    },
    set: (name, value) => keep({ ...kept.values, [name]: seal(key, name, value) }),
    remove: (name) => {
      if (!Object.hasOwn(kept.values, name)) return;
      const { [name]: _, ...others } = kept.values;
      keep(others);
    },
  };
}

const EMPTY: SecretsFile = { version: 1, keeper: 'file', key: null, values: {} };

const locked = (): Result<never, Problem> =>
  problem({
    code: 'secrets-locked',
    what: 'Le chiavi di questa postazione le custodisce il sistema, e adesso non le apre.',
    why: 'Servono per scrivere nel registro condiviso. Non ho cambiato nulla.',
    remedy:
      'Apri l’app con il solito utente del computer: solo la sua finestra può chiederle. Se succede ancora, esci dal computer, rientra e riaprila.',
  });

/**
 * The secrets of a data folder in an encrypted file, its key in a file beside it, both for their owner alone. That keeps
 * them from other accounts and from who gets one of the two files, not from who works with the account or reads the disk.
 * Problem `secrets-locked` when the system keeps the key: only the app with its window can ask for it.
 */
export function fileSecrets(folder: string): Result<Secrets, Problem> {
  const opened = storageResult(() => {
    const kept = readFile(folder);
    if (kept?.keeper === 'system') return undefined;
    const key = readKey(folder);
    if (!key) [fileIn(folder), keyFileIn(folder)].forEach(setAside);
    return secretsWith(folder, key ?? randomBytes(KEY_BYTES), (key && kept) ?? EMPTY);
  });
  if (!opened.ok) return opened;
  return opened.value ? ok(opened.value) : locked();
}

/** The secrets that lie in a file move under a new key that only the system opens. */
function moveUnder(folder: string, fresh: Buffer, text: string): Secrets {
  const former = readFile(folder);
  const key = readKey(folder);
  const open = Object.entries(former?.values ?? {}).flatMap(([name, sealed]) => {
    const value = key && unseal(key, name, sealed);
    return value === undefined ? [] : [[name, seal(fresh, name, value)] as const];
  });
  const file: SecretsFile = { version: 1, keeper: 'system', key: text, values: Object.fromEntries(open) };
  makePrivateFolder(folder);
  writePrivateFile(fileIn(folder), `${JSON.stringify(file, null, 2)}\n`);
  rmSync(keyFileIn(folder), { force: true });
  return secretsWith(folder, fresh, file);
}

async function underSystem(folder: string, { lock }: SystemLock): Promise<Result<Secrets, Problem>> {
  const fresh = randomBytes(KEY_BYTES);
  const reply = await lock(fresh.toString('base64'));
  if (reply.outcome !== 'done') return fileSecrets(folder);
  return storageResult(() => moveUnder(folder, fresh, reply.text));
}

/**
 * The secrets of a data folder under a key that the system keeps for the account of the user, those of a file moved under
 * it; where the system keeps none, those of `fileSecrets`. A key it no longer opens (another computer, another account)
 * is set aside with what it locked. Problem `secrets-locked` when the system does not answer now.
 */
export async function systemSecrets(folder: string, system: SystemLock): Promise<Result<Secrets, Problem>> {
  const read = storageResult(() => readFile(folder));
  if (!read.ok) return read;
  const kept = read.value;
  if (kept?.keeper !== 'system' || kept.key === null) return underSystem(folder, system);
  const reply = await system.open(kept.key);
  if (reply.outcome === 'unavailable') return locked();
  if (reply.outcome === 'done') return ok(secretsWith(folder, Buffer.from(reply.text, 'base64'), kept));
  const aside = storageResult(() => setAside(fileIn(folder)));
  return aside.ok ? underSystem(folder, system) : aside;
}

/** Who keeps the key of a folder's secrets; `none` where there are none, or none that can be read. */
export function keeperOfSecrets(folder: string): 'system' | 'file' | 'none' {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).keeper;
  } catch {
    return 'none';
  }
}
