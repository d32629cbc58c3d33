import { writeFile } from 'node:fs/promises';

/** Zone 3 is the Internet: Office opens such a file in Protected View, without its macros. */
const ZONE = '[ZoneTransfer]\r\nZoneId=3\r\n';

/**
 * Marks a file that came by e-mail as mail programs do on Windows (Mark of the Web, a stream beside the file); elsewhere it
 * does nothing. A disk that keeps no streams leaves the file unmarked.
 */
export async function markFromOutside(file: string, platform: NodeJS.Platform): Promise<void> {
  if (platform !== 'win32') return;
  try {
    await writeFile(`${file}:Zone.Identifier`, ZONE);
  } catch {
    // FAT and some network drives keep no streams: the file is saved all the same.
  }
}
