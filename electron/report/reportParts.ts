import type { Desk } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { nameOf } from '#shared/people/roster.ts';
import { type Assessment, assess } from '#shared/report/assessment.ts';
import { rowsOfPeriod } from '#shared/report/figures/figures.ts';
import { type HeardRow, heardRows } from '#shared/report/figures/heardRows.ts';
import { registerRows } from '#shared/report/figures/registerRows.ts';
import type { RegisterRow } from '#shared/report/figures/rows.ts';
import { priceOf } from '#shared/report/invoice/price.ts';
import { daysOfPeriod, type Period, yearBefore } from '#shared/report/period.ts';
import { type Reconciliation, reconcile } from '#shared/report/reconciling/reconcile.ts';
import type { ReportCase } from '#shared/report/reportCase.ts';
import type { StatementItem } from '#shared/report/statement/statement.ts';
import type { CaseFiles } from './readFiles.ts';

/** Everything that follows from a case: what the screen shows and what the PDF prints are made from it. */
export interface ReportParts extends Assessment {
  readonly case: ReportCase;
  /** The register of the period, of the one before and of the year before. */
  readonly rows: readonly RegisterRow[];
  /** The register of the period alone, as it is compared. */
  readonly register: readonly RegisterRow[];
  /** The decisions somebody wrote down for the head (P38), of the period. */
  readonly heard: readonly HeardRow[];
  readonly statement: readonly StatementItem[] | null;
  readonly reconciliation: Reconciliation | null;
  readonly problems: readonly Problem[];
  /** Why there is no price to do the sums with; null when there is one. */
  readonly unpriced: Problem | null;
}

export interface PartsSources {
  readonly desk: Desk;
  readonly register: RegisterStore;
  readonly requests: RequestStore;
  readonly drafts: DraftStore;
  readonly files: CaseFiles;
}

/** Reads the files of a case and compares them with the register (P51, P52); unreadable files become problems. */
export async function reportPartsOf(
  { desk, register, requests, drafts, files }: PartsSources,
  period: Period,
  state: ReportCase,
): Promise<ReportParts> {
  const { calendar, contract } = desk.profile;
  const roster = desk.roster();
  const entries = register.between(daysOfPeriod(yearBefore(period)).from, daysOfPeriod(period).to);
  const name = (id: string): string => nameOf(roster, id);
  const rows = registerRows(entries, calendar, name);
  const about = drafts.heard().map((draft) => {
    const entry = register.get(draft.id);
    return { draft, entry, title: entry?.title ?? requests.get(draft.id)?.title ?? '' };
  });
  const own = rowsOfPeriod(rows, period);
  const problems: Problem[] = [];
  const readStatement = state.statement && (await files.statement(state.statement));
  const readInvoice = state.invoice && (await files.invoice(state.invoice));
  for (const read of [readStatement, readInvoice]) if (read && !read.ok) problems.push(read.error);

  const statement = readStatement?.ok ? readStatement.value : null;
  const reconciliation = statement && reconcile(own, statement, state.choices);
  const price = priceOf(contract, period);
  const assessed = assess({
    period,
    contract: price.ok ? price.value : null,
    statement,
    reconciliation,
    decisions: state.decisions,
    invoice: readInvoice?.ok ? readInvoice.value : null,
    chosenBody: state.invoice?.body,
  });
  return {
    case: state,
    rows,
    register: own,
    heard: heardRows(period, about, name),
    statement,
    reconciliation,
    ...assessed,
    problems,
    unpriced: price.ok ? null : price.error,
  };
}
