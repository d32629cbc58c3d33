/** The shell: starts the core and the window, and guards what passes between the page and the rest. Nothing slow runs here. */
import { homedir } from 'node:os';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron';
import type { WindowEvent } from '#shared/ipc/events.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { APP_SCHEME, installAppScheme } from './appScheme.ts';
import { createCalls } from './calls.ts';
import { superviseCore } from './coreProcess.ts';
import { refuseToRun, showAbout, tellStopped } from './dialogs.ts';
import { isInstitutional, openAddress } from './externalLinks.ts';
import { createHelp } from './help.ts';
import { installIpc, sendEvent } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { installNavigation } from './navigation.ts';
import { prepareFolder, programsIn } from './paths.ts';
import { installPermissions } from './permissions.ts';
import { SHELL_BROKEN } from './problems.ts';
import { installQuit } from './quit.ts';
import { takeSingleInstance } from './singleInstance.ts';
import { startMessage } from './startMessage.ts';
import { openWindow, showWindow } from './window.ts';

const currentWindow = (): BrowserWindow | undefined => BrowserWindow.getAllWindows()[0];
const tell = (event: WindowEvent): void => sendEvent(currentWindow(), event);
const tellProblem = (problem: Problem): void => void tellStopped(dialog, problem, () => app.quit());

async function start(folder: string): Promise<void> {
  await app.whenReady();
  const programs = programsIn(app.getAppPath());
  installAppScheme(protocol, programs.screens);
  installPermissions(session.defaultSession);
  const core = superviseCore({
    fork: () => utilityProcess.fork(programs.core, [], { serviceName: 'core', stdio: 'inherit' }),
    forkShare: () => utilityProcess.fork(programs.share, [], { serviceName: 'share', stdio: 'inherit' }),
    start: startMessage(folder, app.getVersion(), process.env),
    onEvent: tell,
    onStopped: tellProblem,
    help: createHelp({ shell, dialog, window: currentWindow }),
  });
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
  });
  const about = (): void => void showAbout(dialog, window, app.getVersion());
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ send: (command) => tell({ name: 'menu', command }), about })),
  );
}

/** A bug of the shell itself: nothing can be trusted after it, while the data are in the hands of the core. */
const fail = (cause: unknown): void => {
  console.error('Problema interno della shell.', cause);
  void refuseToRun(app, dialog, SHELL_BROKEN);
};

app.enableSandbox(); // Point 4: every page of the app, whatever its window asks.
process.on('uncaughtException', fail);
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
const folder = prepareFolder(app, { platform: process.platform, env: process.env, home: homedir() });
if (!folder.ok) void refuseToRun(app, dialog, folder.error);
else if (takeSingleInstance(app, () => showWindow(currentWindow()))) start(folder.value).catch(fail);
else app.exit(0);
