import { type Desk, type Done, unlocked } from '#electron/desk/desk.ts';
import { unknownDraft } from '#electron/drafts/drafts.ts';
import { type Checking, checklistOf } from '#electron/drafts/forward.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { Channels } from '#electron/queue/sending/channels/channels.ts';
import { queueNotice } from '#electron/queue/sending/enqueue.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { unknownRequest } from '#electron/requests/requests.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { textHash } from '#shared/drafts/decide.ts';
import { regularise, releaseAlternatively, releaseInEmergency } from '#shared/drafts/release.ts';
import { asIfKept } from '#shared/journal/fact.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { accountOf, type Problem } from '#shared/kernel/problem.ts';
import { err, map, ok, type Result } from '#shared/kernel/result.ts';
import { plannedMoment } from '#shared/kernel/workdays.ts';
import { electionAt, lastDayOf } from '#shared/people/profile/elections.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import { foldJob, type Job } from '#shared/queue/job.ts';
import { forward } from '#shared/requests/decide.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import type { Request } from '#shared/requests/request.ts';
import { typeRequest, withData } from '#shared/requests/typed.ts';
import { stopOf } from './stop.ts';

interface Stores {
  readonly requests: RequestStore;
  readonly drafts: DraftStore;
}

/** Last day of the election period a request would leave in (P39). */
function electionUntilOf(desk: Desk, { data: { sendDate, sendTime } }: Request): Day | undefined {
  const { calendar, electionPeriods } = desk.profile;
  const period = electionAt(electionPeriods, plannedMoment(calendar, desk.now(), sendDate, sendTime));
  return period && lastDayOf(period);
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
  const intake = forward(request, hash, context.value, input.reasons);
  if (!intake.ok) return intake;
  const { text, why } = input;
  const checks = checklistOf(desk, request, input, checking);
  const pack = String(checking.pack.version);
  const electionUntil = electionUntilOf(desk, request);
  const released = releaseAlternatively(request, { text, checks, pack, why, electionUntil }, context.value);
  if (!released.ok) return released;
  const queued = queueNotice(desk, request, text, { route: 'e-mail alla ditta' });
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
  /** «Parti subito»: without the seconds in which it could be taken back. */
  readonly atOnce?: true;
}

/** The ways out of this desk, and whether anything may leave it by itself now. */
export interface Ways extends Pick<Channels, 'channelOf'> {
  readonly isHere: (route: Route) => boolean;
  readonly maySend: () => boolean;
}

const SENDING_PAUSED: Problem = {
  code: 'sending-paused',
  what: 'Adesso da questa postazione non parte niente da solo: i suoi dati sono da guardare.',
  remedy: 'Guarda la prima riga di Oggi. Se l’emergenza non può aspettare, chiedi l’invio nel gruppo operativo.',
};

/** Why an emergency could not leave right now by its way: the way itself is tried, nothing leaves (P34). */
async function obstacleOf({ channelOf, maySend }: Ways, job: Job): Promise<Problem | undefined> {
  const channel = channelOf(job.route);
  if (!channel) return undefined;
  if (!maySend()) return SENDING_PAUSED;
  const ready = await channel.ready(job);
  if (ready.ok) return undefined;
  return {
    code: 'emergency-cannot-leave',
    what: 'Adesso per questa via l’emergenza non può partire.',
    why: accountOf(ready.error),
    remedy: 'Scegli un’altra via, oppure rimedia e riprova. Quello che hai scritto resta qui.',
  };
}

/**
 * An emergency (P34): request, text and sending are kept in one moment, planned now whatever the hour. It is accepted only
 * if its way can leave now; else the problem says everything that is missing and nothing is kept.
 */
export async function sendEmergency(
  desk: Desk,
  queue: QueueStore,
  { checking, ways }: { readonly checking: Checking; readonly ways: Ways },
  input: Emergency,
): Promise<Result<{ id: string }, Problem>> {
  const context = desk.context();
  if (!context.ok) return context;
  const id = `urgente-${desk.newId()}`;
  const stopped = stopOf(desk, queue, { id, evenStopped: input.evenStopped ?? false });
  if (stopped) return err(stopped);
  const { title, text, link, authoriser, why, route } = input;
  const now = desk.now();
  const data = withData({ link, reason: 'emergenza', category: 'Emergenza' });
  const typed = typeRequest(id, { title, text, data, corrects: null }, now);
  const request = foldRequest(id, asIfKept(typed, context.value.actor, now));
  if (!request) throw new Error('La richiesta appena scritta non si legge.');
  const checks = checklistOf(desk, request, { id, text, reasons: {} }, checking);
  const pack = String(checking.pack.version);
  const released = releaseInEmergency(request, { text, checks, pack, authoriser, why }, context.value);
  if (!released.ok) return released;
  const hash = textHash(text, context.value.sha256);
  const queued = queueNotice(desk, request, text, {
    ...{ route, at: now, evenStopped: input.evenStopped ?? false },
    emergency: { leavesFromHere: ways.isHere(route) },
  });
  if (!queued.ok) return queued;
  const facts = [
    ...typed,
    requestFact('request.forwarded', `request/${id}`, { hash }),
    ...released.value,
    ...queued.value.facts,
  ];
  const job = foldJob(id, asIfKept(queued.value.facts, context.value.actor, now));
  const obstacle = job && (await obstacleOf(ways, job));
  if (obstacle) return err(obstacle);
  const stoppedNow = stopOf(desk, queue, { id, evenStopped: input.evenStopped ?? false });
  if (stoppedNow) return err(stoppedNow);
  const effect = input.atOnce ? { ...queued.value.effect, notBefore: now } : queued.value.effect;
  return map(desk.keep(ok(facts), [effect]), () => ({ id }));
}

/** The head puts an emergency in order afterwards (P34). */
export function regulariseEmergency(
  desk: Desk,
  drafts: DraftStore,
  { id, note }: { readonly id: string; readonly note: string },
): Done {
  const draft = drafts.get(id);
  const context = desk.context();
  if (!draft) return unknownDraft();
  if (!context.ok) return context;
  return desk.keep(unlocked(desk, regularise(draft, note, context.value)));
}
