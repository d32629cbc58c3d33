import { z } from 'zod';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { titleOf } from '#shared/requests/reading/title.ts';
import { withoutChatStamps } from '#shared/text/chatStamps.ts';
import { type RequestData, requestFact } from './facts.ts';

/** Who asks, where no e-mail says so: a name, and how to answer; either may be empty. */
export const requesterSchema = z.object({
  name: z.string().trim().min(1).max(200),
  address: z.union([z.email().max(254), z.literal('')]),
  phone: z.string().trim().max(40),
});
export type Requester = z.infer<typeof requesterSchema>;

/** A request that came without an e-mail: typed at the desk, an emergency, a correction (P10, P34, P37). */
export interface TypedRequest {
  readonly title: string;
  readonly text: string;
  readonly data: RequestData;
  readonly corrects: string | null;
  /** The blob of who asks. */
  readonly sender?: string | null;
}

const EMPTY: RequestData = { sendDate: null, sendTime: null, link: null, office: null, category: null, reason: null };

/** Data of which only some are known. */
export const withData = (data: Partial<RequestData>): RequestData => ({ ...EMPTY, ...data });

/** The facts of a typed request: received now and in charge of who typed it. */
export function typeRequest(
  id: string,
  { title, text: pasted, data, corrects, sender = null }: TypedRequest,
  now: Instant,
): readonly NewFact[] {
  const ent = `request/${id}`;
  const text = withoutChatStamps(pasted);
  return [
    requestFact('request.received', ent, {
      mail: null,
      span: null,
      index: 1,
      of: 1,
      title: title.trim() || titleOf(text, ''),
      sender,
      receivedAt: now,
      asked: { ...data, text },
      warnings: [],
      ...(corrects ? { corrects } : {}),
    }),
    requestFact('request.takenInCharge', ent, {}),
  ];
}
