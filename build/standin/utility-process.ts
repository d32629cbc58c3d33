import { type ChildProcess, fork, type StdioOptions } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { constants } from 'node:os';
import type * as Electron from 'electron';
import type { UtilityProcess as ElectronUtilityProcess, ForkOptions } from 'electron';
import { registry } from './registry.ts';

const CHILD_SIDE = new URL('utility.ts', import.meta.url).href;
const KILL_MILLISECONDS = 2_000;

function stdioOf(wanted: ForkOptions['stdio']): StdioOptions {
  const [, output = 'inherit', errors = 'inherit'] = Array.isArray(wanted) ? wanted : [wanted, wanted, wanted];
  return ['ignore', output, errors, 'ipc'] as StdioOptions;
}

/** Electron's `UtilityProcess`: a Node process that dies with this one. */
class UtilityProcess
  extends EventEmitter
  implements Pick<ElectronUtilityProcess, 'pid' | 'stdout' | 'stderr' | 'postMessage' | 'kill'>
{
  readonly stdout: ChildProcess['stdout'];
  readonly stderr: ChildProcess['stderr'];
  pid: number | undefined;
  readonly #child: ChildProcess;

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super();
    this.#child = fork(modulePath, args, {
      execArgv: ['--import', CHILD_SIDE, ...(options.execArgv ?? [])],
      env: {
        ...(options.env ?? process.env),
        STANDIN_SERVICE: options.serviceName ?? '',
        STANDIN_PARENT: String(process.pid),
      },
      serialization: 'advanced',
      stdio: stdioOf(options.stdio),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    this.stdout = this.#child.stdout;
    this.stderr = this.#child.stderr;
    const killWithParent = (): boolean => this.#child.kill('SIGKILL');
    process.once('exit', killWithParent);
    this.#child.once('spawn', () => {
      this.pid = this.#child.pid;
      this.emit('spawn');
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('exit', (code, signal) => {
      process.off('exit', killWithParent);
      this.pid = undefined;
      this.emit('exit', code ?? (signal ? constants.signals[signal] : 1));
    });
  }

  postMessage(message: unknown): void {
    structuredClone(message); // throws for what cannot cross, as Electron does
    if (this.#child.connected) this.#child.send(message as object);
  }

  kill(): boolean {
    const killed = this.#child.kill();
    const force = setTimeout(() => this.#child.kill('SIGKILL'), KILL_MILLISECONDS);
    this.#child.once('exit', () => clearTimeout(force));
    return killed;
  }
}

/** Electron's `utilityProcess`. */
export const utilityProcess = {
  fork(modulePath, args = [], options = {}) {
    if (!registry.ready) throw new Error('utilityProcess cannot be created before app is ready.');
    return new UtilityProcess(modulePath, args, options) as unknown as ElectronUtilityProcess;
  },
} satisfies Pick<typeof Electron.utilityProcess, 'fork'>;
