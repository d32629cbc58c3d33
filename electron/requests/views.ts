import type { Desk } from '#electron/desk/desk.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { mayAsk } from '#shared/people/profile/senders.ts';
import { nameOf, type Roster } from '#shared/people/roster.ts';
import { hasteOf, type Timed } from '#shared/requests/deadlines.ts';
import type { Decision } from '#shared/requests/decision.ts';
import { type MailWarning, strangerWarning } from '#shared/requests/reading/warnings.ts';

import type { Request } from '#shared/requests/request.ts';
import type { RequestRow, RequestView } from '#shared/requests/views.ts';
import type { StoredRow } from './rows.ts';
import { nameOfSender, readSender } from './sender.ts';

type Told = Pick<RequestRow, 'inChargeName' | 'urgent' | 'due' | 'hasToPost' | 'decision'>;

/** What other words know of a request, beside its own facts. */
export interface Beside {
  /** Requests about which an e-mail lies ready to be sent. */
  readonly toPost: ReadonlySet<string>;
  /** What became of its text, of the words to the right. */
  readonly decision: (id: string) => Decision | null;
}

const NOTHING: Beside = { toPost: new Set(), decision: () => null };

/** Nobody decided on a request that never left the desk: it need not be asked. */
const hasLeft = ({ state, reopened }: Pick<RequestRow, 'state' | 'reopened'>): boolean =>
  state === 'forwarded' || state === 'closed' || reopened !== null;

/** What is told of a request by the clock, the calendar, the names of the people and other words. */
function toldOf(
  { now }: Desk,
  { calendar }: Profile,
  roster: Roster,
  request: Timed & Pick<RequestRow, 'id' | 'state' | 'reopened' | 'inCharge'>,
  { toPost, decision }: Beside,
): Told {
  return {
    hasToPost: toPost.has(request.id),
    decision: hasLeft(request) ? decision(request.id) : null,
    inChargeName: request.inCharge && nameOf(roster, request.inCharge.person),
    ...hasteOf(calendar, request, now()),
  };
}

/**
 * What a person must look at, with what the list of those who may ask says now (P13): what it said when the e-mail came
 * tells nothing any more. `who` is the address, or the name of one without; undefined where nobody is known.
 */
function warningsNow<Warning extends { readonly code: string }>(
  { senders }: Profile,
  stored: readonly Warning[],
  who: string | undefined,
): (Warning | MailWarning)[] {
  const others = stored.filter(({ code }) => code !== 'unknown-sender');
  return who === undefined || mayAsk(senders, who) ? others : [strangerWarning(who), ...others];
}

/** A whole request with what is told beside it. */
export function viewRequest(desk: Desk, request: Request, beside = NOTHING): RequestView {
  const sender = readSender(desk, request.sender);
  return {
    ...request,
    senderName: sender ? nameOfSender(sender) : null,
    warnings: warningsNow(desk.profile, request.warnings, sender && (sender.address || sender.name)),
    ...toldOf(desk, desk.profile, desk.roster(), request, beside),
  };
}

/** Requests as a list shows them. */
export function viewRows(desk: Desk, rows: readonly StoredRow[], beside = NOTHING): RequestRow[] {
  const [roster, { profile }] = [desk.roster(), desk];
  return rows.map((row) => {
    const { waits: _waits, senderAddress, ...shown } = row;
    const who = shown.senderName === null ? undefined : senderAddress || shown.senderName;
    const warnings = warningsNow(profile, shown.warnings, who).map(({ code }) => ({ code }));
    return { ...shown, warnings, ...toldOf(desk, profile, roster, row, beside) };
  });
}
