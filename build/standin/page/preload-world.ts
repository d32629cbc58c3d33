import type { Codec } from '../codec.ts';
import type { Bridge } from './bridge.ts';
import type { FromPage, ToPage, WindowWish } from './messages.ts';

type Listener = (event: object, ...args: unknown[]) => void;

/** The wrapper Electron puts around a sandboxed preload script. */
type PreloadScript = (require: (name: string) => unknown, module: { exports: unknown }, process: object) => void;

/** What the preload world is given by the scripts that start it. */
export interface PreloadWorld {
  readonly bridge: Bridge;
  readonly codec: Codec;
  readonly post: (text: string) => void;
  readonly wishEvent: string;
  readonly process: object;
  readonly script: PreloadScript;
}

/**
 * The isolated world of the preload: `require('electron')` with `contextBridge` and `ipcRenderer`, and nothing else.
 * Runs as text inside the page and must stay self-contained.
 */
export function runPreloadWorld({ bridge, codec, post, wishEvent, process, script }: PreloadWorld): void {
  const listeners = new Map<string, Listener[]>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let accelerators: readonly string[] = [];
  let next = 1;
  const tell = (message: FromPage): void => post(JSON.stringify(message));

  const remove = (channel: string, listener: Listener): void => {
    const rest = (listeners.get(channel) ?? []).filter((known) => known !== listener);
    listeners.set(channel, rest);
  };
  const ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => {
      const data = codec.encode(args);
      const id = next++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        tell({ kind: 'invoke', id, channel, data });
      });
    },
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off: (channel: string, listener: Listener) => {
      remove(channel, listener);
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => {
      remove(channel, listener);
      return ipcRenderer;
    },
  };

  const receive = (message: ToPage): void => {
    if (message.kind === 'accelerators') {
      accelerators = message.keys;
      return;
    }
    if (message.kind === 'event') {
      const args = codec.decode(message.data) as unknown[];
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: ipcRenderer, ports: [] }, ...args);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') call?.resolve(codec.decode(message.data));
    else call?.reject(new Error(`Error invoking remote method '${message.channel}': ${message.error}`));
  };
  Object.assign(globalThis, { __standinReceive: (text: string) => receive(JSON.parse(text) as ToPage) });

  window.addEventListener(wishEvent, (event) => {
    tell({ kind: 'open', ...(event as CustomEvent<WindowWish>).detail });
  });
  window.addEventListener('resize', () => tell({ kind: 'resized' }));
  const pressed = (event: KeyboardEvent): void => {
    const modifiers = [
      event.ctrlKey || event.metaKey ? 'ctrl' : '',
      event.shiftKey ? 'shift' : '',
      event.altKey ? 'alt' : '',
    ];
    const key = [...modifiers, event.key.toLowerCase()].filter(Boolean).join('+');
    if (!accelerators.includes(key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell({ kind: 'accelerator', key });
  };
  window.addEventListener('keydown', pressed, true);

  const electron = { contextBridge: { exposeInMainWorld: bridge.expose }, ipcRenderer };
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  try {
    script(require, { exports: {} }, process);
  } catch (error) {
    console.error('Unable to load preload script:', error);
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    tell({ kind: 'preload-error', message, stack });
  }
}
