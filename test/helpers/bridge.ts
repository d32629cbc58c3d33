/**
 * A `window.puntosi` over the real core: `openApp` on a folder that holds the invented town on the morning of
 * 24 November 2026, on a clock that stands still. Only what the core cannot bring about is put in its place: a problem, an
 * answer that never comes, a changed answer (how other desks are reached).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { type Input, isAppMethod, type MethodName, type Output } from '#shared/ipc/contract.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import type { Ask, Reply } from '#shared/ipc/messages.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { peopleFact } from '#shared/people/facts.ts';
import type { Absence } from '#shared/people/person.ts';
import { stopAll } from '#shared/queue/stop.ts';
import type { ShareView } from '#shared/service/share.ts';
import type { Status } from '#shared/service/status.ts';
import { must, type TestClock } from './desk.ts';
import { temporaryFolder } from './folders.ts';
import { INVOICE_NAME, invoiceFile, STATEMENT_NAME, statementFile } from './morning/report.ts';
import { DESK_NAME, fill, layOut, MORNING, type MorningOptions } from './morning/seed.ts';
import { told } from './morning/told.ts';
import { openTownApp } from './openTown.ts';

export interface BridgeOptions extends MorningOptions {
  /** Tuesday 24 November 2026, 09:12 in Rome, when not given. */
  readonly now?: Instant;
  /** Who sits at the desk, by id: `bellin` (operator), `vidal` (head) or `zennaro` (operator); null = nobody said. */
  readonly person?: string | null;
  readonly training?: boolean;
  /** Who is away; nobody when not given. */
  readonly absences?: readonly Absence[];
  /** Why and when somebody stopped all sendings: Ornella Vidal, when she did. */
  readonly stopped?: { readonly at: Instant; readonly why: string };
  /** How reading the mailbox went last, when not as usual. */
  readonly mailbox?: Pick<Status['mailbox'], 'checkedAt' | 'problem'>;
  /** Whether a person chose where the e-mails arrive (P20); without it where the desk is not fresh. */
  readonly connects?: boolean;
  /** Put in the place of the real one: how the exchange with the other desks stands. */
  readonly share?: ShareView;
  /** Methods that do not succeed, with their problem. */
  readonly problems?: Partial<Readonly<Record<MethodName, Problem>>>;
}

export interface BridgeCall {
  readonly method: MethodName;
  readonly input: unknown;
}

export interface TestBridge extends Bridge {
  /** Every call so far, in order. */
  readonly calls: readonly BridgeCall[];
  /** The inputs of one method so far. */
  readonly inputsOf: <Method extends MethodName>(method: Method) => readonly Input<Method>[];
  /** Asks the core without leaving a trace in `calls`; throws on a problem. */
  readonly ask: <Method extends MethodName>(method: Method, input: Input<Method>) => Promise<Output<Method>>;
  /** What a screen asks the shell of the app to show or to choose. */
  readonly asked: readonly Ask[];
  readonly clock: TestClock;
  /** Folder of the desk's own data: what lies in its `posta` arrives with the next look at the mailbox. */
  readonly folder: string;
  /** Tells the screens something, as the core or the shell would. */
  readonly emit: (event: WindowEvent) => void;
  /** From now on `method` answers with this problem; without one it works again. */
  readonly fail: (method: MethodName, problem?: Problem) => void;
  /** From now on `method` never answers: the screen keeps loading. */
  readonly hush: (method: MethodName) => void;
  /** From now on what `method` answers is changed: for what the core cannot bring about by itself. */
  readonly alter: <Method extends MethodName>(method: Method, change: (real: Output<Method>) => Output<Method>) => void;
}

/** Every page of the institutional site is there. */
const pages: typeof fetch = async () =>
  new Response('<title>La notizia</title>', { headers: { 'content-type': 'text/html' } });

/** What is told or remembered besides what the folder holds. */
function addTo(folder: string, options: BridgeOptions): void {
  const { absences = [], stopped, mailbox, now = MORNING } = options;
  if (absences.length === 0 && !stopped && !mailbox) return;
  fill(folder, ({ desk, tell }) => {
    for (const absence of absences) {
      tell(told(now, absence.person, peopleFact('absence.set', `absence/${absence.id}`, absence)));
    }
    if (stopped) tell(told(stopped.at, 'vidal', ...must(stopAll({ stopped: null, resumedAt: null }, stopped.why))));
    if (mailbox) desk.local.set('mailbox', mailbox);
  });
}

/** The files a person chooses in the windows of the system: those of the contractor, and a folder. */
function chooser(folder: string, options: BridgeOptions): (ask: Ask) => Promise<Reply> {
  const made = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  return async (ask) => {
    if (ask.what === 'choose-file') {
      return ok(
        ask.endings.includes('xml')
          ? made(INVOICE_NAME, invoiceFile(options))
          : made(STATEMENT_NAME, statementFile(options)),
      );
    }
    if (ask.what !== 'choose-folder') return ok(null);
    const chosen = join(folder, 'scelta');
    mkdirSync(chosen, { recursive: true });
    return ok(chosen);
  };
}

/** A bridge to put at `window.puntosi`; closed when the test ends. */
export function townBridge(options: BridgeOptions = {}): TestBridge {
  const { fresh = false, person = fresh ? null : 'bellin', now = MORNING } = options;
  const folder = temporaryFolder();
  layOut(folder, options);
  addTo(folder, options);
  const listeners = new Set<(event: WindowEvent) => void>();
  const emit = (event: WindowEvent): void => {
    for (const listener of listeners) listener(event);
  };
  let isOpen = false;
  const { app, clock, asked, connected } = openTownApp({
    ...{ folder, now, name: DESK_NAME, connects: options.connects ?? !fresh },
    training: options.training ?? false,
    fetch: pages,
    ask: chooser(folder, options),
    // As a message does, it arrives after the step that tells it.
    changed: (topics) => {
      if (isOpen) queueMicrotask(() => emit({ name: 'changed', topics: [...topics] }));
    },
  });
  if (person !== null) must(app.handlers['people.actAs']({ id: person }) as Reply);
  isOpen = true;

  const problems = new Map(Object.entries(options.problems ?? {}));
  const hushed = new Set<MethodName>();
  const changes = new Map<MethodName, (real: unknown) => unknown>();
  const calls: BridgeCall[] = [];
  const alter: TestBridge['alter'] = (method, change) => {
    changes.set(method, change as (real: unknown) => unknown);
  };
  if (options.share) {
    const { share } = options;
    alter('service.sharing', () => share);
  }
  /** What lies outside the core, the shell and the start of the example, succeeds. */
  const answer = (method: MethodName, input: unknown): Promise<Reply> =>
    isAppMethod(method) ? app.call(method, structuredClone(input)) : Promise.resolve(ok({}));
  const call = async (method: MethodName, input: unknown): Promise<Reply> => {
    calls.push({ method, input });
    await connected;
    if (hushed.has(method)) return new Promise(() => undefined);
    const failed = problems.get(method);
    if (failed) return { ok: false, error: failed };
    const reply = structuredClone(await answer(method, input));
    const change = changes.get(method);
    return reply.ok && change ? ok(change(reply.value)) : reply;
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
    ask: async (method, input) => {
      await connected;
      return must(await answer(method, input)) as never;
    },
    asked,
    clock,
    folder,
    emit,
    alter,
    hush: (method) => {
      hushed.add(method);
    },
    fail: (method, failure) => {
      if (failure) problems.set(method, failure);
      else problems.delete(method);
    },
  };
}
