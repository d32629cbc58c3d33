import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { titleOf } from '#shared/requests/reading/title.ts';
import { withoutChatStamps } from '#shared/text/chatStamps.ts';
import { type RequestData, requestFact } from './facts.ts';

/** A request that came without an e-mail: typed at the desk, an emergency, a correction (P10, P34, P37). */
export interface TypedRequest {
  readonly title: string;
  readonly text: string;
  readonly data: RequestData;
  readonly corrects: string | null;
}

const EMPTY: RequestData = { sendDate: null, sendTime: null, link: null, office: null, category: null, reason: null };

/** Data of which only some are known. */
export const withData = (data: Partial<RequestData>): RequestData => ({ ...EMPTY, ...data });

/** The facts of a typed request: received now and in charge of who typed it. */
export function typeRequest(
  id: string,
  { title, text: pasted, data, corrects }: TypedRequest,
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
      sender: null,
      receivedAt: now,
      asked: { ...data, text },
      warnings: [],
      ...(corrects ? { corrects } : {}),
    }),
    requestFact('request.takenInCharge', ent, {}),
  ];
}
