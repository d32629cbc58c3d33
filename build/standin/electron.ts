// What `import ... from 'electron'` and `require('electron')` give in the main process.
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog, Notification, shell, Tray } from './desktop.ts';
import { ipcMain } from './ipc-main.ts';
import { log } from './log.ts';
import { Menu, MenuItem } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { net } from './net.ts';
import { protocol } from './schemes.ts';
import { session } from './session.ts';
import { clipboard, nativeImage, powerMonitor, safeStorage, screen } from './system.ts';
import { utilityProcess } from './utility-process.ts';
import { WebContents } from './web-contents.ts';

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
  WebContents as webContents,
};
/** Only on the stand-in: what would have left the app. */
export const __standin = { log } as const;
