import { accountOf, type Problem } from '#shared/kernel/problem.ts';

/** A problem as the command line answers it: what happened and why are one text there. */
export interface ProblemAnswer {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** The problem in the form the command line promises to whoever reads its answers. */
export const answerProblem = (problem: Problem): ProblemAnswer => ({
  code: problem.code,
  message: accountOf(problem),
  remedy: problem.remedy,
});
