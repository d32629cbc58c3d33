// The child's side of a utility process, loaded before its own module: `process.parentPort`, and an end with the parent.
import { EventEmitter } from 'node:events';
import { isMainThread, Worker } from 'node:worker_threads';
import type { ParentPort } from 'electron';

function makePort(): EventEmitter {
  const send = process.send?.bind(process);
  Reflect.deleteProperty(process, 'send');
  const port = Object.assign(new EventEmitter(), {
    postMessage(message: unknown) {
      structuredClone(message); // throws for what cannot cross, as Electron does
      send?.(message);
    },
  } satisfies Pick<ParentPort, 'postMessage'>);
  // Messages wait inside Node until somebody listens, as in Electron: a module with a top-level await loses none.
  port.on('newListener', (event) => {
    if (event !== 'message' || port.listenerCount('message') > 0) return;
    setImmediate(() => process.on('message', (data) => port.emit('message', { data, ports: [] })));
  });
  return port;
}

function dieWith(parent: number): void {
  // Ctrl+C in a terminal reaches this process too; the parent ends it in order.
  process.on('SIGINT', () => undefined);
  // The parent closes the channel when it dies, however it dies; a thread notices it for a busy process too.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  const watch = `setInterval(() => { if (process.ppid !== ${parent}) process.kill(process.pid, 'SIGKILL'); }, 200);`;
  new Worker(watch, { eval: true }).unref();
}

// Node loads this file into the threads of the process as well, where nothing is to be done.
if (isMainThread) {
  const { STANDIN_SERVICE: service, STANDIN_PARENT: parent } = process.env;
  delete process.env.STANDIN_SERVICE;
  delete process.env.STANDIN_PARENT;
  process.execArgv.splice(0, 2); // what loaded this file: not for the processes that the app forks from here
  if (service) process.title = service;
  Object.assign(process, { parentPort: makePort(), type: 'utility' });
  dieWith(Number(parent));
}
