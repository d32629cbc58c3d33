import { answered, type FactNamed, isDecided, type Said, withData } from './changedRequest.ts';
import { requestDataSchema } from './facts.ts';
import type { Request } from './request.ts';

/** The request as it was before it went on with another one (P12). */
export function separated({ joinedInto, ...request }: Request): Request {
  return joinedInto === undefined ? request : { ...request, state: request.inCharge ? 'inCharge' : 'open' };
}

const SAYS_NOTHING: Said = { sendDate: null, sendTime: null, link: null, text: null };

/** The request with what came along from another one (P12). One that already left is held until somebody read it (P18). */
export function tookIn(request: Request, { body }: FactNamed<'request.tookIn'>): Request {
  const { request: other, mail, receivedAt, text, data } = body;
  if (request.tookIn?.some((one) => one.request === other)) return request;
  if (isDecided(request)) {
    const answer = { mail: mail ?? other, receivedAt, says: SAYS_NOTHING, withdraws: false, fromHead: false };
    return answered(request, answer);
  }
  const before = { data: request.data, confirmed: request.confirmed, text: request.asked.text };
  const asked = { ...request.asked, text: before.text.trim() === '' ? text : before.text };
  const { series: _series, ...change } = data;
  // Only what a person chose between two is confirmed by that; what the other filled in is still to be looked at.
  const chosen = requestDataSchema
    .keyof()
    .options.filter((key) => key in change && before.data[key] !== null && change[key] !== before.data[key]);
  const confirmed = [...new Set([...request.confirmed, ...chosen])];
  const changed = withData({ ...request, asked }, { ...request.data, ...change }, confirmed);
  return { ...changed, tookIn: [...(request.tookIn ?? []), { request: other, data, before }] };
}

/** The request without what came along from another one: what nobody changed since is as it was. */
export function gaveBack(request: Request, other: string): Request {
  const one = request.tookIn?.find(({ request: id }) => id === other);
  if (!one) return request;
  const { data, before } = one;
  const named = requestDataSchema.keyof().options.filter((key) => key in data && data[key] === request.data[key]);
  const restored = Object.fromEntries(named.map((key) => [key, before.data[key]]));
  const confirmed = request.confirmed.filter((key) => !named.includes(key) || before.confirmed.includes(key));
  const text = before.text.trim() === '' ? before.text : request.asked.text;
  const tookIn = request.tookIn?.filter((kept) => kept !== one) ?? [];
  return withData(
    { ...request, asked: { ...request.asked, text }, tookIn },
    { ...request.data, ...restored },
    confirmed,
  );
}
