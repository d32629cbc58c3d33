/** Makes, out of the stand-in, a folder that electron-builder takes for an unpacked Electron for Linux. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ELECTRON_VERSION } from '../standin/version.ts';

const STANDIN = join(import.meta.dirname, '..', 'standin');
const ENTRY = './main.ts';

// Electron's fuses as electron-builder looks for them: a sentinel, version 1, how many, and one character for each.
const FUSES = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
]);

/** Writes the folder anew. It runs where Node 22.18 or later is first on PATH. */
export function makeDist(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true });
  // No default_app.asar: an empty one stops electron-builder.
  writeFileSync(join(folder, 'resources', '.keep'), '');
  for (const language of ['en-US', 'it']) writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), '');
  writeFileSync(join(folder, 'version'), `v${ELECTRON_VERSION}`);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');

  cpSync(STANDIN, join(folder, 'standin'), {
    recursive: true,
    filter: (path) => !/\/(electron|README\.md)$/.test(path),
  });
  const launcher = readFileSync(join(STANDIN, 'electron'), 'utf8');
  if (!launcher.includes(ENTRY)) throw new Error(`build/standin/electron no longer imports ${ENTRY}`);
  const moved = launcher.replace(ENTRY, './standin/main.ts');
  // electron-builder flips the fuses in place: they hide in a comment behind the program.
  const program = Buffer.concat([Buffer.from(`${moved}// `), FUSES, Buffer.from('\n')]);
  writeFileSync(join(folder, 'electron'), program, { mode: 0o755 });
}
