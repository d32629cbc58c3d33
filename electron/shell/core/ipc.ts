/** Points 17 and 20 of the security list: one door for calls, open only to the main frame of the app's own page. */
import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { APP_ORIGIN } from '#electron/shell/guard/appScheme.ts';
import { isMethod, type MethodName } from '#shared/ipc/contract.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import type { Reply } from '#shared/ipc/messages.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';

const callSchema = z.tuple([z.custom<MethodName>((name) => typeof name === 'string' && isMethod(name)), z.unknown()]);

/** Whether a message comes from the main frame of the app's own page (17). A frame already gone is not trusted. */
export function isTrusted({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === APP_ORIGIN;
}

/**
 * Hands every call of the page to `run` and its reply back. A call from elsewhere, or of a method that does not exist,
 * rejects: neither can come from the app's own screens.
 */
export function installIpc(
  ipcMain: Pick<IpcMain, 'handle'>,
  run: (method: MethodName, input: unknown) => Promise<Reply>,
): void {
  ipcMain.handle(CALL_CHANNEL, (event, ...parameters: unknown[]) => {
    if (!isTrusted(event)) throw new Error('Chiamata rifiutata: non viene dalla pagina dell’app.');
    const call = callSchema.safeParse(parameters);
    if (!call.success) throw new Error('Chiamata rifiutata: il metodo non esiste.');
    const [method, input] = call.data;
    return run(method, input);
  });
}

/** Sends `event` to the page of `window`, when there is one. */
export function sendEvent(window: BrowserWindow | undefined, event: WindowEvent): void {
  if (window && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
}
