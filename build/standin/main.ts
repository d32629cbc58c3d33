// The program behind the executable: becomes Electron's main process, loads the app and starts Chromium.
import inspector from 'node:inspector';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { boot, standinFolder } from './boot.ts';
import { startBrowser } from './browser.ts';
import { BrowserWindow } from './browser-window.ts';
import './electron.ts';
import { ELECTRON_VERSION } from './version.ts';

const ELECTRON = new URL('electron.ts', import.meta.url).href;

/** The number behind the last colon of a switch such as `--inspect=0`, or `undefined` when it is not given. */
function portOf(name: string): number | undefined {
  const value = boot.switches.get(name);
  return value === undefined ? undefined : Number(value.split(':').at(-1));
}

function becomeElectron(): void {
  const { executable, resourcesPath, isPackaged } = boot;
  for (const [name, value] of Object.entries({ electron: ELECTRON_VERSION, chrome: '' })) {
    Object.defineProperty(process.versions, name, { value, enumerable: true, configurable: true });
  }
  Object.assign(process, { type: 'browser', resourcesPath, ...(isPackaged ? {} : { defaultApp: true }) });
  process.argv = [executable, ...process.argv.slice(2)];
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier === 'electron/main'
        ? { url: ELECTRON, shortCircuit: true }
        : next(specifier, context),
  });
}

async function run(): Promise<void> {
  becomeElectron();
  const inspect = portOf('inspect');
  // A packed app takes this switch away, and the specs would have no way into its window: here it stays open.
  const debugging = portOf('remote-debugging-port');
  if (inspect !== undefined) inspector.open(inspect, '127.0.0.1');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  await import(pathToFileURL(boot.mainFile).href);
  const profile = join(standinFolder(app.getPath('userData')), 'chromium');
  await startBrowser(profile, debugging, () => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
  });
  app.becomeReady();
}

run().catch((error: unknown) => {
  console.error('A JavaScript error occurred in the main process', error);
  process.exit(1);
});
