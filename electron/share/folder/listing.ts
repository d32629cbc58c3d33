import type { Listing, SegmentRef } from '#electron/journal/exchange/sharedLog.ts';
import {
  BLOBS,
  CLAIMS,
  HEARTBEATS,
  isDevice,
  isSegment,
  isTemporary,
  JOURNAL,
  MARKER,
  parseHeartbeat,
} from './layout.ts';
import { codeOf } from './shareError.ts';
import type { ShareFolder } from './shareFolder.ts';

/** Folders of other desks than those asked for that are looked through at one look: an office has a handful. */
export const FOLDERS_AT_ONCE = 200;
/** What a folder that is refused, held or no folder any more answers; `ENOENT` is the whole place going away. */
const OF_ONE_FOLDER: readonly (string | undefined)[] = [
  ...['EACCES', 'EPERM', 'EBUSY', 'EAGAIN', 'EIO'],
  ...['ELOOP', 'ENOTDIR', 'EINVAL', 'ENAMETOOLONG'],
];

interface Found {
  readonly segments: SegmentRef[];
  readonly foreign: string[];
  readonly heartbeats: Map<string, { readonly name: string; readonly stamp: string }>;
  readonly unmeasured: Pick<SegmentRef, 'dev' | 'name'>[];
  readonly unseen: string[];
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);

async function lookThroughDesk(folder: ShareFolder, dev: string, found: Found): Promise<void> {
  const path = `${JOURNAL}/${dev}`;
  for (const { name, isFolder, isSpecial, bytes, writtenAt } of (await folder.measure(path)).toSorted(byName)) {
    if (isFolder || isSpecial || !isSegment(name)) {
      if (isFolder || isSpecial || !isTemporary(name)) found.foreign.push(`${path}/${name}`);
    } else if (bytes === null || writtenAt === null) found.unmeasured.push({ dev, name });
    else found.segments.push({ dev, name, bytes, writtenAt });
  }
}

/** Looks through folders by name, some of them at each look when there are many. */
export function folderListing() {
  let last = '';

  /** Those asked for, and of the others the next ones in turn. */
  const inTurn = (devs: readonly string[], always: ReadonlySet<string>): ReadonlySet<string> => {
    const others = devs.filter((dev) => !always.has(dev));
    if (others.length <= FOLDERS_AT_ONCE) return new Set(devs);
    const next = [...others.filter((dev) => dev > last), ...others].slice(0, FOLDERS_AT_ONCE);
    last = next.at(-1) ?? '';
    return new Set([...devs.filter((dev) => always.has(dev)), ...next]);
  };

  const lookThroughJournal = async (folder: ShareFolder, always: ReadonlySet<string>, found: Found): Promise<void> => {
    const entries = [...(await folder.list(JOURNAL))].sort(byName);
    const devs = entries.filter(({ name, isFolder }) => isFolder && isDevice(name)).map(({ name }) => name);
    const isDesk = new Set(devs);
    for (const { name } of entries) if (!isDesk.has(name)) found.foreign.push(`${JOURNAL}/${name}`);
    const turn = inTurn(devs, always);
    for (const dev of devs) {
      if (!turn.has(dev)) {
        found.unseen.push(dev);
        continue;
      }
      try {
        await lookThroughDesk(folder, dev, found);
      } catch (cause) {
        if (!OF_ONE_FOLDER.includes(codeOf(cause))) throw cause;
        found.unseen.push(dev);
      }
    }
  };

  const lookThroughHeartbeats = async (folder: ShareFolder, found: Found): Promise<void> => {
    for (const { name: file, isFolder, isSpecial } of [...(await folder.list(HEARTBEATS))].sort(byName)) {
      const heartbeat = isFolder || isSpecial ? undefined : parseHeartbeat(file);
      if (!heartbeat) found.foreign.push(`${HEARTBEATS}/${file}`);
      else if ((found.heartbeats.get(heartbeat.dev)?.stamp ?? '') < heartbeat.stamp)
        found.heartbeats.set(heartbeat.dev, heartbeat);
    }
  };

  /** Everything in the folder of the space besides claims and blobs: there may be thousands, asked for by name. */
  return async (folder: ShareFolder, desks: readonly string[]): Promise<Listing> => {
    const found: Found = { segments: [], foreign: [], heartbeats: new Map(), unmeasured: [], unseen: [] };
    for (const { name, isFolder } of [...(await folder.list(''))].sort(byName)) {
      if (isFolder && name === JOURNAL) await lookThroughJournal(folder, new Set(desks), found);
      else if (isFolder && name === HEARTBEATS) await lookThroughHeartbeats(folder, found);
      else if (isFolder ? name !== CLAIMS && name !== BLOBS : name !== MARKER && !isTemporary(name))
        found.foreign.push(name);
    }
    return { ...found, heartbeats: [...found.heartbeats.values()].map(({ name }) => name) };
  };
}
