import { z } from 'zod';
import type { Desk } from '#electron/people/desk.ts';
import { nameOf } from '#shared/people/roster.ts';
import { isUrgent, requestDeadline } from '#shared/requests/deadlines.ts';
import type { Request } from '#shared/requests/request.ts';
import type { RequestRow } from '#shared/requests/views.ts';

/** Who asked: kept as a blob beside the journal, so that it can be forgotten. */
export const senderSchema = z.object({ name: z.string(), address: z.string() });
export type Sender = z.infer<typeof senderSchema>;

/** The sender behind a blob; `undefined` when forgotten. */
export function readSender(desk: Desk, blob: string | null): Sender | undefined {
  const bytes = blob === null ? undefined : desk.blobs.get(blob);
  return bytes && senderSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
}

/** A request as a list shows it. */
export function viewRow(desk: Desk, request: Request): RequestRow {
  const { calendar } = desk.profile;
  const sender = readSender(desk, request.sender);
  return {
    ...request,
    senderName: sender ? sender.name || sender.address : null,
    inChargeName: request.inCharge && nameOf(desk.roster(), request.inCharge.person),
    urgent: isUrgent(calendar, request.receivedAt, request.data.sendDate),
    due: requestDeadline(calendar, request, desk.now()),
  };
}
