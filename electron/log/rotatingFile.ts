import { appendFileSync } from 'node:fs';
import { dirname } from 'node:path';
import electronLog from 'electron-log/node.js';
import { makePrivateFolder } from '#electron/db/privateFiles.ts';

/** Bytes after which a file becomes `….old.log`, in the place of the one before. */
const LONGEST_FILE_BYTES = 1_048_576;

// What goes wrong here is told to nobody: see the README.
electronLog.transports.console.writeFn = () => undefined;

/**
 * Writes texts at the end of the file `path`, made when missing, which is set aside when it grows too long. It returns when
 * the text is written; a text that cannot be written (full disk, locked file) is lost, and the next one is tried again.
 */
export function rotatingFile(path: string, longestBytes = LONGEST_FILE_BYTES): (text: string) => void {
  const logger = electronLog.create({ logId: path });
  const { file } = logger.transports;
  for (const transport of Object.values(logger.transports))
    if (transport && transport !== file) transport.level = false;
  logger.transports.console.writeFn = () => undefined;
  file.setAppName('avvisi-puntosi');
  file.resolvePathFn = () => path;
  file.maxSize = longestBytes;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.transforms = [({ data }) => data.join(' ')];
  return (text) => {
    try {
      // The library gives a file up for ever that it could not write at the first attempt.
      makePrivateFolder(dirname(path));
      appendFileSync(path, '', { mode: 0o600 });
      logger.info(text);
    } catch {
      // A log that cannot be written must not break the app.
    }
  };
}
