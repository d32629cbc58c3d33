import { spawnSync } from 'node:child_process';
import { existsSync, openSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { standinFolder } from './boot.ts';

/** What a second start tells the first. */
export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

const NAME = 'instance.sock';
const DELIVERED = 0;

/** Runs in a process of its own, so that the answer is known before the caller goes on. */
const MESSENGER = `
const [folder, message] = process.argv.slice(1);
const descriptor = require('node:fs').openSync(folder);
const socket = require('node:net').connect('/proc/self/fd/' + descriptor + '/${NAME}');
socket.on('connect', () => socket.end(message));
socket.on('close', (failed) => process.exit(failed ? 1 : ${DELIVERED}));
socket.on('error', () => undefined);
`;

function deliver(folder: string, message: SecondInstance): boolean {
  const { status } = spawnSync(process.execPath, ['-e', MESSENGER, folder, JSON.stringify(message)]);
  return status === DELIVERED;
}

/**
 * Takes the lock of `userData`, or hands `message` to the process that holds it.
 * Returns the server that listens for further starts, or `undefined` when another process holds the lock.
 */
export function takeInstanceLock(
  userData: string,
  message: SecondInstance,
  onSecond: (second: SecondInstance) => void,
): Server | undefined {
  const folder = standinFolder(userData);
  // A socket's path may have about 100 characters only; through the open folder it is always short.
  const path = `/proc/self/fd/${openSync(folder, 'r')}/${NAME}`;
  if (existsSync(path)) {
    if (deliver(folder, message)) return undefined;
    rmSync(path);
  }
  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    socket.on('end', () => onSecond(JSON.parse(text) as SecondInstance));
    socket.on('error', () => undefined);
  });
  return server.listen(path).unref();
}
