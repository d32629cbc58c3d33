import type { BrowserWindow, IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { installIpc, isTrusted, sendEvent } from '#electron/shell/core/ipc.ts';
import { ok } from '#shared/kernel/result.ts';

const frame = (origin: string, parent: unknown = null): WebFrameMain => ({ origin, parent }) as WebFrameMain;
const from = (senderFrame: WebFrameMain | null): IpcMainInvokeEvent => ({ senderFrame }) as IpcMainInvokeEvent;
const OWN = from(frame('app://bundle'));

function door() {
  const run = vi.fn(async () => ok('fatto'));
  const handlers = new Map<string, Parameters<IpcMain['handle']>[1]>();
  installIpc({ handle: (channel, handler) => handlers.set(channel, handler) }, run);
  const call = handlers.get('call') as Parameters<IpcMain['handle']>[1];
  return { run, handlers, call };
}

describe('the sender check (17)', () => {
  it('trusts only the main frame of the app’s own page', () => {
    expect(isTrusted(OWN)).toBe(true);
    expect(isTrusted(from(null))).toBe(false);
    expect(isTrusted(from(frame('app://bundle', frame('app://bundle'))))).toBe(false);
    for (const origin of ['app://altro', 'https://bundle', 'app://bundle.altrui.example', 'null', '']) {
      expect(isTrusted(from(frame(origin))), origin).toBe(false);
    }
  });
});

describe('installIpc', () => {
  it('opens exactly one channel and hands the call on', async () => {
    const { run, handlers, call } = door();
    expect([...handlers.keys()]).toEqual(['call']);
    expect(await call(OWN, 'service.status', { a: 1 })).toEqual(ok('fatto'));
    expect(run).toHaveBeenCalledWith('service.status', { a: 1 });
  });

  it('refuses strangers, unknown methods and other shapes before anything runs', () => {
    const { run, call } = door();
    expect(() => call(from(frame('https://www.sito-altrui.example')), 'service.status', {})).toThrow(/non viene/);
    for (const parameters of [
      ['shell.runProgram', {}],
      [],
      [42, {}],
      ['service.status', {}, 'di più'],
      ['toString', {}],
      // What the core alone may say to the shell: files of the network drive.
      ['share-start', { run: 1 }],
      ['to-share', { run: 1, message: { id: 1, operation: { op: 'list', root: '/', path: '' } } }],
    ]) {
      expect(() => call(OWN, ...parameters), JSON.stringify(parameters)).toThrow(/non esiste/);
    }
    expect(run).not.toHaveBeenCalled();
  });
});

describe('sendEvent', () => {
  it('sends to a living window and is silent without one', () => {
    const send = vi.fn();
    const window = (isDestroyed: boolean): BrowserWindow =>
      ({ isDestroyed: () => isDestroyed, webContents: { send } }) as unknown as BrowserWindow;
    sendEvent(undefined, { name: 'changed', topics: [] });
    sendEvent(window(true), { name: 'changed', topics: [] });
    expect(send).not.toHaveBeenCalled();
    sendEvent(window(false), { name: 'changed', topics: ['queue'] });
    expect(send).toHaveBeenCalledExactlyOnceWith('event', { name: 'changed', topics: ['queue'] });
  });
});
