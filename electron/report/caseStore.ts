import type { ReadableDatabase } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { emptyCase, foldReportCase, type ReportCase, reportCaseSchema } from '#shared/report/reportCase.ts';

const cases = entityTable({
  kind: 'period',
  version: 2,
  topic: 'report',
  schema: reportCaseSchema,
  fold: foldReportCase,
  columns: {},
});

export const reportProjections: readonly Projection[] = [cases.projection];

export interface ReportCaseStore {
  readonly get: (period: string) => ReportCase;
  /** Everything somebody worked on, by period. */
  readonly all: () => readonly ReportCase[];
}

/** Reads what the office has done for each report. */
export function reportCaseStore(database: ReadableDatabase): ReportCaseStore {
  const open = cases.open(database);
  return { get: (period) => open.get(period) ?? emptyCase(period), all: () => open.list() };
}
