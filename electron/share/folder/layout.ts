/**
 * The names in the folder of the space. Only `[a-z0-9._-]`, so that they are the same on every drive, also on one that folds
 * case or refuses Windows's reserved names:
 *
 * ```
 * formato.json                                who founded the space, written once
 * j/<dev>/<first9>-<last9>.<hash>.jsonl       segments, and the temporaries of that desk: `.t<8 hex>.tmp`
 * q/<kind>/<key>.json                         claims, by exclusive creation
 * m/<dev>/<hash>                              bytes of messages
 * p/<dev>-<stamp>.json                        heartbeats
 * ```
 */
import { createHash } from 'node:crypto';
import type { ClaimName } from '#electron/journal/exchange/sharedLog.ts';
import { shareError } from './shareError.ts';

/** The folder of the space, beside or inside what was configured. */
export const SPACE_FOLDER = '.puntosi-v1';
export const MARKER = 'formato.json';
export const JOURNAL = 'j';
export const CLAIMS = 'q';
export const BLOBS = 'm';
export const HEARTBEATS = 'p';

const PATH_LIMIT = 90;
const NAME = /^(?:\.t[0-9a-f]{8}\.tmp|[a-z0-9](?:[a-z0-9._-]*[a-z0-9_-])?)$/;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;
const TEMPORARY = /^\.t[0-9a-f]{8}\.tmp$/;
const DEVICE = /^[a-z0-9][a-z0-9-]{0,31}$/;
const SEGMENT = /^\d{9}-\d{9}\.[a-z0-9]{24,64}\.jsonl$/;
const HASH = /^[a-z0-9]{24,64}$/;
const HEARTBEAT = /^([a-z0-9][a-z0-9-]{0,31})-([a-z0-9]{1,32})$/;
const KIND = /^[a-z0-9][a-z0-9-]{0,23}$/;
const PLAIN_KEY = /^(?!h-)[a-z0-9][a-z0-9_-]{0,47}$/;
const HASHED_KEY = /^h-[0-9a-f]{32}$/;
const JSON_END = '.json';

const isReserved = (name: string): boolean => RESERVED.test(name);

/** Gives the path back when every drive can hold it and it stays inside the space; throws `EINVAL` when not. */
export function checkPath(path: string): string {
  const names = path.split('/');
  if (path.length > PATH_LIMIT || !names.every((name) => NAME.test(name) && !isReserved(name))) {
    throw shareError('EINVAL', `nome non ammesso nella cartella condivisa: ${path.slice(0, 2 * PATH_LIMIT)}`);
  }
  return path;
}

function checked(isRight: boolean, path: string): string {
  if (!isRight)
    throw shareError('EINVAL', `nome non ammesso nella cartella condivisa: ${path.slice(0, 2 * PATH_LIMIT)}`);
  return checkPath(path);
}

/** A file that is being written, or that a crash left behind. */
export const isTemporary = (name: string): boolean => TEMPORARY.test(name);
export const isDevice = (name: string): boolean => DEVICE.test(name) && !isReserved(name);
export const isSegment = (name: string): boolean => SEGMENT.test(name);

export const segmentPath = (dev: string, name: string): string =>
  checked(isDevice(dev) && isSegment(name), `${JOURNAL}/${dev}/${name}`);
export const temporaryPath = (dev: string, hex: string): string =>
  checked(isDevice(dev), `${JOURNAL}/${dev}/.t${hex}.tmp`);
export const blobPath = (dev: string, hash: string): string =>
  checked(isDevice(dev) && HASH.test(hash), `${BLOBS}/${dev}/${hash}`);
export const heartbeatPath = (name: string): string =>
  checked(HEARTBEAT.test(name), `${HEARTBEATS}/${name}${JSON_END}`);

/** What the file name of a heartbeat tells, or `undefined` when it is none. `name` is that of `SharedLog.readHeartbeat`. */
export function parseHeartbeat(
  file: string,
): { readonly name: string; readonly dev: string; readonly stamp: string } | undefined {
  if (!file.endsWith(JSON_END)) return undefined;
  const name = file.slice(0, -JSON_END.length);
  const [, dev, stamp] = HEARTBEAT.exec(name) ?? [];
  return dev && stamp && isDevice(dev) ? { name, dev, stamp } : undefined;
}

/**
 * The key as it stands in the name of a claim: itself when it is short, plain and lower case (register numbers are), else
 * `h-` and the first 32 hex digits of its SHA-256: ids of requests may be long and differ only in case. The claim keeps
 * the key itself.
 */
export function claimKey(key: string): string {
  if (PLAIN_KEY.test(key) && !isReserved(key)) return key;
  return `h-${createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 32)}`;
}

export const claimFolder = (kind: string): string => checked(KIND.test(kind), `${CLAIMS}/${kind}`);
export const claimPath = ({ kind, key }: ClaimName): string =>
  checkPath(`${claimFolder(kind)}/${claimKey(key)}${JSON_END}`);

/** The key in the file name of a claim, or `undefined` when it is none. */
export function parseClaimFile(file: string): string | undefined {
  const key = file.endsWith(JSON_END) ? file.slice(0, -JSON_END.length) : '';
  return PLAIN_KEY.test(key) || HASHED_KEY.test(key) ? key : undefined;
}
