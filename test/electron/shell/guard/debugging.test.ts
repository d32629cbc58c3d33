import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { closeDebugging } from '#electron/shell/guard/debugging.ts';

/** The switches left of those a program was started with. */
function left(isPackaged: boolean): readonly string[] {
  const switches = new Set(['user-data-dir', 'remote-debugging-port', 'remote-debugging-pipe']);
  const commandLine = { removeSwitch: (name: string) => void switches.delete(name) };
  closeDebugging({ isPackaged, commandLine } as unknown as App);
  return [...switches];
}

describe('the debugger of Chromium', () => {
  it('has no door into a packed app, and keeps those of a checkout', () => {
    expect(left(true)).toEqual(['user-data-dir']);
    expect(left(false)).toHaveLength(3);
  });
});
