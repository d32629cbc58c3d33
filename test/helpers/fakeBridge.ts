/**
 * A `window.puntosi` without a core: it answers the contract from the invented town of Valdombra and keeps what is done
 * with the pure rules of `shared/`, so that a screen behaves as with the real one. It runs in Node and in a page.
 */
import { checkDraft } from '#shared/drafts/check.ts';
import { fillChecklist } from '#shared/drafts/checklist.ts';
import { checkContextOf } from '#shared/drafts/context.ts';
import { approve, decline, forwardDraft, textHash } from '#shared/drafts/decide.ts';
import { defaultPack } from '#shared/drafts/pack.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { Input, ReplyTo } from '#shared/ipc/contract.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import type { Reply } from '#shared/ipc/messages.ts';
import type { MethodName } from '#shared/ipc/methods.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import { plannedMoment } from '#shared/queue/decide.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { close, forward, reopen, setData, takeCharge } from '#shared/requests/decide.ts';
import { mailProfileOf, mayAsk } from '#shared/requests/profile.ts';
import type { Request } from '#shared/requests/request.ts';
import { type FakeDesk, type FakeDeskOptions, fakeDesk } from './fakeDesk.ts';
import { fakeEntries } from './fakeQueue.ts';

export interface FakeBridgeOptions extends FakeDeskOptions {
  /** Methods that do not succeed, with their problem. */
  readonly problems?: Partial<Readonly<Record<MethodName, Problem>>>;
  /** Methods that never answer: a screen that is still loading. */
  readonly silent?: readonly MethodName[];
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
}

type Handlers = { readonly [Method in MethodName]: (input: Input<Method>) => ReplyTo<Method> };
type Answer<Method extends MethodName> = ReplyTo<Method>;

const unknown = (): Result<never, Problem> =>
  problem('request-unknown', 'Questa richiesta non c’è più.', 'Torna all’elenco delle richieste.');
const done = ok({});

function forwardToHead(
  desk: FakeDesk,
  request: Request,
  { text, reasons }: Input<'drafts.forward'>,
): Answer<'drafts.forward'> {
  const context = desk.context();
  if (!context.ok) return context;
  const intake = forward(request, textHash(text, desk.hash), context.value);
  if (!intake.ok) return intake;
  const sendDate = request.data.sendDate ?? romeOf(desk.now).day;
  const lines = fillChecklist({
    request,
    text,
    findings: checkDraft(text, defaultPack, checkContextOf(valdombra, sendDate)),
    similar: [],
    senderKnown: mayAsk(mailProfileOf(valdombra), desk.detail(request.id)?.senderAddress ?? ''),
    urgent: false,
  });
  const checks = lines.map((line) => ({ ...line, why: reasons[line.line] ?? null }));
  const draft = forwardDraft(request, { text, checks, pack: '1', to: 'vidal' }, context.value);
  if (!draft.ok) return draft;
  const kept = desk.keep(ok([...intake.value, ...draft.value]));
  desk.write(request.id, text);
  return kept.ok ? ok({ to: 'Ornella Vidal' }) : kept;
}

function queueApproved(desk: FakeDesk, request: Request, text: string): JobRow {
  const { link, office, category, reason, sendDate, sendTime } = request.data;
  const hash = textHash(text, desk.hash);
  const job: JobRow = {
    id: request.id,
    state: 'queued',
    notice: { title: request.title, text, hash, link, office, category, reason, requestedDate: sendDate },
    route: 'gruppo operativo',
    plannedFor: plannedMoment(valdombra.calendar, desk.now, sendDate, sendTime),
    rounds: 1,
    queuedBy: 'vidal',
    queuedByName: 'Ornella Vidal',
    queuedAt: desk.now,
    desk: null,
    evidence: null,
    sent: null,
    why: null,
    obstacle: null,
    changedAt: desk.now,
    rejected: [],
  };
  desk.jobs.push(job);
  return job;
}

