import { z } from 'zod';
import type { Fact } from '../journal/fact.ts';
import { foldFacts } from '../journal/order.ts';
import { type FactOf, readFact } from '../journal/vocabulary.ts';
import { instantSchema } from '../kernel/instant.ts';
import { assertNever } from '../kernel/never.ts';
import { blobSchema, MISSING, missingSchema, outcomeSchema, requestDataSchema, requestFacts } from './facts.ts';
import { linkCheckSchema } from './linkCheck.ts';

/** Where a request stands: `forwarded` waits for the head, `closed` ended without a notice. */
export const REQUEST_STATES = ['open', 'inCharge', 'forwarded', 'closed'] as const;

/** A request as its facts tell it. */
export const requestSchema = z.object({
  id: z.string(),
  state: z.enum(REQUEST_STATES),
  mail: z.string().nullable(),
  span: z.tuple([z.int(), z.int()]).nullable(),
  index: z.int(),
  of: z.int(),
  title: z.string(),
  sender: blobSchema.nullable(),
  receivedAt: instantSchema,
  /** As the office wrote it (P24: the text asked). */
  asked: requestDataSchema.extend({ text: z.string() }),
  /** As the operators confirmed or changed it. */
  data: requestDataSchema,
  /** Names of the data a person confirmed or changed. */
  confirmed: z.array(requestDataSchema.keyof()),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  missing: z.array(missingSchema),
  /** The last look at the present link (P22); null before the first. */
  linkCheck: linkCheckSchema.nullable(),
  inCharge: z.object({ person: z.string(), at: instantSchema }).nullable(),
  forwardedAt: instantSchema.nullable(),
  /** Why it came back from the head, when it did. */
  reopened: z.string().nullable(),
  /** Row of the register whose wrong notice it puts right (P37). */
  corrects: z.string().nullable(),
  closed: z.object({ outcome: outcomeSchema, why: z.string(), sameAs: z.string().nullable() }).nullable(),
});
export type Request = z.infer<typeof requestSchema>;

type RequestFact = FactOf<typeof requestFacts>;

/** What P11 wants and the request lacks. */
export function missingOf({ asked, data }: Pick<Request, 'asked' | 'data'>): Request['missing'] {
  const lacks = { date: data.sendDate === null, link: data.link === null, text: asked.text.trim() === '' };
  return MISSING.filter((name) => lacks[name]);
}

function received(id: string, { body }: Extract<RequestFact, { type: 'request.received' }>): Request {
  const { text: _text, ...data } = body.asked;
  const request = { asked: body.asked, data };
  return {
    id,
    state: 'open',
    mail: body.mail,
    span: body.span,
    index: body.index,
    of: body.of,
    title: body.title,
    sender: body.sender,
    receivedAt: body.receivedAt,
    ...request,
    confirmed: [],
    warnings: body.warnings,
    missing: missingOf(request),
    linkCheck: null,
    inCharge: null,
    forwardedAt: null,
    reopened: null,
    closed: null,
    corrects: body.corrects ?? null,
  };
}

function apply(request: Request, fact: RequestFact): Request {
  switch (fact.type) {
    case 'mail.received':
    case 'request.received':
      return request;
    case 'request.takenInCharge':
      return { ...request, state: 'inCharge', inCharge: { person: fact.actor, at: fact.at } };
    case 'request.dataSet': {
      const data = { ...request.data, ...fact.body };
      const confirmed = new Set([
        ...request.confirmed,
        ...requestDataSchema.keyof().options.filter((key) => key in fact.body),
      ]);
      const linkCheck = request.linkCheck?.link === data.link ? request.linkCheck : null;
      const missing = missingOf({ asked: request.asked, data });
      return { ...request, data, linkCheck, confirmed: [...confirmed], missing };
    }
    case 'request.linkChecked':
      return fact.body.link === request.data.link ? { ...request, linkCheck: fact.body } : request;
    case 'request.forwarded':
      return { ...request, state: 'forwarded', forwardedAt: fact.at, reopened: null };
    case 'request.reopened':
      return { ...request, state: request.inCharge ? 'inCharge' : 'open', reopened: fact.body.why, closed: null };
    case 'request.closed':
      return { ...request, state: 'closed', closed: fact.body };
    default:
      return assertNever(fact, 'fatto di una richiesta');
  }
}

/** The request that a set of facts tells, or `undefined` before it was received. */
export function foldRequest(id: string, facts: readonly Fact[]): Request | undefined {
  return foldFacts<Request | undefined>(facts, undefined, (request, raw) => {
    const fact = readFact(requestFacts, raw);
    if (!fact) return request;
    if (request) return apply(request, fact);
    return fact.type === 'request.received' ? received(id, fact) : undefined;
  });
}
