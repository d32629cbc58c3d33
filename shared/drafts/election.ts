/** The head's two answers in an election period (P39): what they are, what they are bound to. Pure. */
import { z } from 'zod';
import type { NewFact } from '#shared/journal/fact.ts';
import { type Day, sayDay } from '#shared/kernel/day.ts';
import { type Instant, instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from '#shared/people/context.ts';
import { type ElectionPeriod, electionAt, lastDayOf } from '#shared/people/profile/elections.ts';
import { draftFact, type ElectionAnswers } from './facts.ts';

/** The answers to a text, as its facts tell them: they count for the text of this hash alone. */
export const electionSchema = z.object({
  hash: z.string(),
  /** Last day of the period they were given for. */
  until: z.iso.date(),
  impersonal: z.boolean(),
  essential: z.string(),
  by: z.string(),
  at: instantSchema,
  /** The operator who wrote down what the head said elsewhere (P38); null when the head answered in the app. */
  recordedBy: z.string().nullable(),
  way: z.enum(['app', 'telefono', 'e-mail']),
});
export type Election = z.infer<typeof electionSchema>;

/** Who answered and how, where an operator writes it down (P38). */
export interface AnsweredElsewhere {
  readonly by: string;
  readonly at: Instant;
  readonly way: 'telefono' | 'e-mail';
  readonly note: string;
}

/** The fact that the head answered for the text of a hash. */
export const answerElection = (
  draft: string,
  hash: string,
  period: ElectionPeriod,
  answers: ElectionAnswers,
  elsewhere?: AnsweredElsewhere,
): NewFact =>
  draftFact('draft.electionAnswered', `draft/${draft}`, {
    hash,
    until: lastDayOf(period),
    ...answers,
    ...(elsewhere ? { elsewhere: { ...elsewhere } } : {}),
  });

/** What is said of a notice that leaves in a period and has no answers. */
const answersMissing = (until: Day): Problem => ({
  code: 'election-answers-missing',
  what: `L’avviso parte in periodo elettorale, fino a ${sayDay(until)}: mancano le due risposte del capo settore.`,
  remedy: 'Dai le due risposte accanto al testo, poi approva.',
});

/**
 * What an approval says of the election period its notice leaves in: nothing outside of one, else the answers; the problem
 * `election-answers-missing` without them.
 */
export function answersAtApproval(
  draft: string,
  hash: string,
  leaves: Instant,
  answers: ElectionAnswers | undefined,
  { profile }: Pick<Context, 'profile'>,
  elsewhere?: AnsweredElsewhere,
): Result<readonly NewFact[], Problem> {
  const period = electionAt(profile.electionPeriods, leaves);
  if (!period) return ok([]);
  if (!answers?.impersonal) return problem(answersMissing(lastDayOf(period)));
  return ok([answerElection(draft, hash, period, answers, elsewhere)]);
}
