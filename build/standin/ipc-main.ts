import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { codec } from './codec.ts';
import type { FromPage, ToPage } from './page/messages.ts';
import type { WebContents } from './web-contents.ts';

type Listener = Parameters<IpcMain['handle']>[1];
type Invocation = FromPage & { readonly kind: 'invoke' };

const listeners = new Map<string, Listener>();

/** Electron's `ipcMain`, for invocations only. */
export const ipcMain = {
  handle(channel, listener) {
    if (listeners.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    listeners.set(channel, listener);
  },
  removeHandler(channel) {
    listeners.delete(channel);
  },
} satisfies Pick<IpcMain, 'handle' | 'removeHandler'>;

/** Runs the handler of a channel for the page of `sender`; a failure becomes the text Electron makes of it. */
export async function answerInvocation(sender: WebContents, { id, channel, data }: Invocation): Promise<ToPage> {
  const listener = listeners.get(channel);
  if (!listener) return { kind: 'failure', id, channel, error: `Error: No handler registered for '${channel}'` };
  const senderFrame = sender.mainFrame;
  const { processId, routingId: frameId } = senderFrame;
  const event = { type: 'frame', sender, senderFrame, processId, frameId } as unknown;
  try {
    const result: unknown = await listener(event as IpcMainInvokeEvent, ...(codec.decode(data) as unknown[]));
    return { kind: 'answer', id, channel, data: codec.encode(result) };
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    return { kind: 'failure', id, channel, error: String(error) };
  }
}
