/** What of a request waits for a person (P2, P17, P18, P27). Pure. */
import type { Day } from '#shared/kernel/day.ts';
import type { Request, UnreadAnswer } from './request.ts';

/** `withdrawal`, `headAnswer`, `answer`: somebody wrote and nobody has read it; `pause`: a wait that went past its day. */
export type RequestWaitKind = 'withdrawal' | 'headAnswer' | 'answer' | 'take' | 'finish' | 'pause';

export interface RequestWait {
  readonly word: 'requests';
  readonly kind: RequestWaitKind;
  /** The request. */
  readonly id: string;
  /** Who has it in charge; null when nobody has, or when it concerns everybody. */
  readonly inCharge: string | null;
  /** It is about a text that left the desk: it concerns everybody, and what it holds stands still. */
  readonly isPressing: boolean;
}

/** As much of a request as is looked at. */
export interface WaitingRequest extends Pick<Request, 'id' | 'state' | 'unread'> {
  readonly data: Pick<Request['data'], 'sendDate'>;
  readonly inCharge: { readonly person: string } | null;
  readonly waiting: Pick<NonNullable<Request['waiting']>, 'until'> | null;
}

/** Whether a request waits for others although its notice should leave by now, or its pause is over (P17, P27). */
const isOverdueWait = ({ waiting, data }: Pick<WaitingRequest, 'waiting' | 'data'>, today: Day): boolean =>
  waiting !== null &&
  ((data.sendDate !== null && data.sendDate <= today) || (waiting.until !== null && waiting.until < today));

function answerKind(unread: readonly UnreadAnswer[]): 'withdrawal' | 'headAnswer' | 'answer' {
  if (unread.some(({ withdraws }) => withdraws)) return 'withdrawal';
  return unread.some(({ fromHead }) => fromHead) ? 'headAnswer' : 'answer';
}

function kindOf(request: WaitingRequest, today: Day): RequestWaitKind | undefined {
  if (request.unread.length > 0) return answerKind(request.unread);
  if (request.state === 'open') return 'take';
  if (request.state === 'inCharge') return 'finish';
  return request.state === 'waiting' && isOverdueWait(request, today) ? 'pause' : undefined;
}

/** What of these requests waits for a person: one thing of each, the most pressing. */
export function requestWaits(requests: readonly WaitingRequest[], today: Day): readonly RequestWait[] {
  return requests.flatMap((request) => {
    const kind = kindOf(request, today);
    if (kind === undefined) return [];
    const isPressing = request.state === 'forwarded' || request.state === 'closed' || kind === 'withdrawal';
    const inCharge = isPressing ? null : (request.inCharge?.person ?? null);
    return [{ word: 'requests' as const, kind, id: request.id, inCharge, isPressing }];
  });
}
