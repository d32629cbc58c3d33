import type { App } from 'electron';

/** The switches by which another program could look into the windows and act in them. */
const SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe'] as const;

/** Takes the doors of Chromium's debugger from a packed app, before it is ready; a checkout keeps them for its developers. */
export function closeDebugging({ isPackaged, commandLine }: Pick<App, 'isPackaged' | 'commandLine'>): void {
  if (!isPackaged) return;
  for (const name of SWITCHES) commandLine.removeSwitch(name);
}
