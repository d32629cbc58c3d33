import { z } from 'zod';
import type { Log } from '#electron/log/log.ts';
import type { MethodName } from '#shared/ipc/contract.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import { type Ask, fromCoreSchema, type Reply, type StartMessage, type ToCore } from '#shared/ipc/messages.ts';
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
  /** A fatal error of V8; without a listener it would end the shell. */
  on(event: 'error', listener: (kind: string) => void): unknown;
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
  readonly log: Pick<Log, 'bug' | 'note'>;
}

export interface Core {
  /** Answers with the core's reply, or with a problem when the core is down or dies meanwhile. Never rejects. */
  readonly call: (method: MethodName, input: unknown) => Promise<Reply>;
  /** The institutional hosts the core told last. */
  readonly hosts: () => readonly string[];
  /** Asks the core to end, waits for it, and kills it when it takes too long. */
  readonly stop: () => Promise<void>;
  /** Ends the core and starts the program anew, which counts as no crash; resolves when the old one is gone. */
  readonly restart: () => Promise<void>;
}

/** Pause before the first, second … restart after crashes close to each other, in milliseconds. */
const RESTART_PAUSES = [250, 1_000] as const;
const STOP_LIMIT_MILLISECONDS = 5_000;
/** What is left of an answer that does not fit the protocol: enough to free the call that waits for it. */
const brokenAnswerSchema = z.object({ kind: z.literal('answer'), id: z.number() });

/** The end of a core that nobody asked for; on Windows the code says why (`EXIT_3221225477` is an access violation). */
const coreEnded = (code: number): Error =>
  Object.assign(new Error('Il core è finito da solo.'), { code: `EXIT_${code}`, stack: '' });

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
  let isReplaced = false;
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
    options.log.note(`il core non lavora più: ${problem.code}`);
    down = problem;
    answerAll(problem);
    options.onEvent({ name: 'stopped', problem });
    options.onStopped(problem);
  };

  const helpCore = async (from: CoreChild, id: number, ask: Ask): Promise<void> => {
    const result = await options.help(ask, hosts).catch((cause: unknown): Reply => {
      options.log.bug('richiesta del core', cause);
      return err(HELP_FAILED);
    });
    if (from === child) from.postMessage({ kind: 'told', id, result });
  };

  const receive = (from: CoreChild, raw: unknown): void => {
    const parsed = fromCoreSchema.safeParse(raw);
    if (!parsed.success) {
      options.log.bug('messaggio del core', parsed.error);
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

  const ended = (code: number): void => {
    child = undefined;
    share.end();
    onExit?.();
    if (stopping !== undefined) {
      answerAll(CORE_RESTARTING);
      return;
    }
    if (isReplaced) {
      isReplaced = false;
      down = undefined;
      answerAll(CORE_RESTARTING);
      restarted = true;
      start();
      return;
    }
    if (down && down !== CORE_RESTARTING) return;
    options.log.bug('core', coreEnded(code));
    const pause = crashes.pauseAfterCrash();
    if (pause === undefined) {
      giveUp(CORE_GIVEN_UP);
      return;
    }
    options.log.note(`il core riparte tra ${pause} ms`);
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
    started.on('exit', (code) => {
      if (started === child) ended(code);
    });
    started.on('error', (kind) => {
      options.log.bug('core', Object.assign(new Error('Il core non può continuare.'), { code: kind, stack: '' }));
      // Its exit follows: that is what starts it again, when its data are free.
      if (started === child) started.kill();
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
    restart: () => {
      if (!child || isReplaced) return Promise.resolve();
      isReplaced = true;
      return endCore(child);
    },
  };
}
