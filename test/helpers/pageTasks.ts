/** How long the page of a real window stands still, by Chromium's own account of its tasks. */
import type { CDPSession, Page } from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: when, how long by the clock, how long of the processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

interface Trace {
  readonly session: CDPSession;
  readonly events: TraceEvent[];
}

export interface LongestTasks {
  /** By the clock: on a busy machine it holds what other programs took. */
  readonly clock: number;
  /** Of the processor. */
  readonly processor: number;
  /** The same, without the tasks that take in a message: of those the stand-in for Electron has a way of its own. */
  readonly withoutMessages: number;
  /** How many took more than 100 ms of the processor. */
  readonly over100: number;
}

const TASK = /(^|::)RunTask$/;
const MESSAGE = /mojo/i;
const LONG_MICROSECONDS = 100_000;
const LEAST_MICROSECONDS = 1_000;

/** From now on the tasks of the page are counted. */
export async function watchTasks(window: Page): Promise<Trace> {
  const session = await window.context().newCDPSession(window);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const traceConfig = { includedCategories: ['toplevel', '__metadata'], excludedCategories: ['*'] };
  await session.send('Tracing.start', { traceConfig, transferMode: 'ReportEvents' });
  return { session, events };
}

/** The longest tasks of the page since `watchTasks`, in milliseconds. */
export async function longestTasks({ session, events }: Trace): Promise<LongestTasks> {
  const complete = new Promise<unknown>((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const own = events.filter(({ ph, pid, tid }) => ph === 'X' && threads.has(`${pid} ${tid}`));
  const tasks = own.filter(({ name }) => TASK.test(name));
  const messages = own.filter(({ name, tdur = 0 }) => MESSAGE.test(name) && tdur > LEAST_MICROSECONDS);
  const takesMessage = (task: TraceEvent): boolean =>
    messages.some(({ ts, tdur = 0 }) => {
      const end = task.ts + (task.dur ?? 0);
      return ts >= task.ts && ts <= end && tdur > (task.tdur ?? 0) / 2;
    });
  const longest = (some: readonly number[]): number => Math.round(Math.max(0, ...some) / 1_000);
  const processor = (task: TraceEvent): number => task.tdur ?? 0;
  // The longest first: there are very many, and only a few have to be looked into.
  const other = tasks.toSorted((one, next) => processor(next) - processor(one)).find((task) => !takesMessage(task));
  return {
    clock: longest(tasks.map(({ dur = 0 }) => dur)),
    processor: longest(tasks.map(processor)),
    withoutMessages: longest(other ? [processor(other)] : []),
    over100: tasks.filter((task) => processor(task) > LONG_MICROSECONDS).length,
  };
}
