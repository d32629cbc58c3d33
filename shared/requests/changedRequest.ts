import type { FactOf } from '#shared/journal/vocabulary.ts';
import { type Instant, later } from '#shared/kernel/instant.ts';
import { toldId } from './correction.ts';
import { MISSING, type RequestData, type RequestDataChange, requestDataSchema, type requestFacts } from './facts.ts';
import type { Request } from './request.ts';

export type RequestFact = FactOf<typeof requestFacts>;
/** A fact of one type. */
export type FactNamed<Type extends RequestFact['type']> = Extract<RequestFact, { type: Type }>;

/** What P11 wants and the request lacks. */
export function missingOf({ asked, data }: Pick<Request, 'asked' | 'data'>): Request['missing'] {
  const lacks = { date: data.sendDate === null, link: data.link === null, text: asked.text.trim() === '' };
  return MISSING.filter((name) => lacks[name]);
}

/** Whether the desk has nothing more to decide on it: it is with the head, or it ended (P12). */
export const isDecided = ({ state }: Pick<Request, 'state'>): boolean => state === 'forwarded' || state === 'closed';

export type Said = Request['answers'][number]['says'];

/** What an answer adds where nothing was known (P17); the hour only together with the day. */
function fill(data: RequestData, { sendDate, sendTime, link }: Said): RequestData {
  return {
    ...data,
    link: data.link ?? link,
    ...(data.sendDate === null ? { sendDate, sendTime: data.sendTime ?? sendTime } : {}),
  };
}

/** The request with other data or words: what hangs on them follows. */
export function withData(request: Request, data: RequestData, confirmed: Request['confirmed']): Request {
  const linkCheck = request.linkCheck?.link === data.link ? request.linkCheck : null;
  return { ...request, data, confirmed, linkCheck, missing: missingOf({ asked: request.asked, data }) };
}

/** The request with the data that a person confirmed or changed. */
export function withChange(request: Request, { series = request.series, ...change }: RequestDataChange): Request {
  const named = requestDataSchema.keyof().options.filter((key) => key in change);
  const confirmed = [...new Set([...request.confirmed, ...named])];
  return withData({ ...request, series }, { ...request.data, ...change }, confirmed);
}

/** The request with another place and wording: what a person confirmed and what answers added stays. */
export function reworded(request: Request, words: Request['asked']): Request {
  const { answers, confirmed, data: before } = request;
  const { text, ...proposed } = words;
  const filled = answers.reduce((data, { says }) => fill(data, says), proposed);
  const kept = Object.fromEntries(confirmed.map((key) => [key, before[key]]));
  const whole = answers.reduce((one, { says }) => (one.trim() === '' ? (says.text ?? '') : one), text);
  const askedFrom = whole === request.asked.text ? request.askedFrom : null;
  return withData({ ...request, askedFrom, asked: { ...words, text: whole } }, { ...filled, ...kept }, confirmed);
}

/** The request with another text asked; what it lacks follows. */
export function withText(request: Request, text: string, askedFrom: Request['askedFrom']): Request {
  const asked = { ...request.asked, text };
  return withData({ ...request, asked, askedFrom }, request.data, request.confirmed);
}

/** Its wait is over at `at`, if it waited (P27). */
export function awake(request: Request, at: Instant): Request {
  const { waiting, waits, inCharge } = request;
  if (!waiting) return request;
  const wait = { from: waiting.since, to: later(waiting.since, at) };
  return { ...request, state: inCharge ? 'inCharge' : 'open', waiting: null, waits: [...waits, wait] };
}

/** Somebody read these answers; all there are where nobody says which. One that came unseen by who says so stays unread. */
export const read = (request: Request, mails: readonly string[] | undefined): Request => ({
  ...request,
  unread: mails === undefined ? [] : request.unread.filter(({ mail }) => !mails.includes(mail)),
});

export function answered(request: Request, answer: Request['answers'][number]): Request {
  if (request.answers.some(({ mail }) => mail === answer.mail)) return request;
  const { mail, receivedAt: at, fromHead, withdraws, told } = answer;
  const one = { mail, at, fromHead, withdraws, ...(told ? { told: told.told.way } : {}) };
  const changed = { ...request, answers: [...request.answers, answer], unread: [...request.unread, one] };
  if (fromHead || isDecided(request)) return changed;
  const data = fill(request.data, answer.says);
  const stillConfirmed = request.confirmed.filter((key) => data[key] === request.data[key]);
  const text = request.asked.text.trim() === '' ? (answer.says.text ?? '') : request.asked.text;
  const filled = withData({ ...changed, asked: { ...request.asked, text } }, data, stillConfirmed);
  return awake(filled, answer.receivedAt);
}

/** What was told by word of mouth is an answer like one by e-mail (P18). */
export function toldAnswer({ h, actor, at, body }: FactNamed<'request.correctionTold'>): Request['answers'][number] {
  const { told, says, note } = body;
  const written = { told, note, by: actor, recordedAt: at };
  return { mail: toldId(h), receivedAt: told.at, says, withdraws: false, fromHead: false, told: written };
}
