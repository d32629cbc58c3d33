import type { Draft } from '#shared/drafts/draft.ts';
import { type Heard, sayHeardOutcome } from '#shared/drafts/heard.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { type Entry, entryNumber } from '#shared/register/entry.ts';
import { isInPeriod, type Period } from '#shared/report/period.ts';

/** A decision of the head that somebody else wrote down (P38), as the report lists it. */
export interface HeardRow {
  /** Null of a notice that is not in the register: it was not sent. */
  readonly number: string | null;
  readonly title: string;
  /** `Rinviata a …`. */
  readonly decision: string;
  readonly way: Heard['way'];
  /** Who decided, by name, and when. */
  readonly by: string;
  readonly at: Instant;
  /** Who wrote it down, by name, and when. */
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  /** Why it was not approved; null of an approval. */
  readonly why: string | null;
}

/** A text with such decisions, and what became of it. */
export interface HeardAbout {
  readonly draft: Pick<Draft, 'heard'>;
  /** Its row of the register. */
  readonly entry: Entry | undefined;
  readonly title: string;
}

const isApproval = ({ outcome }: Heard): boolean => outcome.startsWith('approvata');

/**
 * The decisions that belong to a period, oldest first: an approval to the period in which its notice was sent, what was
 * not approved to the one in which that was decided. `name` turns the id of a person into a name.
 */
export function heardRows(
  period: Period,
  about: readonly HeardAbout[],
  name: (person: string) => string,
): readonly HeardRow[] {
  return about
    .flatMap(({ draft, entry, title }) =>
      (draft.heard ?? []).flatMap((heard) => {
        const counts = isApproval(heard) ? entry?.sentAt : heard.at;
        if (counts === undefined || !isInPeriod(period, romeOf(counts).day)) return [];
        const { way, at, recordedAt, why } = heard;
        const number = entry ? entryNumber(entry) : null;
        const people = { by: name(heard.by), recordedBy: name(heard.recordedBy) };
        return [{ number, title, decision: sayHeardOutcome(heard), way, at, recordedAt, why, ...people }];
      }),
    )
    .sort((one, other) => compare(one.at, other.at) || compare(one.title, other.title));
}

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
