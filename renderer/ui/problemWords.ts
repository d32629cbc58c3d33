import { accountOf, type Problem } from '#shared/kernel/problem.ts';

/** A problem as the banner shows it: what happened, then why and what is safe, then what to do. */
export interface ProblemWords {
  /** What happened, without a full stop. */
  readonly heading: string;
  readonly lines: readonly string[];
  /** The name of the problem: what can be done about it has its button where the app knows one. */
  readonly code: string;
}

/** The parts of a problem where the banner shows them (L6). */
export function problemOf({ code, what, why, remedy }: Problem): ProblemWords {
  const heading = what.endsWith('.') ? what.slice(0, -1) : what;
  return { code, heading, lines: why === undefined ? [remedy] : [why, remedy] };
}

/** A problem as one line of text, for where a banner has no room. */
export const sayProblem = (problem: Problem): string => `${accountOf(problem)} ${problem.remedy}`;
