import { z } from 'zod';
import type { WindowEvent } from '#shared/ipc/events.ts';
import { type Ask, fromCoreSchema, type Reply, type StartMessage, type ToCore } from '#shared/ipc/messages.ts';
import type { MethodName } from '#shared/ipc/methods.ts';
import { assertNever } from '#shared/kernel/never.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err } from '#shared/kernel/result.ts';
import { createCrashLimit } from './crashLimit.ts';
import { CORE_BROKEN_ANSWER, CORE_GIVEN_UP, CORE_RESTARTED, CORE_RESTARTING, HELP_FAILED } from './problems.ts';
import { relayShare, type ShareChild } from './shareProcess.ts';

/** The part of Electron's `UtilityProcess` the supervisor uses: tests give it a fake one. */
interface CoreChild {
  postMessage(message: ToCore): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

interface CoreOptions {
  readonly fork: () => CoreChild;
  /** Starts a process of the network drive for the core. */
  readonly forkShare: () => ShareChild;
  readonly start: Omit<StartMessage, 'kind'>;
  readonly onEvent: (event: WindowEvent) => void;
  /** Called once when the core cannot run any more: told to the user even when no screen is up. */
  readonly onStopped: (problem: Problem) => void;
  /** Does what only the shell can do for the core. */
  readonly help: (ask: Ask, hosts: readonly string[]) => Promise<Reply>;
}

export interface Core {
  /** Answers with the core's reply, or with a problem when the core is down or dies meanwhile. Never rejects. */
  readonly call: (method: MethodName, input: unknown) => Promise<Reply>;
  /** The institutional hosts the core told last. */
  readonly hosts: () => readonly string[];
  /** Asks the core to end, waits for it, and kills it when it takes too long. */
  readonly stop: () => Promise<void>;
}

/** Pause before the first, second … restart after crashes close to each other, in milliseconds. */
const RESTART_PAUSES = [250, 1_000] as const;
const STOP_LIMIT_MILLISECONDS = 5_000;
/** What is left of an answer that does not fit the protocol: enough to free the call that waits for it. */
const brokenAnswerSchema = z.object({ kind: z.literal('answer'), id: z.number() });

/**
 * Starts the core and keeps it running: after a crash it starts again, and after three crashes in a minute it gives up.
 * Calls that wait when the core dies get the problem `core-restarting`; at the first start they wait for the core.
 */
export function superviseCore(options: CoreOptions): Core {
  const waiting = new Map<number, (reply: Reply) => void>();
  const crashes = createCrashLimit(RESTART_PAUSES);
  let lastId = 0;
  let hosts: readonly string[] = [];
  let child: CoreChild | undefined;
  /** What a call gets without asking the core; undefined while the core can be asked. */
  let down: Problem | undefined;
  let restarted = false;
  let stopping: Promise<void> | undefined;
  let onExit: (() => void) | undefined;
  const share = relayShare(options.forkShare, (message) => child?.postMessage(message));

  const answer = (id: number, reply: Reply): void => {
    waiting.get(id)?.(reply);
    waiting.delete(id);
  };
  const answerAll = (problem: Problem): void => {
    for (const id of [...waiting.keys()]) answer(id, err(problem));
  };
  const giveUp = (problem: Problem): void => {
    down = problem;
    answerAll(problem);
    options.onEvent({ name: 'stopped', problem });
    options.onStopped(problem);
  };

  const helpCore = async (from: CoreChild, id: number, ask: Ask): Promise<void> => {
    const result = await options.help(ask, hosts).catch((cause: unknown): Reply => {
      console.error('Una richiesta del core non è riuscita.', cause);
      return err(HELP_FAILED);
    });
    if (from === child) from.postMessage({ kind: 'told', id, result });
  };

  const receive = (from: CoreChild, raw: unknown): void => {
    const parsed = fromCoreSchema.safeParse(raw);
    if (!parsed.success) {
      console.error('Il core ha mandato un messaggio che non rispetta il protocollo.', parsed.error.message);
      const broken = brokenAnswerSchema.safeParse(raw);
      if (broken.success) answer(broken.data.id, err(CORE_BROKEN_ANSWER));
      return;
    }
    const message = parsed.data;
    switch (message.kind) {
      case 'ready':
        down = undefined;
        if (restarted) options.onEvent({ name: 'restarted', problem: CORE_RESTARTED });
        return;
      case 'failed':
        giveUp(message.problem);
        return;
      case 'answer':
        answer(message.id, message.result);
        return;
      case 'event':
        options.onEvent(message.event);
        return;
      case 'hosts':
        hosts = message.hosts;
        return;
      case 'ask':
        void helpCore(from, message.id, message.ask);
        return;
      case 'share-start':
      case 'to-share':
      case 'share-kill':
        share.receive(message);
        return;
      default:
        assertNever(message, 'Messaggio del core');
    }
  };

  const ended = (): void => {
    child = undefined;
    share.end();
    onExit?.();
    if (stopping !== undefined) {
      answerAll(CORE_RESTARTING);
      return;
    }
    if (down && down !== CORE_RESTARTING) return;
    const pause = crashes.pauseAfterCrash();
    if (pause === undefined) {
      giveUp(CORE_GIVEN_UP);
      return;
    }
    down = CORE_RESTARTING;
    answerAll(CORE_RESTARTING);
    restarted = true;
    setTimeout(start, pause);
  };

  function start(): void {
    if (stopping !== undefined) return;
    const started = options.fork();
    child = started;
    started.on('message', (raw) => {
      if (started === child) receive(started, raw);
    });
    started.on('exit', () => {
      if (started === child) ended();
    });
    started.postMessage({ kind: 'start', ...options.start });
  }

  const endCore = (running: CoreChild): Promise<void> =>
    new Promise((resolve) => {
      const limit = setTimeout(() => running.kill(), STOP_LIMIT_MILLISECONDS);
      onExit = () => {
        clearTimeout(limit);
        resolve();
      };
      running.postMessage({ kind: 'stop' });
    });

  start();
  return {
    call: (method, input) => {
      if (down || !child) return Promise.resolve(err(down ?? CORE_RESTARTING));
      const running = child;
      const id = ++lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        running.postMessage({ kind: 'call', id, method, input });
      });
    },
    hosts: () => hosts,
    stop: () => {
      stopping ??= child ? endCore(child) : Promise.resolve();
      return stopping;
    },
  };
}
