import { Buffer } from 'node:buffer';
import { z } from 'zod';
import type {
  ClaimFound,
  SharedLog,
  ShareLocation,
  ShareQuality,
  Space,
} from '#electron/journal/exchange/sharedLog.ts';
import { FORMAT } from '#electron/journal/exchange/shareStatus.ts';
import {
  blobPath,
  claimFolder,
  claimPath,
  HEARTBEATS,
  heartbeatPath,
  isTemporary,
  JOURNAL,
  MARKER,
  parseClaimFile,
  parseHeartbeat,
  segmentPath,
  temporaryPath,
} from './layout.ts';
import { folderListing } from './listing.ts';
import { testShare } from './selfTest.ts';
import { codeOf, shareError } from './shareError.ts';
import type { ShareFolder } from './shareFolder.ts';

/** A drive that answers: where the configured path led, and its files. */
export interface FolderConnection {
  readonly location: ShareLocation;
  readonly folder: ShareFolder;
}

interface FolderLogOptions {
  /** Looks again where the configured path leads; rejects when it leads nowhere. */
  readonly connect: () => Promise<FolderConnection>;
  /** Eight hex digits, another each time: the names of temporaries. */
  readonly random: () => string;
  readonly close: () => void;
}

const SMALL_FILE_BYTES = 64 * 1_024;
const BIG_FILE_BYTES = 1_024 * SMALL_FILE_BYTES;
const DAY_MILLISECONDS = 86_400_000;

const spaceSchema = z.object({
  id: z.string().min(1),
  format: z.int().positive(),
  founder: z.object({ dev: z.string().min(1), key: z.string().min(1) }),
});
const claimSchema = z.object({
  key: z.string(),
  ent: z.string(),
  dev: z.string(),
  nonce: z.string(),
  hlc: z.string(),
});

/** Too big, or a folder, a link, a pipe in its place. */
const NO_JSON: readonly (string | undefined)[] = ['EFBIG', 'EISDIR', 'ELOOP', 'EINVAL'];

/** The value in a small JSON file, or `undefined` when it is torn, too big, no file or of another form. */
async function readJson<Value>(
  folder: ShareFolder,
  path: string,
  schema: z.ZodType<Value>,
): Promise<Value | undefined> {
  try {
    const text = Buffer.from(await folder.read(path, SMALL_FILE_BYTES)).toString('utf8');
    return schema.safeParse(JSON.parse(text)).data;
  } catch (cause) {
    if (cause instanceof SyntaxError || NO_JSON.includes(codeOf(cause))) return undefined;
    throw cause;
  }
}

/** What `work` answers, or `undefined` when its file or folder is missing in a space that is there. */
async function unlessMissing<Value>(folder: ShareFolder, work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause;
    await folder.list('');
    return undefined;
  }
}

