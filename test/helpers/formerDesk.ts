/** What the former version left (test/cases/former): copies of its data, and a running desk of its own program. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { temporaryFolder } from './folders.ts';
import type { answersOf } from './formerAnswers.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FORMER = join(ROOT, 'test', 'cases', 'former');

/** What the former version answered, and the moment at which it was asked. */
export interface FormerAnswers {
  readonly now: string;
  readonly period: string;
  readonly answers: Awaited<ReturnType<typeof answersOf>>;
}

/** The former version called an e-mail asked that it had only written: nobody knows whether somebody sent it (P66). */
const asNow = (job: FormerAnswers['answers']['queue'][number]) =>
  job.route === 'e-mail alla ditta' && job.state === 'handedOver' ? { ...job, state: 'toPost' } : job;

/** The frozen answers of a desk that read the register, or of the one whose workspace is kept. */
export function formerAnswers(of: 'register' | 'workspace'): FormerAnswers {
  const { answers, ...rest } = JSON.parse(readFileSync(join(FORMER, `${of}.json`), 'utf8')) as FormerAnswers;
  return { ...rest, answers: { ...answers, queue: answers.queue.map(asNow) } };
}

/** So many days before the moment the former version was asked its town began. */
const DAYS_OF_WORK = 120;

/** Every day of the work of the former desks, and those of what they had planned. */
export function daysUpTo(now: Instant): readonly Day[] {
  const { day } = romeOf(now);
  return Array.from({ length: 2 * DAYS_OF_WORK }, (_, index) => addDays(day, index - DAYS_OF_WORK));
}

/** A copy of the folder that desks of the former version shared, as the path a person chooses. */
export function formerRegister(): string {
  const folder = temporaryFolder();
  cpSync(join(FORMER, 'register'), folder, { recursive: true });
  return folder;
}

/** A copy of the data of a desk of the former version. */
export function formerWorkspace(): string {
  const folder = temporaryFolder();
  cpSync(join(FORMER, 'workspace'), folder, { recursive: true });
  const packed = join(folder, 'avvisi.db.br');
  writeFileSync(join(folder, 'avvisi.db'), brotliDecompressSync(readFileSync(packed)));
  rmSync(packed);
  return folder;
}

/** A desk of the former version in a process of its own; its clock stands still until it is set. */
export interface FormerDesk {
  /** Folder of the desk's own data. */
  readonly folder: string;
  /** Runs a use-case by name; answers with its result. */
  readonly call: (method: string, input: unknown) => Promise<unknown>;
  /** Puts the invented people into a register that knows nobody yet. */
  readonly seed: () => Promise<void>;
  /** One exchange with the other desks, then the effects that are due. */
  readonly exchange: () => Promise<void>;
  /** Another moment on its clock, another answer when it asks for a folder or a file. */
  readonly set: (changes: { readonly moment?: string; readonly chosen?: string }) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts the program of the former version; it ends with the test. */
export async function startFormerDesk(name: string, moment: string, chosen: string): Promise<FormerDesk> {
  const place = temporaryFolder();
  const program = join(place, 'desk.mjs');
  writeFileSync(program, brotliDecompressSync(readFileSync(join(FORMER, 'desk.mjs.br'))));
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'), 'junction');
  const child = fork(program, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    if (child.connected) child.disconnect();
    await ended;
  });
  const waiting = new Map<number, (reply: unknown) => void>();
  child.on('message', ({ id, reply }: { id: number; reply: unknown }) => waiting.get(id)?.(reply));
  let last = 0;
  const say = async (word: string, input: unknown = {}): Promise<unknown> => {
    const id = ++last;
    const reply = new Promise((resolve) => waiting.set(id, resolve));
    child.send({ id, word, input });
    return Promise.race([
      reply,
      ended.then(() => {
        throw new Error(`La postazione della versione precedente è finita a «${word}».`);
      }),
    ]);
  };
  const folder = join(place, 'dati');
  await say('open', { name, folder, moment, chosen });
  const done = (word: string) => async (): Promise<void> => void (await say(word));
  return {
    folder,
    call: say,
    seed: done('seed'),
    exchange: done('exchange'),
    set: async (changes) => void (await say('set', changes)),
    close: done('close'),
  };
}
