import type { Log } from '#electron/log/log.ts';
import { contract, type MethodName } from '#shared/ipc/contract.ts';
import type { Reply } from '#shared/ipc/messages.ts';
import { problem } from '#shared/kernel/problem.ts';
import type { Office } from './office.ts';
import type { Telling } from './telling.ts';

export interface AnsweringParts {
  /** The data that are open, once the start has come to its end: calls that came before wait for it. */
  readonly office: () => Promise<Pick<Office, 'app' | 'trouble' | 'ways' | 'train' | 'leave'> | undefined>;
  readonly telling: Pick<Telling, 'act'>;
  readonly log: Pick<Log, 'bug'>;
  /** Sends the answer of the call `id`. */
  readonly answer: (id: number, result: Reply) => void;
}

const BROKEN: Reply = problem({
  code: 'internal',
  what: 'L’app ha avuto un problema interno.',
  why: 'Quello che avevi salvato è al sicuro.',
  remedy: 'Riprova; se succede ancora, chiudi e riapri l’app.',
});

/** Answers the calls of the screens; no screen learns that an act is done before it learns what the act changed. */
export function answering({ office, telling, log, answer }: AnsweringParts) {
  const run = async (method: MethodName, input: unknown): Promise<Reply> => {
    const open = await office();
    if (!open) throw new Error('Il core non è partito.');
    if (method === 'core.openExample') return open.train(contract['core.openExample'].input.parse(input));
    if (method === 'core.leaveExample') return open.leave();
    if (method in open.ways) {
      const way = open.ways[method as keyof typeof open.ways] as (input: unknown) => Promise<Reply> | Reply;
      return way(contract[method].input.parse(input));
    }
    const trouble = open.trouble();
    if (trouble) return { ok: false, error: trouble };
    const app = open.app();
    if (!app) throw new Error('Il core non è partito.');
    return app.call(method, input);
  };
  return async (id: number, method: MethodName, input: unknown): Promise<void> => {
    const isQuestion = 'reads' in contract[method];
    const running = isQuestion ? run(method, input) : telling.act(() => run(method, input));
    const result = await running.catch((cause: unknown) => {
      log.bug(`chiamata ${id}`, cause);
      return BROKEN;
    });
    answer(id, result);
  };
}
