import { type Transferable, Worker } from 'node:worker_threads';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** One piece of heavy or hostile work. */
export interface WorkerTask {
  /** The word that owns the worker program `electron/<word>/<name>.worker.ts`. */
  readonly word: string;
  readonly name: string;
  readonly input: unknown;
  readonly transfer?: readonly Transferable[];
  readonly timeoutMilliseconds: number;
  /** Bounds the JavaScript heap only: cap the size of the input before (buffers and WASM are not counted). */
  readonly heapMegabytes: number;
  /** How long the thread waits for another task of the same program before it ends; 0 = not at all. */
  readonly keepWarmMilliseconds?: number;
}

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };
interface WarmWorker {
  readonly worker: Worker;
  readonly end: NodeJS.Timeout;
}

const YOUNG_HEAP_MEGABYTES = 32;
/** So often the time of a task is counted. */
const BEATS = 20;
/** One beat counts for so many at most, however long it was: a computer that slept did not work meanwhile. */
const LONGEST_BEAT = 2;
const warm = new Map<string, WarmWorker>();

/** Sources run as they are from a checkout; in the packed app every worker program lies bundled in `out/workers`. */
function programOf({ word, name }: WorkerTask): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  return new URL(fromSource ? `../${word}/${name}.worker.ts` : `../workers/${name}.mjs`, import.meta.url);
}

/** Stops listening. Never all listeners at once: Node keeps some of its own on the worker, and without them it goes deaf. */
function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit'] as const) worker.removeAllListeners(event);
}

function takeWorker(task: WorkerTask): Worker {
  const kept = warm.get(task.name);
  if (kept) {
    warm.delete(task.name);
    clearTimeout(kept.end);
    forget(kept.worker);
    kept.worker.ref();
    return kept.worker;
  }
  return new Worker(programOf(task), {
    resourceLimits: { maxOldGenerationSizeMb: task.heapMegabytes, maxYoungGenerationSizeMb: YOUNG_HEAP_MEGABYTES },
  });
}

function leaveWorker(task: WorkerTask, worker: Worker): void {
  forget(worker);
  if (!task.keepWarmMilliseconds || warm.has(task.name)) {
    void worker.terminate();
    return;
  }
  const end = setTimeout(() => {
    warm.delete(task.name);
    void worker.terminate();
  }, task.keepWarmMilliseconds);
  end.unref();
  worker.unref();
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    clearTimeout(end);
    if (warm.get(task.name)?.worker === worker) warm.delete(task.name);
  });
  warm.set(task.name, { worker, end });
}

/**
 * Calls `over` once the program has been awake for `milliseconds`; returns how to give that up. A program that was
 * suspended (the lid of a laptop, a debugger) finds all its timers due at once, before it hears what its threads answered:
 * the time it slept does not count.
 */
function afterAwake(milliseconds: number, over: () => void): () => void {
  const beat = Math.max(1, milliseconds / BEATS);
  let [last, awake] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    awake += Math.min(now - last, beat * LONGEST_BEAT);
    last = now;
    if (awake < milliseconds) return;
    clearInterval(timer);
    over();
  }, beat);
  return () => clearInterval(timer);
}

/**
 * Runs one task in a worker thread, fresh or kept warm, and answers with what the program returns.
 * The problem codes are `work-too-long` (stopped at the time limit), `work-too-big` (out of memory) and `work-failed`.
 */
export function runWorker<Output>(task: WorkerTask): Promise<Result<Output, Problem>> {
  const worker = takeWorker(task);
  return new Promise((resolve) => {
    const fail = (result: Result<never, Problem>): void => {
      giveUpLimit();
      forget(worker);
      worker.on('error', () => undefined);
      void worker.terminate();
      resolve(result);
    };
    const giveUpLimit = afterAwake(task.timeoutMilliseconds, () => {
      const seconds = Math.round(task.timeoutMilliseconds / 1000);
      fail(
        problem({
          code: 'work-too-long',
          what: `Il lavoro è stato fermato dopo ${seconds} secondi.`,
          remedy: 'Riprova; se succede ancora, segnala il file.',
        }),
      );
    });
    worker.on('message', (answer: Answer) => {
      if (!answer.ok) {
        fail(
          problem({
            code: 'work-failed',
            what: 'Il lavoro non è riuscito.',
            why: answer.reason,
            remedy: 'Controlla il file e riprova.',
          }),
        );
        return;
      }
      giveUpLimit();
      leaveWorker(task, worker);
      resolve(ok(answer.value as Output));
    });
    worker.on('error', (cause: NodeJS.ErrnoException) => {
      const tooBig = cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      fail(
        tooBig
          ? problem({
              code: 'work-too-big',
              what: 'Il file richiede troppa memoria.',
              remedy: 'Usa un file più piccolo.',
            })
          : problem({
              code: 'work-failed',
              what: 'Il lavoro non è riuscito.',
              why: cause.message,
              remedy: 'Controlla il file e riprova.',
            }),
      );
    });
    worker.on('exit', () =>
      fail(problem({ code: 'work-failed', what: 'Il lavoro si è interrotto.', remedy: 'Riprova.' })),
    );
    worker.postMessage(task.input, task.transfer ?? []);
  });
}

/** Ends every worker kept warm: called when the core stops. */
export async function stopWorkers(): Promise<void> {
  const kept = [...warm.values()];
  warm.clear();
  for (const { end } of kept) clearTimeout(end);
  await Promise.all(kept.map(({ worker }) => worker.terminate()));
}
