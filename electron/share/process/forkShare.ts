import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ShareProcess } from './watchdog.ts';

const PROGRAM = fileURLToPath(new URL('process.ts', import.meta.url));

/** Starts the process of the network drive as a child of this one: where there is no Electron. */
export function forkShare(): ShareProcess & { readonly pid: number } {
  // Standard output belongs to the answer of the command line.
  const child = fork(PROGRAM, {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    pid: child.pid ?? 0,
    post: (message) => {
      if (child.connected) child.send(message);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.once('exit', listener);
      // It could not be started, or not be reached.
      child.on('error', listener);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
