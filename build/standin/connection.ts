import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright';
import { browserFlags } from './chromium.ts';

/** One DevTools session: commands and events of the browser or of one page, typed by Playwright's protocol types. */
export type Link = Pick<CDPSession, 'send' | 'on'>;

interface Waiting {
  readonly method: string;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: never;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

const LAST_WORDS_LENGTH = 1_000;

/** Splits a stream of texts that each end with a zero byte. */
function onTexts(stream: Readable, use: (text: string) => void): void {
  let parts: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      use(Buffer.concat([...parts, chunk.subarray(from, end)]).toString('utf8'));
      parts = [];
      from = end + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  });
}

/** Owns one Chromium process and speaks the raw DevTools protocol over its pipe: no dependency, no open port. */
export class Connection {
  readonly process: ChildProcess;
  /** Settles when the process has ended. */
  readonly ended: Promise<void>;
  /** The end of what Chromium wrote to its standard error: why it ended, when it did not start. */
  lastWords = '';
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();
  readonly #events = new EventEmitter().setMaxListeners(0);
  #alive = true;

  constructor(program: string, profile: string, debuggingPort: number | undefined) {
    this.process = spawn(program, browserFlags(profile, debuggingPort), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    this.ended = new Promise((resolve) => {
      const end = (): void => {
        this.#alive = false;
        for (const { method, reject } of this.#waiting.values()) reject(new Error(`${method}: Chromium has ended`));
        this.#waiting.clear();
        resolve();
      };
      this.process.once('exit', end);
      this.process.once('error', end);
    });
    const [, , errors, commands, answers] = this.process.stdio;
    (commands as Writable).on('error', () => undefined); // the end of the process is reported by `ended`
    onTexts(answers as Readable, (text) => this.#receive(JSON.parse(text) as Message));
    (errors as Readable).setEncoding('utf8').on('data', (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-LAST_WORDS_LENGTH);
      for (const line of text.split('\n')) {
        // Playwright waits for this line, on the standard error of the program it started.
        if (line.startsWith('DevTools listening on')) process.stderr.write(`${line}\n`);
        else if (process.env.STANDIN_VERBOSE && line) process.stderr.write(`[chromium] ${line}\n`);
      }
    });
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** The commands and events of one session; without an id those of the browser itself. */
  link(sessionId?: string): Link {
    const send = (method: string, params: unknown = {}): Promise<never> => this.#send(method, params, sessionId);
    const on = (event: string | symbol, listener: (params: unknown) => void): void => {
      this.#events.on(`${sessionId ?? ''}:${String(event)}`, listener);
    };
    return { send, on } as unknown as Link;
  }

  #send(method: string, params: unknown, sessionId: string | undefined): Promise<never> {
    if (!this.#alive) return Promise.reject(new Error(`${method}: Chromium has ended`));
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { method, resolve, reject });
      (this.process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      this.#events.emit(`${message.sessionId ?? ''}:${message.method}`, message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result as never);
  }
}
