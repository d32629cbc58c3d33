/** How the data and the text of a request change with its facts: pure. */
import { MISSING, type RequestData, type RequestDataChange, requestDataSchema } from './facts.ts';
import type { Request } from './request.ts';

/** What P11 wants and the request lacks. */
export function missingOf({ asked, data }: Pick<Request, 'asked' | 'data'>): Request['missing'] {
  const lacks = { date: data.sendDate === null, link: data.link === null, text: asked.text.trim() === '' };
  return MISSING.filter((name) => lacks[name]);
}

type Said = Request['answers'][number]['says'];

/** What an answer adds where nothing was known (P17); the hour only together with the day. */
export function fill(data: RequestData, { sendDate, sendTime, link }: Said): RequestData {
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
