import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { type NotificationClass, notifySystem } from '#electron/shell/window/notify.ts';

const WORDS = { title: 'Emergenza non partita', text: 'Apri la coda: manca l’indirizzo della ditta.' };

/** A system with or without notifications, and what it was asked to show. */
function systemWith(isSupported: boolean) {
  const shown: (EventEmitter & { readonly options: object })[] = [];
  class Shown extends EventEmitter {
    static readonly isSupported = (): boolean => isSupported;
    readonly options: object;
    constructor(options: object) {
      super();
      this.options = options;
    }
    show(): void {
      shown.push(this);
    }
  }
  return { shown, Notification: Shown as unknown as NotificationClass };
}

describe('a notification of the system', () => {
  it('says title and text, and a click opens the window', () => {
    const { shown, Notification } = systemWith(true);
    const open = vi.fn();
    expect(notifySystem(Notification, WORDS, open)).toBe(true);
    expect(shown.map(({ options }) => options)).toEqual([{ title: WORDS.title, body: WORDS.text }]);
    expect(open).not.toHaveBeenCalled();
    shown[0]?.emit('click');
    expect(open).toHaveBeenCalledOnce();
  });

  it('closed by the person opens nothing', () => {
    const { shown, Notification } = systemWith(true);
    const open = vi.fn();
    notifySystem(Notification, WORDS, open);
    shown[0]?.emit('close');
    expect(open).not.toHaveBeenCalled();
  });

  it('shows nothing where the system has none, and says so', () => {
    const { shown, Notification } = systemWith(false);
    expect(notifySystem(Notification, WORDS, vi.fn())).toBe(false);
    expect(shown).toEqual([]);
  });
});
