/** The shell: starts the core and the window, and guards what passes between the page and the rest. Nothing slow runs here. */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeTheme,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { openLog, startLine } from '#electron/log/log.ts';
import { createCalls } from '#electron/shell/core/calls.ts';
import { superviseCore } from '#electron/shell/core/coreProcess.ts';
import { installIpc, sendEvent } from '#electron/shell/core/ipc.ts';
import { SHELL_BROKEN } from '#electron/shell/core/problems.ts';
import { startMessage } from '#electron/shell/core/startMessage.ts';
import { openDevDoor } from '#electron/shell/dev/door.ts';
import { APP_SCHEME, installAppScheme } from '#electron/shell/guard/appScheme.ts';
import { closeDebugging } from '#electron/shell/guard/debugging.ts';
import { isInstitutional, openAddress } from '#electron/shell/guard/externalLinks.ts';
import { installNavigation } from '#electron/shell/guard/navigation.ts';
import { installPermissions } from '#electron/shell/guard/permissions.ts';
import { refuseToRun, showAbout, tellStopped } from '#electron/shell/window/dialogs.ts';
import { createHelp } from '#electron/shell/window/help.ts';
import { menuTemplate } from '#electron/shell/window/menu.ts';
import { notifySystem } from '#electron/shell/window/notify.ts';
import { openWindow, showWindow } from '#electron/shell/window/window.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { dataFolderIn, prepareFolder, programsIn } from './paths.ts';
import { installQuit } from './quit.ts';
import { takeSingleInstance } from './singleInstance.ts';

/** Written by the build: true only in that of `npm run dev`. */
declare const DEV_DOOR: boolean;

const currentWindow = (): BrowserWindow | undefined => BrowserWindow.getAllWindows()[0];
const log = openLog('shell');
const tell = (event: WindowEvent): void => sendEvent(currentWindow(), event);
const tellProblem = (problem: Problem): void => void tellStopped(dialog, problem, () => app.quit());

async function start(folder: string): Promise<void> {
  log.keepIn(dataFolderIn(folder));
  log.note(startLine(app.getVersion()));
  await app.whenReady();
  const programs = programsIn(app.getAppPath());
  const door = DEV_DOOR ? openDevDoor({ isPackaged: app.isPackaged, env: process.env }) : undefined;
  if (door) door.serveScreens(protocol);
  else installAppScheme(protocol, programs.screens);
  installPermissions(session.defaultSession);
  const supervised = superviseCore({
    fork: () => utilityProcess.fork(programs.core, [], { serviceName: 'core', stdio: 'inherit' }),
    forkShare: () =>
      utilityProcess.fork(programs.share, [`--data=${dataFolderIn(folder)}`], {
        serviceName: 'share',
        stdio: 'inherit',
      }),
    start: {
      ...startMessage(folder, app.getVersion(), { isPackaged: app.isPackaged, env: process.env }),
      run: randomUUID(),
    },
    onEvent: tell,
    onStopped: tellProblem,
    help: createHelp({
      shell,
      dialog,
      window: currentWindow,
      safeStorage,
      session: session.defaultSession,
      platform: process.platform,
      notify: (words) => notifySystem(Notification, words, () => showWindow(currentWindow())),
    }),
    log,
  });
  const core = door ? door.keepFresh(supervised) : supervised;
  installQuit(app, core.stop);
  installNavigation(app, (url) => {
    if (isInstitutional(url, core.hosts())) void openAddress(shell, url, core.hosts());
  });
  installIpc(ipcMain, createCalls({ clipboard, shell, core }));
  const window = openWindow({
    BrowserWindow,
    screen,
    nativeTheme,
    folder,
    preload: programs.preload,
    onGivenUp: tellProblem,
    log,
  });
  const about = (): void => void showAbout(dialog, window, app.getVersion());
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ send: (command) => tell({ name: 'menu', command }), about })),
  );
}

/** A bug of the shell itself: nothing can be trusted after it, while the data are in the hands of the core. */
const fail = (cause: unknown): void => {
  log.bug('shell', cause);
  void refuseToRun(app, dialog, SHELL_BROKEN);
};

app.enableSandbox(); // Point 4: every page of the app, whatever its window asks.
closeDebugging(app);
// Whatever language the computer speaks: dates, numbers and what Chromium itself says.
app.commandLine.appendSwitch('lang', 'it');
process.on('uncaughtException', fail);
process.on('unhandledRejection', (cause) => log.bug('promessa', cause));
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
const folder = prepareFolder(app, { platform: process.platform, env: process.env, home: homedir() });
if (!folder.ok) void refuseToRun(app, dialog, folder.error);
else if (takeSingleInstance(app, () => showWindow(currentWindow()))) start(folder.value).catch(fail);
else app.exit(0);
