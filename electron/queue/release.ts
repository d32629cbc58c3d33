import { unknownDraft } from '#electron/drafts/drafts.ts';
import { type Checking, checksOf } from '#electron/drafts/forward.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { Desk } from '#electron/people/desk.ts';
import { unknownRequest } from '#electron/requests/requests.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { textHash } from '#shared/drafts/decide.ts';
import { regularise, releaseAlternatively, releaseInEmergency } from '#shared/drafts/release.ts';
import { asIfKept } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Route } from '#shared/people/routes.ts';
import { forward } from '#shared/requests/decide.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { foldRequest } from '#shared/requests/request.ts';
import { typeRequest, withData } from '#shared/requests/typed.ts';
import { queueNotice } from './queue.ts';
import { stopOf } from './stop.ts';
import type { QueueStore } from './store.ts';

interface Stores {
  readonly requests: RequestStore;
  readonly drafts: DraftStore;
}

/** The alternative way (P32): the operator's own check in place of the approval, by e-mail to the contractor. */
export function releaseAndQueue(
  desk: Desk,
  { requests, drafts }: Stores,
  checking: Checking,
  input: {
    readonly id: string;
    readonly text: string;
    readonly reasons: Readonly<Record<string, string>>;
    readonly why: string;
  },
): Result<{ plannedFor: Instant }, Problem> {
  const request = requests.get(input.id);
  if (!request) return unknownRequest();
  const context = desk.context();
  if (!context.ok) return context;
  const hash = textHash(input.text, context.value.sha256);
  const intake = forward(request, hash, context.value);
  if (!intake.ok) return intake;
  const { text, why } = input;
  const checks = checksOf(desk, request, input, checking);
  const pack = String(checking.pack.version);
  const released = releaseAlternatively(request, { text, checks, pack, why }, context.value);
  if (!released.ok) return released;
  const queued = queueNotice(desk, request, { text, hash }, { route: 'e-mail alla ditta' });
  if (!queued.ok) return queued;
  const { facts, effect, plannedFor } = queued.value;
  const kept = desk.keep(ok([...intake.value, ...released.value, ...facts]), [effect]);
  if (!kept.ok) return kept;
  drafts.write(request.id, text, desk.now());
  return ok({ plannedFor });
}

export interface Emergency {
  readonly title: string;
  readonly text: string;
  readonly link: string | null;
  readonly authoriser: string;
  readonly why: string;
  readonly route: Route;
  /** Somebody chose that it leaves although all sendings are stopped. */
  readonly evenStopped?: true;
}

/** An emergency (P34): request, text and sending are kept in one moment, planned now whatever the hour. */
export function sendEmergency(
  desk: Desk,
  queue: QueueStore,
  checking: Checking,
  input: Emergency,
): Result<{ id: string }, Problem> {
  const context = desk.context();
  if (!context.ok) return context;
  const stopped = stopOf(desk, queue, { evenStopped: input.evenStopped ?? false });
  if (stopped) return err(stopped);
  const id = `urgente-${desk.newId()}`;
  const { title, text, link, authoriser, why, route } = input;
  const now = desk.now();
  const data = withData({ link, reason: 'emergenza', category: 'Emergenza' });
  const typed = typeRequest(id, { title, text, data, corrects: null }, now);
  const request = foldRequest(id, asIfKept(typed, context.value.actor, now));
  if (!request) throw new Error('La richiesta appena scritta non si legge.');
  const checks = checksOf(desk, request, { id, text, reasons: {} }, checking);
  const pack = String(checking.pack.version);
  const released = releaseInEmergency(request, { text, checks, pack, authoriser, why }, context.value);
  if (!released.ok) return released;
  const hash = textHash(text, context.value.sha256);
  const queued = queueNotice(
    desk,
    request,
    { text, hash },
    { route, at: now, evenStopped: input.evenStopped ?? false },
  );
  if (!queued.ok) return queued;
  const facts = [
    ...typed,
    requestFact('request.forwarded', `request/${id}`, { hash }),
    ...released.value,
    ...queued.value.facts,
  ];
  const kept = desk.keep(ok(facts), [queued.value.effect]);
  return kept.ok ? ok({ id }) : kept;
}

/** The head puts an emergency in order afterwards (P34). */
export function regulariseEmergency(
  desk: Desk,
  drafts: DraftStore,
  { id, note }: { readonly id: string; readonly note: string },
): Result<Record<string, never>, Problem> {
  const draft = drafts.get(id);
  const context = desk.context();
  if (!draft) return unknownDraft();
  if (!context.ok) return context;
  const kept = desk.keep(regularise(draft, note, context.value));
  return kept.ok ? ok({}) : kept;
}