const jsonBytes = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value)}\n`, 'utf8');
const sameSpace = (one: Space | undefined, other: Space): boolean =>
  one?.id === other.id && one.founder.dev === other.founder.dev && one.founder.key === other.founder.key;
/**
 * The marker of the register in a folder, or why there is none to read. It is read by name: a listing may be the one of
 * before it was there. When it is missing, `isThere` rejects if the place around the folder is missing too.
 */
export async function markerOf(
  folder: ShareFolder,
  isThere: () => Promise<unknown>,
): Promise<Space | 'illegible' | 'unfounded'> {
  try {
    return (await readJson(folder, MARKER, spaceSchema)) ?? 'illegible';
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause;
  }
  await isThere();
  const names = await folder.list('').catch((cause: unknown) => {
    if (codeOf(cause) !== 'ENOENT') throw cause;
    return [];
  });
  return names.some(({ name }) => name === JOURNAL) ? 'illegible' : 'unfounded';
}

/**
 * The shared log in a folder that all desks reach, laid out as `layout.ts` says. No file is ever overwritten, nor is the
 * file of another desk removed. `list` does not look through claims and blobs: there may be thousands, asked for by name.
 */
export function folderLog({ connect, random, close }: FolderLogOptions): SharedLog {
  let connection: FolderConnection | undefined;
  let quality: ShareQuality | undefined;
  const swept = new Set<string>();
  const listing = folderListing();

  const connected = async (): Promise<ShareFolder> => {
    connection ??= await connect();
    return connection.folder;
  };

  const qualityOf = async (folder: ShareFolder, space: Space): Promise<ShareQuality> => {
    if (space.format > FORMAT) return 'read-only';
    if (quality) return quality;
    const tested = await testShare(folder, random);
    // A right to write may be given any day; what a drive keeps of exclusive creation stays.
    if (tested !== 'read-only') quality = tested;
    return tested ?? 'good';
  };

  const open: SharedLog['open'] = async (how) => {
    connection = undefined;
    const { location, folder } = await connect();
    // Only a place that is still there is one without a register.
    const space = await markerOf(folder, connect);
    if (typeof space === 'string') return { state: space, location };
    const found = how === 'only look' ? 'good' : await qualityOf(folder, space);
    connection = { location, folder };
    return { state: 'ready', space, quality: found, location };
  };

  const holds = async (folder: ShareFolder, path: string, bytes: Uint8Array): Promise<boolean> => {
    try {
      return Buffer.compare(await folder.read(path, bytes.length), bytes) === 0;
    } catch (cause) {
      if (codeOf(cause) === 'EFBIG') return false;
      throw cause;
    }
  };

  /** Publishes a file of one's own and reads it back; one that was damaged meanwhile is put in its place again. */
  const publish = async (dev: string, path: string, bytes: Uint8Array): Promise<number> => {
    if (bytes.length > BIG_FILE_BYTES) throw shareError('EFBIG', `troppo grande per la cartella condivisa: ${path}`);
    const folder = await connected();
    const attempt = (): Promise<number> => folder.publishNew(path, bytes, temporaryPath(dev, random()));
    const at = await attempt();
    if (await holds(folder, path, bytes)) return at;
    await folder.remove(path);
    const again = await attempt();
    if (await holds(folder, path, bytes)) return again;
    throw shareError('EIO', `non si rilegge come è stato scritto: ${path}`);
  };

  /** Removes what one's own crashes left behind; what cannot be removed now is at the next opening. */
  const sweep = async (dev: string, before: number): Promise<void> => {
    if (swept.has(dev)) return;
    swept.add(dev);
    try {
      const folder = await connected();
      for (const { name, writtenAt } of await folder.measure(`${JOURNAL}/${dev}`)) {
        if (isTemporary(name) && writtenAt !== null && writtenAt < before)
          await folder.remove(`${JOURNAL}/${dev}/${name}`);
      }
    } catch (cause) {
      if (codeOf(cause) === undefined) throw cause;
    }
  };

  const readClaim: SharedLog['readClaim'] = async (name) => {
    const folder = await connected();
    return (
      (await unlessMissing(folder, async (): Promise<ClaimFound> => {
        const claim = await readJson(folder, claimPath(name), claimSchema);
        // A claim copied to another name is nobody's.
        if (claim?.key !== name.key) return { state: 'illegible' };
        const { key: _, ...by } = claim;
        return { state: 'taken', by };
      })) ?? { state: 'free' }
    );
  };

  return {
    open,
    found: async (space) => {
      const { folder } = await connect();
      try {
        await folder.createExclusive(MARKER, jsonBytes(space));
      } catch (cause) {
        if (codeOf(cause) !== 'EEXIST') throw cause;
      }
      return sameSpace(await readJson(folder, MARKER, spaceSchema), space);
    },
    list: async (desks = []) => listing(await connected(), desks),
    read: async ({ dev, name }) => (await connected()).read(segmentPath(dev, name), BIG_FILE_BYTES),
    append: async (dev, name, bytes) => {
      const at = await publish(dev, segmentPath(dev, name), bytes);
      await sweep(dev, at - DAY_MILLISECONDS);
      return at;
    },
    remove: async (dev, name) => (await connected()).remove(segmentPath(dev, name)),
    claim: async (name, body) => {
      try {
        await (await connected()).createExclusive(claimPath(name), jsonBytes({ key: name.key, ...body }));
        return true;
      } catch (cause) {
        if (codeOf(cause) === 'EEXIST') return false;
        throw cause;
      }
    },
    readClaim,
    claims: async (kind) => {
      const folder = await connected();
      const entries = await unlessMissing(folder, () => folder.list(claimFolder(kind)));
      return (entries ?? []).flatMap(({ name }) => parseClaimFile(name) ?? []).sort();
    },
    putBlob: async (dev, hash, bytes) => {
      await publish(dev, blobPath(dev, hash), bytes);
    },
    getBlob: async (dev, hash) => {
      const folder = await connected();
      return unlessMissing(folder, () => folder.read(blobPath(dev, hash), BIG_FILE_BYTES));
    },
    heartbeat: async (dev, stamp, content) => {
      const folder = await connected();
      const name = `${dev}-${stamp}`;
      const bytes = Buffer.from(content, 'utf8');
      const at = await folder.publishNew(heartbeatPath(name), bytes, temporaryPath(dev, random()));
      for (const { name: file } of await folder.list(HEARTBEATS)) {
        const heartbeat = parseHeartbeat(file);
        if (heartbeat?.dev === dev && heartbeat.name !== name) await folder.remove(heartbeatPath(heartbeat.name));
      }
      return at;
    },
    readHeartbeat: async (name) =>
      Buffer.from(await (await connected()).read(heartbeatPath(name), SMALL_FILE_BYTES)).toString('utf8'),
    // By choice (decision 0007): no event of a network drive can be relied on, and none comes at all on many.
    watch: () => () => undefined,
    close,
  };
}
