import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileError, fileErrorCode, HELD_ELSEWHERE } from './fileError.ts';
import { type Files, filesOver } from './files.ts';
import type { FileOperation } from './operations.ts';
import {
  commitFiles,
  discardFiles,
  isPlainFile,
  saveUnderFreeName,
  stageFiles,
  sweepFolder,
  tryWriting,
  type WholeFileParts,
  wholeFileParts,
} from './wholeFiles.ts';

/** A pipe that took the place of a file is not waited for; Windows has no such files and no such flag. */
const NEVER_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const CHUNK_BYTES = 1_048_576;
const LOOKS_AT_ONCE = 16;

/** All bytes of a plain file, counted while they are read and not as its size says; `EFBIG` when they exceed `limit`. */
async function readPlain(file: string, limit: number, { alive, platform }: WholeFileParts): Promise<Uint8Array> {
  if (!(await isPlainFile(file))) throw fileError('ENOENT', file);
  const handle = await open(file, NEVER_WAITING).catch((cause: unknown) => {
    if (platform !== 'win32' || fileErrorCode(cause) !== 'EBUSY') throw cause;
    throw fileError(HELD_ELSEWHERE, `aperto in un altro programma: ${file}`, cause);
  });
  try {
    const chunks: Buffer[] = [];
    for (let total = 0; ; ) {
      const wanted = Math.min(CHUNK_BYTES, limit + 1 - total);
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(wanted), 0, wanted);
      alive();
      if (bytesRead === 0) return new Uint8Array(Buffer.concat(chunks));
      total += bytesRead;
      if (total > limit) throw fileError('EFBIG', `${file} supera ${limit} byte`);
      chunks.push(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}

interface Listed {
  readonly name: string;
  readonly bytes: number | null;
  readonly writtenAt: number | null;
}

async function listFolder(folder: string, endings: readonly string[], alive: () => void): Promise<Listed[]> {
  const names = (await readdir(folder)).filter(
    (name) => endings.length === 0 || endings.some((ending) => name.toLowerCase().endsWith(ending)),
  );
  const listed: Listed[] = [];
  for (let at = 0; at < names.length; at += LOOKS_AT_ONCE) {
    const looked = names.slice(at, at + LOOKS_AT_ONCE).map(
      async (name): Promise<Listed> =>
        stat(join(folder, name)).then(
          ({ size, mtimeMs }) => ({ name, bytes: size, writtenAt: mtimeMs }),
          () => ({ name, bytes: null, writtenAt: null }),
        ),
    );
    listed.push(...(await Promise.all(looked)));
    alive();
  }
  return listed;
}

const exists = async (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    (cause: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(fileErrorCode(cause) ?? '')) return false;
      throw cause;
    },
  );

/** Does one operation with the files of this computer; rejects as Node's file functions do. It may hang with its drive. */
export async function operateHere(operation: FileOperation, parts: WholeFileParts): Promise<unknown> {
  switch (operation.op) {
    case 'folder-list':
      return listFolder(operation.folder, operation.endings, parts.alive);
    case 'folder-try':
      return void (await tryWriting(operation.folder));
    case 'folder-sweep':
      return sweepFolder(operation.folder, operation.below, parts.alive);
    case 'file-exists':
      return exists(operation.file);
    case 'file-read':
      return readPlain(operation.file, operation.limit, parts);
    case 'file-save':
      return saveUnderFreeName(operation.folder, operation.name, operation.bytes, parts);
    case 'files-stage':
      return stageFiles(operation.files, parts);
    case 'files-commit':
      return commitFiles(operation.renames, parts);
    default:
      return discardFiles(operation.temporaries);
  }
}

/** The files touched by this very process: for folders on its own disk, the command line and tests. */
export function nodeFiles(parts: WholeFileParts = wholeFileParts()): Files {
  return filesOver(async (operation, answer) => answer.parse((await operateHere(operation, parts)) ?? null));
}
