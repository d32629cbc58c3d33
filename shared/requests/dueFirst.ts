import type { Calendar } from '#shared/kernel/workdays.ts';
import { hasteAfter, type Timed } from './deadlines.ts';
import type { Request } from './request.ts';

/** As much of a request to be done as its place in the list needs. */
export interface WorkRow extends Omit<Timed, 'waiting'>, Pick<Request, 'id'> {
  readonly inCharge: { readonly person: string } | null;
}

/** By what the list is sorted for the person at the desk. */
export interface WorkOrder {
  readonly calendar: Calendar;
  /** Who sits at the desk; what somebody else has in charge is not theirs to do. */
  readonly person: string | undefined;
}

/**
 * The requests to be done in the order in which a list may be cut short: the urgent ones, then by deadline (P5, P14),
 * and last what others have in charge. The deadline depends on the calendar and on the clock of waits, so no column can
 * hold it: it is computed for every row.
 */
export function dueFirst(rows: readonly WorkRow[], { calendar, person }: WorkOrder): readonly WorkRow[] {
  return rows
    .map((row) => {
      const ofOthers = row.inCharge !== null && row.inCharge.person !== person;
      const { urgent, due } = hasteAfter(calendar, row);
      return { row, key: `${ofOthers ? 1 : 0} ${urgent ? 0 : 1} ${due} ${row.receivedAt} ${row.id}` };
    })
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ row }) => row);
}
