import { randomBytes } from 'node:crypto';
import type { SharedLog } from '#electron/journal/exchange/sharedLog.ts';
import { folderLog } from '#electron/share/folder/folderLog.ts';
import type { ShareFolder } from '#electron/share/folder/shareFolder.ts';
import { answers } from '#electron/share/process/requests.ts';
import { type After, type ShareLine, type SpawnShare, shareLine } from '#electron/share/process/watchdog.ts';

/** The files below `root`, asked of the process that touches the drive. */
function remoteFolder({ call }: ShareLine, root: string): ShareFolder {
  return {
    list: (path) => call({ op: 'list', root, path }, answers.list),
    measure: (path) => call({ op: 'measure', root, path }, answers.measure),
    read: (path, limit) => call({ op: 'read', root, path, limit }, answers.read),
    createExclusive: async (path, bytes) => {
      await call({ op: 'create', root, path, bytes }, answers.create);
    },
    publishNew: (path, bytes, temporary) => call({ op: 'publish', root, path, bytes, temporary }, answers.publish),
    remove: async (path) => {
      await call({ op: 'remove', root, path }, answers.remove);
    },
  };
}

interface OpenShareOptions {
  readonly spawn: SpawnShare;
  readonly after?: After;
}

/**
 * The shared log at a configured path (P4): a folder of a network drive, touched only by a process of its own, which is
 * started at the first call. Nothing is looked at before `open`; whoever opens it closes it.
 */
export function openShare(configured: string, { spawn, after }: OpenShareOptions): SharedLog {
  const line = shareLine(spawn, after);
  return folderLog({
    connect: async () => {
      const location = await line.call({ op: 'locate', configured }, answers.locate);
      return { location, folder: remoteFolder(line, location.path) };
    },
    random: () => randomBytes(4).toString('hex'),
    close: line.close,
  });
}
