import { parentPort } from 'node:worker_threads';

/** In a worker program: answers each task of `runWorker` with what `handle` returns; a throw becomes a failed answer. */
export function serveWorker(handle: (input: unknown) => unknown): void {
  parentPort?.on('message', async (input: unknown) => {
    try {
      parentPort?.postMessage({ ok: true, value: await handle(input) });
    } catch (cause) {
      parentPort?.postMessage({
        ok: false,
        reason: cause instanceof Error ? cause.message : String(cause),
      });
    }
  });
}
