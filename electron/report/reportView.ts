import type { Day } from '#shared/kernel/day.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { statementKeys } from '#shared/report/choices.ts';
import { countdown, exchangeDue, reportDue, sayDeadline } from '#shared/report/invoice/deadline.ts';
import type { Period } from '#shared/report/period.ts';
import type { ReportView } from '#shared/report/views.ts';
import type { ReportParts } from './reportParts.ts';

/** A report as its screen shows it. */
export function viewReport(
  period: Period,
  parts: ReportParts,
  { calendar, reportDeadline }: Profile,
  today: Day,
): ReportView {
  const { case: state, register, statement, reconciliation, arithmetic, invoice, problems, unpriced } = parts;
  const keys = statementKeys(statement ?? []);
  const { assigned, delivered } = state;
  return {
    period,
    case: state,
    register: [...register],
    comparison:
      statement && reconciliation
        ? {
            statement: statement.map((item) => ({ ...item, key: keys.get(item) ?? '' })),
            matched: reconciliation.matched.map(mutable),
            toConfirm: reconciliation.toConfirm.map(mutable),
            onlyRegister: [...reconciliation.onlyRegister],
            onlyStatement: [...reconciliation.onlyStatement],
            doubles: [...reconciliation.doubles],
          }
        : null,
    problems: [...problems],
    unpriced,
    arithmetic,
    invoice: invoice && {
      ...invoice,
      bodies: [...invoice.bodies],
      warnings: [...invoice.warnings],
      checks: [...invoice.checks],
    },
    deadline:
      assigned === null
        ? null
        : countdown(reportDue(assigned, reportDeadline, calendar), today, sayDeadline(reportDeadline)),
    exchange:
      delivered === null ? null : countdown(exchangeDue(delivered), today, 'Il termine del sistema di interscambio'),
  };
}

type PairView = NonNullable<ReportView['comparison']>['matched'][number];

const mutable = (pair: NonNullable<ReportParts['reconciliation']>['matched'][number]): PairView => ({
  ...pair,
  differences: [...pair.differences],
});
