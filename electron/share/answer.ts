import { locate } from './locate.ts';
import { nodeFolder } from './nodeFolder.ts';
import { type Operation, requestSchema, type ShareReply } from './requests.ts';
import { codeOf } from './shareError.ts';
import type { ShareFolder } from './shareFolder.ts';

/** Answers requests with the files of this computer. `undefined` for what is no request: a bug of the other side. */
export function shareAnswers(): (raw: unknown) => Promise<ShareReply | undefined> {
  const folders = new Map<string, ShareFolder>();
  const folderAt = (root: string): ShareFolder => {
    const folder = folders.get(root) ?? nodeFolder(root);
    folders.set(root, folder);
    return folder;
  };

  const run = async (operation: Operation): Promise<unknown> => {
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
      default:
        return folderAt(operation.root).remove(operation.path);
    }
  };

  return async (raw) => {
    const request = requestSchema.safeParse(raw);
    if (!request.success) return undefined;
    const { id, operation } = request.data;
    try {
      return { id, ok: true, value: (await run(operation)) ?? null };
    } catch (cause) {
      return {
        id,
        ok: false,
        code: codeOf(cause) ?? 'EINTERNAL',
        message: cause instanceof Error ? cause.message : String(cause),
      };
    }
  };
}
