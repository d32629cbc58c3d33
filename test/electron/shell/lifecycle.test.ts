import { EventEmitter } from 'node:events';
import type { App, Dialog } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { installQuit } from '#electron/shell/quit.ts';
import { takeSingleInstance } from '#electron/shell/singleInstance.ts';
import { refuseToRun, tellStopped } from '#electron/shell/window/dialogs.ts';

describe('installQuit', () => {
  it('closes the app with its last window, after the core has ended', async () => {
    let end: () => void = () => undefined;
    const stopCore = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
    const quit = vi.fn();
    const app = Object.assign(new EventEmitter(), { quit });
    installQuit(app as unknown as App, stopCore);
    app.emit('window-all-closed');
    expect(quit).toHaveBeenCalledTimes(1);

    const held = vi.fn();
    app.emit('will-quit', { preventDefault: held });
    expect(held).toHaveBeenCalledOnce();
    expect(quit).toHaveBeenCalledTimes(1);
    end();
    await vi.waitFor(() => expect(quit).toHaveBeenCalledTimes(2));

    const again = vi.fn();
    app.emit('will-quit', { preventDefault: again });
    expect(again).not.toHaveBeenCalled();
    expect(stopCore).toHaveBeenCalledOnce();
  });
});

describe('takeSingleInstance', () => {
  it('is told about a later start only when it holds the lock', () => {
    const start = (lock: boolean) => {
      const app = Object.assign(new EventEmitter(), { requestSingleInstanceLock: () => lock });
      const onSecond = vi.fn();
      const taken = takeSingleInstance(app as unknown as App, onSecond);
      app.emit('second-instance');
      return [taken, onSecond.mock.calls.length];
    };
    expect(start(true)).toEqual([true, 1]);
    expect(start(false)).toEqual([false, 0]);
  });
});

describe('tellStopped', () => {
  it('says the problem and its remedy, and closes the app only when asked to', async () => {
    const problem = { code: 'core-given-up', what: 'Si è fermata.', remedy: 'Riaprila.' };
    for (const [response, closes] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const showMessageBox = vi.fn(async () => ({ response, checkboxChecked: false }));
      const quit = vi.fn();
      await tellStopped({ showMessageBox } as unknown as Dialog, problem, quit);
      expect(showMessageBox).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ message: 'Si è fermata.', detail: 'Riaprila.', defaultId: 1, cancelId: 1 }),
      );
      expect(quit).toHaveBeenCalledTimes(closes);
    }
  });
});

describe('refuseToRun', () => {
  it('waits until it can be seen, says the problem and its remedy, and ends the app as failed', async () => {
    const order: string[] = [];
    const app = {
      whenReady: async () => void order.push('ready'),
      exit: (code = 0) => void order.push(`exit ${code}`),
    };
    const dialog = { showErrorBox: (...parts: readonly string[]) => void order.push(parts.join(': ')) };
    await refuseToRun(app, dialog, { code: 'x', what: 'Non parte.', remedy: 'Riprova.' });
    expect(order).toEqual(['ready', 'Avvisi PuntoSi: Non parte.\n\nRiprova.', 'exit 1']);
  });
});
