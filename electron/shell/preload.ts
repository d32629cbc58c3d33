/**
 * Points 3, 4 and 20: the only code that stands between the page and the app. It runs in the sandbox, exposes named
 * functions and never an Electron object or event.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from '#electron/shell/core/channels.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';

const SYSTEMS: Readonly<Record<string, Bridge['platform']['system']>> = { win32: 'windows', linux: 'linux' };

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  onEvent: (listener) => {
    const receive = (_event: IpcRendererEvent, event: WindowEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, receive);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, receive);
    };
  },
  platform: { system: SYSTEMS[process.platform] ?? 'other' },
};

contextBridge.exposeInMainWorld('puntosi', bridge);
