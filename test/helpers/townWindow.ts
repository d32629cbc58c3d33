/** A real window of the invented town with e-mails of a spec in its mailbox, and what specs do in it by keyboard. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'vitest';
import type { InventedMail } from '#electron/demo/mails.ts';
import { startApp } from './app.ts';

/** Two months of work take about 10 s on an idle machine, and minutes on a busy one. */
const DEMO_LIMIT_MILLISECONDS = 150_000;

export interface TownWindow {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** Folder of the town's own data. */
  readonly data: string;
  readonly press: (keys: string) => Promise<void>;
  /** Takes a picture into `test-output/<spec>` and expects that axe finds nothing on the screen as it stands. */
  readonly pass: (name: string) => Promise<void>;
  /**
   * Begins to count the keys that are really pressed; the answer says how many so far. A chord is one, and words typed
   * into a field are none.
   */
  readonly countKeys: () => Promise<() => Promise<number>>;
  /** Somebody else sits down at the shared desk: so many steps down in the list of names. */
  readonly sitDown: (steps: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What axe-core finds; its source goes in as text, because the page may load no script. */
async function faultsOf(window: Page): Promise<readonly string[]> {
  await window.evaluate(axe.source);
  const { violations } = await window.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'];

async function countKeys(window: Page): Promise<() => Promise<number>> {
  const counter = await window.evaluateHandle((modifiers) => {
    const count = { keys: 0 };
    const isTyped = ({ key, ctrlKey, altKey, metaKey, target }: KeyboardEvent): boolean =>
      [...key].length === 1 &&
      !(ctrlKey || altKey || metaKey) &&
      target instanceof HTMLElement &&
      (target.isContentEditable || target.matches('input, textarea'));
    addEventListener(
      'keydown',
      (event) => {
        if (!modifiers.includes(event.key) && !isTyped(event)) count.keys++;
      },
      true,
    );
    return count;
  }, MODIFIERS);
  return () => counter.evaluate(({ keys }) => keys);
}

/** Opens the invented town from the welcome, by keyboard. */
export async function enterTown({ window, press }: Pick<TownWindow, 'window' | 'press'>): Promise<void> {
  await window.getByRole('button', { name: /dati di esempio/ }).focus();
  await press('Enter');
  await window.getByText('Addestramento: dati inventati').waitFor({ timeout: DEMO_LIMIT_MILLISECONDS });
}

/**
 * Starts the app at the moment `now` and opens the invented town, Marta Bellin at the desk: an empty one with these e-mails
 * unread, or without them the one whose two months are already done.
 */
export async function openTown(spec: string, now: string, mails?: readonly InventedMail[]): Promise<TownWindow> {
  const opened = await openWelcome(spec, now, mails);
  await enterTown(opened);
  return opened;
}

/** Starts the app at the moment `now`, at its welcome, with the e-mails of the invented town where it will look for them. */
export async function openWelcome(
  spec: string,
  now: string,
  mails?: readonly InventedMail[],
  env: Readonly<Record<string, string>> = {},
): Promise<TownWindow> {
  const userData = mkdtempSync(join(tmpdir(), 'puntosi-town-'));
  const data = join(userData, 'dati', 'esempio');
  const pictures = join('test-output', spec);
  mkdirSync(pictures, { recursive: true });
  if (mails) mkdirSync(join(data, 'posta'), { recursive: true });
  for (const { name, eml } of mails ?? []) writeFileSync(join(data, 'posta', `${name}.eml`), eml);
  const running = await startApp({ userData, env: { PUNTOSI_NOW: now, ...env } });
  const { window } = running;
  const press = (keys: string): Promise<void> => window.keyboard.press(keys);
  let taken = 0;
  return {
    app: running.app,
    window,
    data,
    press,
    pass: async (name) => {
      taken++;
      await window.screenshot({ path: join(pictures, `${taken}-${name}.png`) });
      expect(await faultsOf(window), name).toEqual([]);
    },
    countKeys: () => countKeys(window),
    sitDown: async (steps) => {
      await window.locator('.bar-person').focus();
      await press('Enter');
      await window.locator('dialog[open]').waitFor();
      await press('Home');
      for (let step = 0; step < steps; step++) await press('ArrowDown');
      await press('Enter');
      await window.locator('dialog[open]').waitFor({ state: 'detached' });
    },
    stop: async () => {
      await running.stop();
      rmSync(userData, { recursive: true, force: true });
    },
  };
}