function handlersOf(desk: FakeDesk, options: FakeBridgeOptions): Handlers {
  const onRequest = <Value>(id: string, rule: (request: Request) => Result<Value, Problem>): Result<Value, Problem> => {
    const request = desk.request(id);
    return request ? rule(request) : unknown();
  };
  const inContext = <Value>(rule: (context: Parameters<typeof takeCharge>[1]) => Result<Value, Problem>) => {
    const context = desk.context();
    return context.ok ? rule(context.value) : context;
  };
  const changeJob = (id: string, change: Partial<JobRow>) => {
    const index = desk.jobs.findIndex((job) => job.id === id);
    const job = desk.jobs[index];
    if (!job) return unknown();
    desk.jobs[index] = { ...job, ...change, changedAt: desk.now };
    return done;
  };
  return {
    'service.status': () => ok(desk.status(desk.jobs.map(({ state }) => state))),
    'service.openExample': () => done,
    'service.leaveExample': () => done,
    'service.chooseFolder': () => ok({ chosen: true }),
    'people.setPerson': ({ id, ...person }) => {
      const known = id ?? `person${desk.people.length + 1}`;
      const index = desk.people.findIndex((one) => one.id === known);
      desk.people.splice(index < 0 ? desk.people.length : index, index < 0 ? 0 : 1, { ...person, id: known });
      if (desk.people.length === 1) desk.sit(known);
      return ok({ id: known });
    },
    'people.actAs': ({ id }) => {
      desk.sit(id);
      return done;
    },
    'requests.checkMailbox': () =>
      ok({
        read: 2 + (options.unreadable?.length ?? 0),
        added: 2,
        problems: structuredClone([...(options.unreadable ?? [])]),
      }),
    'requests.list': () => ok(desk.rows()),
    'requests.get': ({ id }) => {
      const detail = desk.detail(id);
      return detail ? ok(detail) : unknown();
    },
    'requests.takeCharge': ({ id }) =>
      onRequest(id, (request) => desk.keep(inContext((context) => takeCharge(request, context)))),
    'requests.setData': ({ id, data }) =>
      onRequest(id, (request) => desk.keep(inContext((context) => setData(request, data, context)))),
    'requests.close': ({ id, ...ending }) =>
      onRequest(id, (request) => desk.keep(inContext((context) => close(request, ending, context)))),
    'requests.reopen': ({ id, why }) => onRequest(id, (request) => desk.keep(ok(reopen(request, why)))),
    'drafts.save': ({ id, text }) => {
      desk.write(id, text);
      return ok({ savedAt: desk.now });
    },
    'drafts.forward': (input) => onRequest(input.id, (request) => forwardToHead(desk, request, input)),
    'drafts.waiting': () => ok(desk.approvals()),
    'drafts.approve': ({ id, seen, text }) =>
      onRequest(id, (request) => {
        const draft = desk.draft(id);
        if (!draft) return unknown();
        const kept = desk.keep(inContext((context) => approve(draft, { seen, text }, context)));
        return kept.ok ? ok({ plannedFor: queueApproved(desk, request, text).plannedFor }) : kept;
      }),
    'drafts.decline': ({ id, how }) =>
      onRequest(id, (request) => {
        const draft = desk.draft(id);
        if (!draft) return unknown();
        const kept = desk.keep(inContext((context) => decline(draft, how, context)));
        return kept.ok && how.kind === 'returned' ? desk.keep(ok(reopen(request, how.why))) : kept;
      }),
    'queue.list': () => ok(structuredClone(desk.jobs)),
    'queue.confirmSent': ({ id }) => {
      const changed = changeJob(id, { state: 'sent' });
      return changed.ok ? ok({ number: '2026/0205' }) : changed;
    },
    'queue.requeue': ({ id, why }) => changeJob(id, { state: 'queued', why }),
    'queue.cancel': ({ id, why }) => changeJob(id, { state: 'cancelled', why }),
    'register.list': () => ok(options.fresh || options.empty ? [] : structuredClone([...fakeEntries])),
    'report.build': ({ period }) =>
      ok({ id: 'report-1', fileName: `report-${period}.pdf`, messages: 10, sha256: desk.hash(period) }),
    'report.open': () => done,
    'shell.openLink': () => done,
    'shell.copyText': () => done,
  };
}

const READS: readonly MethodName[] = [
  'service.status',
  'requests.list',
  'requests.get',
  'drafts.waiting',
  'queue.list',
  'register.list',
  'shell.openLink',
  'shell.copyText',
];

/** A bridge to put at `window.puntosi`. Answers come in a later microtask; a change is told as the core tells it. */
export function fakeBridge(options: FakeBridgeOptions = {}): FakeBridge {
  const handlers = handlersOf(fakeDesk(options), options);
  const problems = new Map(Object.entries(options.problems ?? {}));
  const listeners = new Set<(event: WindowEvent) => void>();
  const calls: FakeCall[] = [];
  const emit = (event: WindowEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const call = async (method: MethodName, input: unknown): Promise<Reply> => {
    calls.push({ method, input });
    if (options.silent?.includes(method)) return new Promise(() => undefined);
    const failed = problems.get(method);
    if (failed) return { ok: false, error: failed };
    const reply = (handlers[method] as (input: unknown) => Reply)(input);
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
    fail: (method, failure) => {
      if (failure) problems.set(method, failure);
      else problems.delete(method);
    },
  };
}
