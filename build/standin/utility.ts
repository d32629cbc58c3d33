// The child's side of a utility process, loaded before its own module: `process.parentPort`, and an end with the parent.
import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ParentPort } from 'electron';

const send = process.send?.bind(process);
const service = process.env.STANDIN_SERVICE;
delete process.env.STANDIN_SERVICE;
if (service) process.title = service;

const port = Object.assign(new EventEmitter(), {
  postMessage(message: unknown) {
    structuredClone(message); // throws for what cannot cross, as Electron does
    send?.(message);
  },
} satisfies Pick<ParentPort, 'postMessage'>);

// Messages wait inside Node until somebody listens, as they do in Electron: a module with a top-level await loses none.
port.on('newListener', (event) => {
  if (event !== 'message' || port.listenerCount('message') > 0) return;
  setImmediate(() => process.on('message', (data) => port.emit('message', { data, ports: [] })));
});

Object.assign(process, { parentPort: port, type: 'utility' });
Reflect.deleteProperty(process, 'send');

// The parent closes the channel when it dies, however it dies; a thread of its own notices it for a busy process too.
const die = (): boolean => process.kill(process.pid, 'SIGKILL');
process.once('disconnect', die);
const watch = `
const { ppid } = process;
setInterval(() => { if (process.ppid !== ppid) process.kill(process.pid, 'SIGKILL'); }, 200);
`;
new Worker(watch, { eval: true, execArgv: [], stdout: false }).unref();
