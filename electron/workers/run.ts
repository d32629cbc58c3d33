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
 * Runs one task in a worker thread, fresh or kept warm, and answers with what the program returns.
 * The problem codes are `work-too-long` (stopped at the time limit), `work-too-big` (out of memory) and `work-failed`.
 */
export function runWorker<Output>(task: WorkerTask): Promise<Result<Output, Problem>> {
  const worker = takeWorker(task);
  return new Promise((resolve) => {
    const fail = (result: Result<never, Problem>): void => {
      clearTimeout(limit);
      forget(worker);
      worker.on('error', () => undefined);
      void worker.terminate();
      resolve(result);
    };
    const limit = setTimeout(() => {
      const seconds = Math.round(task.timeoutMilliseconds / 1000);
      fail(
        problem(
          'work-too-long',
          `Il lavoro è stato fermato dopo ${seconds} secondi.`,
          'Riprova; se succede ancora, segnala il file.',
        ),
      );
    }, task.timeoutMilliseconds);
    worker.on('message', (answer: Answer) => {
      if (!answer.ok) {
        fail(problem('work-failed', `Il lavoro non è riuscito: ${answer.reason}`, 'Controlla il file e riprova.'));
        return;
      }
      clearTimeout(limit);
      leaveWorker(task, worker);
      resolve(ok(answer.value as Output));
    });
    worker.on('error', (cause: NodeJS.ErrnoException) => {
      const tooBig = cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      fail(
        tooBig
          ? problem('work-too-big', 'Il file richiede troppa memoria.', 'Usa un file più piccolo.')
          : problem('work-failed', `Il lavoro non è riuscito: ${cause.message}`, 'Controlla il file e riprova.'),
      );
    });
    worker.on('exit', () => fail(problem('work-failed', 'Il lavoro si è interrotto.', 'Riprova.')));
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
