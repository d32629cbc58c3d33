/** How far the files of a report are: chosen, read, or unreadable. Pure. */
import type { Problem } from '#shared/kernel/problem.ts';
import type { ReportView } from '#shared/report/views.ts';

/** Why the statement cannot be read; its problem comes before the invoice's. */
export const statementProblem = ({ case: state, comparison, problems }: ReportView): Problem | undefined =>
  state.statement && !comparison ? problems[0] : undefined;

/** Why the invoice cannot be read. */
export const invoiceProblem = (view: ReportView): Problem | undefined =>
  view.case.invoice ? view.problems[statementProblem(view) ? 1 : 0] : undefined;
