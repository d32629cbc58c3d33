import { EventEmitter } from 'node:events';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '#shared/ipc/bridge.ts';

const exposed = new Map<string, unknown>();
const ipcRenderer = Object.assign(new EventEmitter(), { invoke: vi.fn(async () => ({ ok: true, value: 1 })) });
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) },
  ipcRenderer,
}));

let bridge: Bridge;
beforeAll(async () => {
  await import('#electron/shell/preload.ts');
  bridge = exposed.get('puntosi') as Bridge;
});

describe('the preload (20)', () => {
  it('exposes one object with three names', () => {
    expect([...exposed.keys()]).toEqual(['puntosi']);
    expect(Object.keys(bridge).toSorted()).toEqual(['call', 'onEvent', 'platform']);
    expect(bridge.platform).toEqual({ system: expect.stringMatching(/^(windows|linux|other)$/) });
  });

  it('sends every call through one channel and no other: the shell refuses those that do not exist', async () => {
    expect(await bridge.call('service.status', { a: 1 })).toEqual({ ok: true, value: 1 });
    expect(ipcRenderer.invoke).toHaveBeenCalledExactlyOnceWith('call', 'service.status', { a: 1 });
    ipcRenderer.invoke.mockRejectedValueOnce(new Error('Chiamata rifiutata: il metodo non esiste.'));
    await expect(bridge.call('constructor' as 'service.status', {})).rejects.toThrow(/non esiste/);
    expect(ipcRenderer.invoke).toHaveBeenLastCalledWith('call', 'constructor', {});
  });

  it('gives listeners the event without Electron’s own, until they leave', () => {
    const heard: unknown[][] = [];
    const leave = bridge.onEvent((...parameters: unknown[]) => heard.push(parameters));
    ipcRenderer.emit('event', { sender: 'secret' }, { name: 'changed', topics: ['queue'] });
    leave();
    ipcRenderer.emit('event', { sender: 'secret' }, { name: 'changed', topics: ['people'] });
    expect(heard).toEqual([[{ name: 'changed', topics: ['queue'] }]]);
    expect(ipcRenderer.listenerCount('event')).toBe(0);
  });
});
