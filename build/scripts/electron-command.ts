/** The program that opens the app on this machine: Electron's, or the stand-in. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findChromium } from '../standin/chromium.ts';

const STANDIN = join(import.meta.dirname, '..', 'standin', 'electron');
const ELECTRON_PACKAGE = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const DOWNLOAD_MILLISECONDS = 8_000;

const NO_SCREEN =
  'Qui non c’è uno schermo su cui aprire la finestra: avvia l’app da una sessione grafica, oppure con «xvfb-run -a npm start».';
const PREVIEW =
  'Electron non è su questo computer e non si è potuto scaricare: l’app si apre in anteprima con Chromium.';
const NOTHING =
  'Per aprire l’app serve Electron o Chromium, e qui manca l’uno e l’altro: installa Chromium («sudo apt-get install chromium») e riprova.';

function hasScreen(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY, STANDIN_HEADLESS } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY) || STANDIN_HEADLESS === '1';
}

/** Electron's program, if its package has unpacked one. */
function electronProgram(): string | undefined {
  const name = join(ELECTRON_PACKAGE, 'path.txt');
  const program = existsSync(name) ? join(ELECTRON_PACKAGE, 'dist', readFileSync(name, 'utf8')) : undefined;
  return program && existsSync(program) ? program : undefined;
}

function downloadElectron(): void {
  spawnSync(process.execPath, [join(ELECTRON_PACKAGE, 'install.js')], {
    stdio: 'ignore',
    timeout: DOWNLOAD_MILLISECONDS,
    killSignal: 'SIGKILL',
  });
}

/** The command that opens the app here, without its arguments; undefined, after saying why, when nothing can. */
export function electronCommand(): readonly [program: string, ...options: string[]] | undefined {
  if (!hasScreen()) {
    console.error(NO_SCREEN);
    return undefined;
  }
  if (!electronProgram()) downloadElectron();
  const electron = electronProgram();
  if (electron) return [electron, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  if (process.platform !== 'linux' || !findChromium()) {
    console.error(NOTHING);
    return undefined;
  }
  console.log(PREVIEW);
  return [process.execPath, STANDIN];
}
