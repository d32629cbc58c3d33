import type { Day } from '#shared/kernel/day.ts';
import type { Profile } from '#shared/people/profile.ts';
import { statementKeys } from '#shared/report/choices.ts';
import { countdown, exchangeDue, REPORT_DEADLINE, reportDue } from '#shared/report/deadline.ts';
import type { Period } from '#shared/report/period.ts';
import type { ReportView } from '#shared/report/views.ts';
import type { ReportParts } from './reportParts.ts';

/** A report as its screen shows it. */
export function viewReport(period: Period, parts: ReportParts, { calendar }: Profile, today: Day): ReportView {
  const { case: state, rows, register, statement, reconciliation, arithmetic, invoice, problems } = parts;
  const named = new Map(rows.map((row) => [row.number, row]));
  const keys = statementKeys(statement ?? []);
  const { assigned, delivered } = state;
  return {
    period,
    case: state,
    register: register.map((item) => ({
      ...item,
      title: named.get(item.number)?.title ?? '',
      office: named.get(item.number)?.office ?? null,
    })),
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
        : countdown(reportDue(assigned, REPORT_DEADLINE, calendar), today, 'Il termine di 10 giorni'),
    exchange:
      delivered === null ? null : countdown(exchangeDue(delivered), today, 'Il termine del sistema di interscambio'),
  };
}

type PairView = NonNullable<ReportView['comparison']>['matched'][number];

const mutable = (pair: NonNullable<ReportParts['reconciliation']>['matched'][number]): PairView => ({
  ...pair,
  differences: [...pair.differences],
});
