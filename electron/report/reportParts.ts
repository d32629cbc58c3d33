import type { Desk } from '#electron/people/desk.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { type Assessment, assess } from '#shared/report/assessment.ts';
import { rowsOfPeriod } from '#shared/report/figures.ts';
import { daysOfPeriod, type Period, yearBefore } from '#shared/report/period.ts';
import { type Reconciliation, reconcile } from '#shared/report/reconcile.ts';
import { registerRows } from '#shared/report/registerRows.ts';
import type { ReportCase } from '#shared/report/reportCase.ts';
import type { RegisterRow } from '#shared/report/rows.ts';
import type { RegisterItem, StatementItem } from '#shared/report/statement.ts';
import type { CaseFiles } from './readFiles.ts';

/** Everything that follows from a case: what the screen shows and what the PDF prints are made from it. */
export interface ReportParts extends Assessment {
  readonly case: ReportCase;
  /** The register of the period, of the one before and of the year before. */
  readonly rows: readonly RegisterRow[];
  /** The register of the period alone, as it is compared. */
  readonly register: readonly RegisterItem[];
  readonly statement: readonly StatementItem[] | null;
  readonly reconciliation: Reconciliation | null;
  readonly problems: readonly Problem[];
}

export interface PartsSources {
  readonly desk: Desk;
  readonly register: RegisterStore;
  readonly files: CaseFiles;
}

const itemOf = ({ number, day, time, sentText, recipients, link }: RegisterRow): RegisterItem => ({
  number,
  day,
  time,
  text: sentText,
  recipients,
  link,
});

/** Reads the files of a case and compares them with the register (P51, P52); unreadable files become problems. */
export async function partsOf(
  { desk, register, files }: PartsSources,
  period: Period,
  state: ReportCase,
): Promise<ReportParts> {
  const { calendar, contract } = desk.profile;
  const entries = register.between(daysOfPeriod(yearBefore(period)).from, daysOfPeriod(period).to);
  const rows = registerRows(entries, calendar);
  const items = rowsOfPeriod(rows, period).map(itemOf);
  const problems: Problem[] = [];
  const readStatement = state.statement && (await files.statement(state.statement));
  const readInvoice = state.invoice && (await files.invoice(state.invoice));
  for (const read of [readStatement, readInvoice]) if (read && !read.ok) problems.push(read.error);

  const statement = readStatement?.ok ? readStatement.value : null;
  const reconciliation = statement && reconcile(items, statement, state.choices);
  const assessed = assess({
    period,
    contract: contract ?? null,
    statement,
    reconciliation,
    decisions: state.decisions,
    invoice: readInvoice?.ok ? readInvoice.value : null,
    chosenBody: state.invoice?.body,
  });
  return { case: state, rows, register: items, statement, reconciliation, ...assessed, problems };
}
