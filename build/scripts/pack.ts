/**
 * `npm run pack:linux`: packs the app into `build/release/linux-unpacked`, without a network, around the stand-in.
 * `npm run pack:linux -- --real` packs it around Electron's own binary, which electron-builder downloads.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.ts';
import { makeDist } from './make-dist.ts';
import { writeNotices } from './notices.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const RELEASE = join(ROOT, 'build', 'release');
const BUILDER = fileURLToPath(import.meta.resolve('electron-builder/cli.js'));

/** The folder `packLinux` fills, and the program in it. */
export const LINUX_FOLDER = join(RELEASE, 'linux-unpacked');
export const LINUX_PROGRAM = join(LINUX_FOLDER, 'avvisi-puntosi');

/** Packs what is in `build/out` for Linux. Throws when electron-builder fails. */
export function packLinux(electron: 'standin' | 'real'): void {
  const options = ['--linux', 'dir', '--x64', '--publish', 'never', '--config', 'build/electron-builder.yml'];
  if (electron === 'standin') {
    const dist = join(RELEASE, 'electron-dist');
    makeDist(dist);
    options.push(`-c.electronDist=${dist}`);
  }
  writeNotices(join(RELEASE, 'licenze-di-terzi.txt'));
  const { status } = spawnSync(process.execPath, [BUILDER, ...options], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`electron-builder ended with code ${status}`);
}

if (process.argv[1] === import.meta.filename) {
  const [system, ...flags] = process.argv.slice(2);
  if (system !== 'linux' || flags.some((flag) => flag !== '--real')) {
    throw new Error('Usage: pack.ts linux [--real]');
  }
  await build();
  packLinux(flags.includes('--real') ? 'real' : 'standin');
  console.log(`Il programma è ${LINUX_PROGRAM}`);
}
