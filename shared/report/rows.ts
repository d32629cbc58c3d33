import type { Day, Time } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';

/** A notice of the register as the report needs it: one per notice really sent (P40, P50). */
export interface RegisterRow {
  /** As written in the register: `2026/0042`. */
  readonly number: string;
  /** Day and time of the real sending, on the clocks of Europe/Rome. */
  readonly day: Day;
  readonly time: Time | null;
  readonly title: string;
  readonly office: string | null;
  readonly category: string | null;
  /** How it reached the citizens, in words: `gruppo operativo`. */
  readonly route: string | null;
  /** Null where no approval exists: the alternative way (P32). */
  readonly approvedText: string | null;
  readonly sentText: string;
  readonly link: string | null;
  readonly recipients: number | null;
  /** Less notice than the rule wants (P14): intake was due on the same day. */
  readonly urgent: boolean;
  readonly receivedAt: Instant | null;
  readonly forwardedAt: Instant | null;
  readonly approvedAt: Instant | null;
  /** When the desk waited for someone else: these times do not count (P27). */
  readonly waits: readonly { readonly from: Instant; readonly to: Instant }[];
}
