/** The notifications of the system, as the shell shows them. */
import { beforeEach, expect, it, vi } from 'vitest';
import { notifySystem } from '#electron/shell/window/notify.ts';

const system = vi.hoisted(() => ({ isSupported: true, made: [] as { emit: (event: string) => void }[] }));
vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  return {
    Notification: class extends EventEmitter {
      static isSupported = () => system.isSupported;
      readonly words: unknown;
      readonly show = vi.fn();
      constructor(words: unknown) {
        super();
        this.words = words;
        system.made.push(this);
      }
    },
  };
});
beforeEach(() => {
  system.isSupported = true;
  system.made.length = 0;
});

const WORDS = { title: 'L’emergenza non è partita', text: '«Allerta rossa».' };

it('shows the words, and a click opens the window once', () => {
  const open = vi.fn();
  expect(notifySystem(WORDS, open)).toBe(true);
  const [shown] = system.made;
  expect(shown).toMatchObject({ words: { title: WORDS.title, body: WORDS.text } });
  expect(shown).toHaveProperty('show.mock.calls', [[]]);
  expect(open).not.toHaveBeenCalled();
  shown?.emit('click');
  expect(open).toHaveBeenCalledOnce();
});

it('closed without a click opens nothing', () => {
  const open = vi.fn();
  notifySystem(WORDS, open);
  system.made[0]?.emit('close');
  expect(open).not.toHaveBeenCalled();
});

it('says so where the system has none', () => {
  system.isSupported = false;
  expect(notifySystem(WORDS, vi.fn())).toBe(false);
  expect(system.made).toEqual([]);
});
