import { stat as nodeStat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import type { ShareLocation } from '#electron/journal/exchange/sharedLog.ts';
import { SPACE_FOLDER } from './layout.ts';
import { codeOf, shareError } from './shareError.ts';

interface LocateOptions {
  readonly platform: NodeJS.Platform;
  readonly stat: (path: string) => Promise<{ readonly isFile: () => boolean }>;
}

const NOT_THERE: readonly (string | undefined)[] = ['ENOENT', 'ENOTDIR'];

/** The path without the spaces that stand before its names. */
function withoutLeadingSpaces(path: string, platform: NodeJS.Platform): string {
  return platform === 'win32' ? path.replace(/([\\/]) +(?=[^\\/ ])/g, '$1') : path.replace(/(\/) +(?=[^/ ])/g, '$1');
}

/**
 * Where the space lies for a configured path, taken exactly as written (P4): in a folder, `.puntosi-v1` inside it; for a
 * file, beside it. When nothing is there, the same path without the spaces before its names, and the answer says so.
 * Rejects with `ENOENT` when neither is there, `EINVAL` for a path that is not absolute, and as the drive refuses.
 */
export async function locate(
  configured: string,
  { platform, stat }: LocateOptions = { platform: process.platform, stat: nodeStat },
): Promise<ShareLocation> {
  const { dirname, isAbsolute, join } = platform === 'win32' ? win32 : posix;
  if (!isAbsolute(configured)) throw shareError('EINVAL', `serve un percorso completo: ${configured}`);
  const bare = withoutLeadingSpaces(configured, platform);
  for (const path of new Set([configured, bare])) {
    try {
      const holder = (await stat(path)).isFile() ? dirname(path) : path;
      return { path: join(holder, SPACE_FOLDER), withoutSpace: path !== configured };
    } catch (cause) {
      if (!NOT_THERE.includes(codeOf(cause))) throw cause;
    }
  }
  throw shareError('ENOENT', `qui non c’è nulla: ${configured}`);
}
