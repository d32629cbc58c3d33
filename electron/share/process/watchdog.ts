import type { z } from 'zod';
import { shareError } from '#electron/share/folder/shareError.ts';
import { aliveSchema, type Operation, type ShareReply, type ShareRequest, shareReplySchema } from './requests.ts';

/** A running process that touches the network drive. */
export interface ShareProcess {
  readonly post: (message: ShareRequest) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: () => void) => void;
  /** At once and for good: it may be hanging. */
  readonly kill: () => void;
}
export type SpawnShare = () => ShareProcess;

/** Does `work` after some milliseconds; the answer takes it back. */
export type After = (milliseconds: number, work: () => void) => () => void;

/** The line to the process of the network drive; there is one process at a time, started when it is needed. */
export interface ShareLine {
  /**
   * What the drive answers to an operation. Rejects with the code of the drive; `ETIMEDOUT` when it does not answer,
   * `ENOTCONN` when its process ended or may not be started yet.
   */
  readonly call: <Value>(operation: Operation, answer: z.ZodType<Value>) => Promise<Value>;
  /** Ends the process; calls that wait, and all later ones, reject with `ENOTCONN`. */
  readonly close: () => void;
}

interface Call {
  readonly operation: Operation;
  readonly settle: (reply: ShareReply) => void;
  readonly reject: (cause: Error) => void;
}

/** How many calls run at once: as many as Node works on files, so that none waits in the process unseen. */
const AT_ONCE = 4;
const ANSWER_MILLISECONDS = 10_000;
const FIRST_PAUSE_MILLISECONDS = 5_000;
const LONGEST_PAUSE_MILLISECONDS = 120_000;
/** Killed processes that the system cannot end yet, because their calls hang in it. */
const MOST_LINGERING = 4;

const SILENT = shareError('ETIMEDOUT', 'la cartella condivisa non risponde');
const ENDED = shareError('ENOTCONN', 'il programma della cartella condivisa si è interrotto');
const RESTING = shareError('ENOTCONN', 'la cartella condivisa non rispondeva: si riprova tra poco');
const CLOSED = shareError('ENOTCONN', 'la cartella condivisa è stata lasciata');

const realAfter: After = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Watches over the process of the network drive: after 10 seconds without an answer to a call or a sign that it goes on,
 * all calls that wait are rejected and the process is killed; the next call after a pause, from 5 seconds to 2 minutes,
 * starts another. With `idleMilliseconds` a process that nobody asked anything for so long ends; the next call starts one.
 */
export function shareLine(spawn: SpawnShare, after: After = realAfter, idleMilliseconds?: number): ShareLine {
  const queue: Call[] = [];
  const sent = new Map<number, Call & { cancel: () => void }>();
  const lingering = new Set<ShareProcess>();
  let running: ShareProcess | undefined;
  let lastId = 0;
  let failures = 0;
  let wake: (() => void) | undefined;
  let sleep: (() => void) | undefined;
  let closed = false;

  /** Lets go of the process and rejects whatever waits for it. */
  const drop = (cause: Error): void => {
    const dropped = running;
    running = undefined;
    sleep?.();
    sleep = undefined;
    if (dropped) {
      lingering.add(dropped);
      dropped.kill();
    }
    const waiting = [...sent.values(), ...queue.splice(0)];
    for (const { cancel } of sent.values()) cancel();
    sent.clear();
    for (const { reject } of waiting) reject(cause);
  };

  const rest = (cause: Error): void => {
    const pause = Math.min(FIRST_PAUSE_MILLISECONDS * 2 ** failures, LONGEST_PAUSE_MILLISECONDS);
    failures++;
    wake = after(pause, () => {
      wake = undefined;
    });
    drop(cause);
  };

  const watch = (): (() => void) => after(ANSWER_MILLISECONDS, () => rest(SILENT));
  const waitIdle = (): void => {
    if (idleMilliseconds === undefined || sent.size > 0) return;
    sleep = after(idleMilliseconds, () => drop(CLOSED));
  };

  const receive = (raw: unknown): void => {
    const goesOn = sent.get(aliveSchema.safeParse(raw).data?.id ?? 0);
    if (goesOn) {
      goesOn.cancel();
      goesOn.cancel = watch();
      return;
    }
    const reply = shareReplySchema.safeParse(raw).data;
    const call = reply && sent.get(reply.id);
    if (!call) return;
    failures = 0;
    sent.delete(reply.id);
    call.cancel();
    call.settle(reply);
    sendWaiting();
    waitIdle();
  };

  const start = (): ShareProcess => {
    const started = spawn();
    started.onMessage((raw) => {
      if (started === running) receive(raw);
    });
    started.onExit(() => {
      const wasRunning = started === running;
      if (wasRunning) rest(ENDED);
      lingering.delete(started);
    });
    return started;
  };

  function sendWaiting(): void {
    while (sent.size < AT_ONCE) {
      const call = queue.shift();
      if (!call) return;
      sleep?.();
      sleep = undefined;
      const id = ++lastId;
      sent.set(id, { ...call, cancel: watch() });
      try {
        running ??= start();
        running.post({ id, operation: call.operation });
      } catch (cause) {
        rest(shareError('ENOTCONN', 'il programma della cartella condivisa non parte', { cause }));
        return;
      }
    }
  }

  return {
    call: (operation, answer) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(CLOSED);
        if (wake || lingering.size >= MOST_LINGERING) return reject(RESTING);
        const settle = (reply: ShareReply): void => {
          const value = reply.ok ? answer.safeParse(reply.value) : undefined;
          if (!reply.ok) reject(shareError(reply.code, reply.message));
          else if (value?.success) resolve(value.data);
          else reject(new Error('La cartella condivisa ha risposto fuori protocollo.', { cause: value?.error }));
        };
        queue.push({ operation, settle, reject });
        sendWaiting();
      }),
    close: () => {
      closed = true;
      wake?.();
      drop(CLOSED);
    },
  };
}
