/** Election periods (P39; art. 9 of law 28/2000): what a period is, and which one a day lies in. Pure. */
import { z } from 'zod';
import { type Day, daySchema, sayDay } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';

/** What is voted for, as the calling of the vote says it. */
export const ELECTION_KINDS = ['comunali', 'regionali', 'politiche', 'europee', 'referendum'] as const;
export type ElectionKind = (typeof ELECTION_KINDS)[number];

const ELECTION_WORDS: Readonly<Record<ElectionKind, string>> = {
  comunali: 'Elezioni comunali',
  regionali: 'Elezioni regionali',
  politiche: 'Elezioni politiche',
  europee: 'Elezioni europee',
  referendum: 'Referendum',
};

export const electionPeriodSchema = z
  .object({
    kind: z.enum(ELECTION_KINDS),
    /** The day the vote was called. */
    from: daySchema,
    /** The last day of the vote. */
    to: daySchema,
    /** The last day of the run-off; null where none is foreseen. */
    runOff: daySchema.nullable().default(null),
    /** Where the days come from, as `decreto del prefetto del 9 ottobre`. */
    source: z.string().trim().min(1).max(300),
  })
  .refine(({ from, to, runOff }) => from <= to && (runOff === null || runOff > to));
export type ElectionPeriod = z.infer<typeof electionPeriodSchema>;

/** The last day of a period, the run-off included. */
export const lastDayOf = ({ to, runOff }: Pick<ElectionPeriod, 'to' | 'runOff'>): Day => runOff ?? to;

/** The period a day lies in, its first and its last day included; of several the one that ends last. */
export function electionOn(periods: readonly ElectionPeriod[], day: Day): ElectionPeriod | undefined {
  return periods
    .filter((period) => period.from <= day && day <= lastDayOf(period))
    .toSorted((one, other) => (lastDayOf(one) < lastDayOf(other) ? 1 : -1))[0];
}

/** The period a moment lies in, by its day in Rome (P39: the planned day counts). */
export const electionAt = (periods: readonly ElectionPeriod[], moment: Instant): ElectionPeriod | undefined =>
  electionOn(periods, romeOf(moment).day);

/** `Elezioni comunali`. */
export const sayElectionKind = (kind: ElectionKind): string => ELECTION_WORDS[kind];

/** `Periodo elettorale fino a lunedì 7 dicembre`. */
export const sayElectionEnd = (period: Pick<ElectionPeriod, 'to' | 'runOff'>): string =>
  `Periodo elettorale fino a ${sayDay(lastDayOf(period))}`;

/** `Elezioni comunali, ballottaggio compreso, anche se qui non si vota.` */
export const sayElection = ({ kind, runOff }: Pick<ElectionPeriod, 'kind' | 'runOff'>): string =>
  `${ELECTION_WORDS[kind]}${runOff === null ? '' : ', ballottaggio compreso'}, anche se qui non si vota.`;

/** What the law asks for, in plain words; whether a text keeps to it is for a person to say. */
export const ELECTION_LAW =
  'Art. 9 della legge 28/2000: dalla convocazione dei comizi alla chiusura delle operazioni di voto ogni amministrazione comunica solo in forma impersonale, e solo quello che è indispensabile per svolgere bene le proprie funzioni.';
