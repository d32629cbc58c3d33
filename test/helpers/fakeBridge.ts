/**
 * A `window.puntosi` without a core: it answers the contract from the invented town of Valdombra and keeps what is done
 * with the pure rules of `shared/`, so that a screen behaves as with the real one. It runs in Node and in a page.
 */
import '#renderer/withoutEval.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { Input } from '#shared/ipc/contract.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import type { Reply } from '#shared/ipc/messages.ts';
import type { MethodName } from '#shared/ipc/methods.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { type FakeDeskOptions, fakeDesk } from './fakeDesk.ts';
import { fakeHandlers } from './fakeHandlers.ts';
import type { FakeRegisterOptions } from './fakeRegister.ts';
import type { FakeReportOptions } from './fakeReport.ts';

export interface FakeBridgeOptions extends FakeDeskOptions, FakeReportOptions, FakeRegisterOptions {
  /** Methods that do not succeed, with their problem. */
  readonly problems?: Partial<Readonly<Record<MethodName, Problem>>>;
  /** Files that reading the mailbox stumbles over. */
  readonly unreadable?: readonly { readonly name: string; readonly problem: Problem }[];
}

export interface FakeCall {
  readonly method: MethodName;
  readonly input: unknown;
}

export interface FakeBridge extends Bridge {
  /** Every call so far, in order. */
  readonly calls: readonly FakeCall[];
  /** The inputs of one method so far. */
  readonly inputsOf: <Method extends MethodName>(method: Method) => readonly Input<Method>[];
  /** Tells the screens something, as the core or the shell would. */
  readonly emit: (event: WindowEvent) => void;
  /** From now on `method` answers with this problem; without one it works again. */
  readonly fail: (method: MethodName, problem?: Problem) => void;
  /** From now on `method` never answers: the screen keeps loading. */
  readonly hush: (method: MethodName) => void;
}

const READS: readonly MethodName[] = [
  'service.status',
  'service.pressure',
  'requests.list',
  'requests.get',
  'requests.askDraft',
  'requests.pictures',
  'requests.saveAttachment',
  'requests.similar',
  'requests.series',
  'requests.viewing',
  'drafts.waiting',
  'drafts.pack',
  'drafts.toRegularise',
  'people.roster',
  'queue.list',
  'register.list',
  'register.search',
  'register.page',
  'register.place',
  'register.get',
  'register.view',
  'register.export',
  'register.openExport',
  'report.get',
  'report.previewStatement',
  'shell.openLink',
  'shell.copyText',
];

const notFaked = (method: MethodName): Reply =>
  problem('not-faked', `Il finto ponte non sa rispondere a ${method}.`, 'Aggiungilo in test/helpers/fakeHandlers.ts.');

/** A bridge to put at `window.puntosi`. Answers come in a later microtask; a change is told as the core tells it. */
export function fakeBridge(options: FakeBridgeOptions = {}): FakeBridge {
  const bare = options.fresh === true || options.empty === true;
  const handlers = fakeHandlers(fakeDesk(options), {
    bare,
    unreadable: options.unreadable ?? [],
    report: options,
    register: options,
  });
  const problems = new Map(Object.entries(options.problems ?? {}));
  const listeners = new Set<(event: WindowEvent) => void>();
  const hushed = new Set<MethodName>();
  const calls: FakeCall[] = [];
  const emit = (event: WindowEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const call = async (method: MethodName, input: unknown): Promise<Reply> => {
    calls.push({ method, input });
    if (hushed.has(method)) return new Promise(() => undefined);
    const failed = problems.get(method);
    if (failed) return { ok: false, error: failed };
    const handler = handlers[method] as ((input: unknown) => Reply) | undefined;
    const reply = handler ? handler(input) : notFaked(method);
    if (reply.ok && !READS.includes(method))
      queueMicrotask(() => emit({ name: 'changed', topics: ['requests', 'drafts'] }));
    return reply;
  };
  return {
    call,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    platform: { system: 'linux' },
    calls,
    inputsOf: (method) => calls.filter((one) => one.method === method).map((one) => one.input as never),
    emit,
    hush: (method) => {
      hushed.add(method);
    },
    fail: (method, failure) => {
      if (failure) problems.set(method, failure);
      else problems.delete(method);
    },
  };
}
