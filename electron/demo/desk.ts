import type { App } from '#electron/app.ts';
import { fixSafely } from '#shared/drafts/style/applyFix.ts';
import { checkContextOf } from '#shared/drafts/style/engine/context.ts';
import { defaultPack } from '#shared/drafts/style/pack.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { addMilliseconds, type Instant, romeOf } from '#shared/kernel/instant.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import type { DemoClock } from './clock.ts';
import { NOTICES } from './notices.ts';
import { act, DemoStopped } from './procedure.ts';
import { newsOf } from './prose.ts';

const MINUTE = 60_000;
const MINUTES_TO_REWRITE = 25;
const MINUTES_TO_APPROVE = 45;
const MINUTES_TO_CONFIRM = 6;
const SUBSCRIBERS = 1_240;
/** Of so many notices the contractor changes one by itself (P36). */
const ALTERED_EVERY = 14;
const GROUP_EVERY = 3;

const later = (clock: DemoClock, minutes: number): void => clock.goTo(addMilliseconds(clock.now(), minutes * MINUTE));

/** What the operator adds to the data of a request: category and reason of the invented notice, or the common ones. */
export function completed({ data }: RequestRow): RequestRow['data'] {
  const notice = NOTICES.find(({ slug }) => data.link === newsOf(slug));
  return {
    ...data,
    office: data.office ?? 'Segreteria',
    category: data.category ?? notice?.category ?? 'Servizi',
    reason: data.reason ?? notice?.reason ?? 'servizio',
  };
}

/** Whether the head of sector is away at this moment. */
async function isHeadAway(app: App, now: Instant): Promise<boolean> {
  const { day } = romeOf(now);
  const { absences } = await act(app, 'people.roster', {});
  return absences.some(({ person, from, to }) => person === 'ornella' && from <= day && day <= to);
}

/** Why a text goes on although a line of the checklist failed (P25): the invented operators always have a word for it. */
const REASONS = {
  prontuario: 'Concordato con l’ufficio.',
  link: 'Pagina vista con l’ufficio.',
  duplicati: 'Avviso diverso.',
};

/** Runs an act without reasons, and with them only when the checklist asks for one. */
export async function withReasons<Method extends 'drafts.forward' | 'queue.release'>(
  app: App,
  method: Method,
  input: (reasons: Record<string, string>) => Input<Method>,
): Promise<void> {
  const reply = await app.call(method, input({}));
  if (!reply.ok && reply.error.code !== 'check-failed') throw new DemoStopped(method, reply.error);
  if (!reply.ok) await act(app, method, input(REASONS));
}

/** One request from the desk to the queue: taken in charge, completed, corrected, forwarded and approved, or released. */
export async function carry(app: App, clock: DemoClock, request: RequestRow, index: number): Promise<void> {
  const { id, asked } = request;
  await act(app, 'people.actAs', { id: 'marta' });
  await act(app, 'requests.takeCharge', { id });
  const data = completed(request);
  await act(app, 'requests.setData', { id, data });
  const context = checkContextOf(valdombra, data.sendDate ?? romeOf(clock.now()).day);
  const text = fixSafely(asked.text, defaultPack, context);
  later(clock, MINUTES_TO_REWRITE);
  if (await isHeadAway(app, clock.now())) {
    await withReasons(app, 'queue.release', (reasons) => ({ id, text, reasons, why: '' }));
    return;
  }
  if (request.unread.length > 0) await act(app, 'requests.seeAnswer', { id });
  await withReasons(app, 'drafts.forward', (reasons) => ({ id, text, reasons }));
  later(clock, MINUTES_TO_APPROVE);
  await act(app, 'people.actAs', { id: 'ornella' });
  const waiting = (await act(app, 'drafts.waiting', {})).find((draft) => draft.id === id);
  if (!waiting) return;
  const route: Route | null = index % GROUP_EVERY === 0 ? 'gruppo operativo' : null;
  await act(app, 'queue.approve', { id, seen: waiting.rewritten.hash, text: waiting.rewritten.text, route });
}

/** A person sends the e-mails that wait for one, and says so. */
export async function postLetters(app: App): Promise<void> {
  for (const { id } of await act(app, 'queue.toPost', {})) await act(app, 'queue.sayOfLetter', { id, word: 'posted' });
}

/** What is handed over by a person (the group) or by the app, then confirmed some minutes later. */
async function handOver(app: App, clock: DemoClock): Promise<void> {
  await app.tick();
  await act(app, 'people.actAs', { id: 'ornella' });
  for (const { id, route, state, plannedFor } of await act(app, 'queue.list', {})) {
    if (route !== 'gruppo operativo' || state !== 'queued' || plannedFor > clock.now()) continue;
    await act(app, 'queue.askGroup', { id });
    await act(app, 'queue.confirmAsked', { id });
  }
  later(clock, MINUTES_TO_CONFIRM);
  await act(app, 'people.actAs', { id: 'marta' });
  await postLetters(app);
  const confirmed = (await act(app, 'register.list', { from: null, to: null })).length;
  for (const [index, { id, state, notice }] of (await act(app, 'queue.list', {})).entries()) {
    if (state !== 'handedOver') continue;
    const altered = (confirmed + index) % ALTERED_EVERY === ALTERED_EVERY - 1;
    const text = altered ? notice.text.replace('Leggi la notizia:', 'Info:') : null;
    await act(app, 'queue.confirmSent', {
      id,
      text,
      recipients: SUBSCRIBERS + Math.floor(confirmed / 2),
      sentAt: null,
    });
  }
}

/** Lets the planned moments up to `until` come: what is due leaves, a person confirms. */
export async function letTimePass(app: App, clock: DemoClock, until: Instant): Promise<void> {
  for (let due = app.nextDue(); due !== undefined && due <= until; due = app.nextDue()) {
    clock.goTo(due);
    await handOver(app, clock);
    if (app.nextDue() === due) break;
  }
}
