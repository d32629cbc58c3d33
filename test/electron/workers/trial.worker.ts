/** A worker program that does as it is told: well, badly, or not at all. */
import { threadId } from 'node:worker_threads';
import { serveWorker } from '#electron/workers/serve.ts';

export type Trial = 'double' | 'thread' | 'throw' | 'hang' | 'eat-memory' | 'exit' | 'answer-then-exit' | 'measure';

let tasks = 0;

serveWorker(async (input) => {
  const { what, value } = input as { readonly what: Trial; readonly value?: unknown };
  tasks++;
  switch (what) {
    case 'double':
      return Number(value) * 2;
    case 'thread':
      return { threadId, tasks };
    case 'throw':
      throw new Error('il file non è una tabella');
    case 'hang':
      for (;;);
    case 'eat-memory': {
      const eaten: number[][] = [];
      for (;;) eaten.push(Array.from({ length: 100_000 }, (_, index) => index));
    }
    case 'exit':
      return process.exit(3);
    case 'answer-then-exit':
      setTimeout(() => process.exit(0), 20);
      return 'fatto';
    case 'measure':
      return (value as ArrayBuffer).byteLength;
  }
});
