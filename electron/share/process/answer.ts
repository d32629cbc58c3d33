import { operateHere } from '#electron/files/nodeFiles.ts';
import { wholeFileParts } from '#electron/files/wholeFiles.ts';
import { locate } from '#electron/share/folder/locate.ts';
import { nodeFolder } from '#electron/share/folder/nodeFolder.ts';
import { codeOf } from '#electron/share/folder/shareError.ts';
import type { ShareFolder } from '#electron/share/folder/shareFolder.ts';
import { type AliveMessage, type Operation, type ShareReply, shareRequestSchema } from './requests.ts';

/** How often a call that takes its time says so at most, in milliseconds. */
const ALIVE_MILLISECONDS = 1_000;

/** What the drive refused; `undefined` for a bug of this process, also one that Node gave a name (`ERR_…`). */
function driveCodeOf(cause: unknown): string | undefined {
  const code = codeOf(cause);
  return code?.startsWith('ERR_') ? undefined : code;
}

/**
 * Answers requests with the files of this computer. `undefined` for what is no request: a bug of the other side. A call
 * that takes its time and goes on is told `alive`.
 */
export function shareAnswers(
  alive: (message: AliveMessage) => void = () => undefined,
): (raw: unknown) => Promise<ShareReply | undefined> {
  const folders = new Map<string, ShareFolder>();
  const folderAt = (root: string): ShareFolder => {
    const folder = folders.get(root) ?? nodeFolder(root);
    folders.set(root, folder);
    return folder;
  };

  const goingOn = (id: number): (() => void) => {
    let told = performance.now();
    return () => {
      const now = performance.now();
      if (now - told < ALIVE_MILLISECONDS) return;
      told = now;
      alive({ id, alive: true });
    };
  };

  const run = async (id: number, operation: Operation): Promise<unknown> => {
    switch (operation.op) {
      case 'locate':
        return locate(operation.configured);
      case 'list':
        return folderAt(operation.root).list(operation.path);
      case 'measure':
        return folderAt(operation.root).measure(operation.path);
      case 'read':
        return folderAt(operation.root).read(operation.path, operation.limit);
      case 'create':
        return folderAt(operation.root).createExclusive(operation.path, operation.bytes);
      case 'publish':
        return folderAt(operation.root).publishNew(operation.path, operation.bytes, operation.temporary);
      case 'remove':
        return folderAt(operation.root).remove(operation.path);
      default:
        return operateHere(operation, wholeFileParts(goingOn(id)));
    }
  };

  return async (raw) => {
    const request = shareRequestSchema.safeParse(raw);
    if (!request.success) return undefined;
    const { id, operation } = request.data;
    try {
      return { id, ok: true, value: (await run(id, operation)) ?? null };
    } catch (cause) {
      return {
        id,
        ok: false,
        code: driveCodeOf(cause) ?? 'EINTERNAL',
        message: cause instanceof Error ? cause.message : String(cause),
      };
    }
  };
}
