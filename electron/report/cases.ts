import type { Desk } from '#electron/desk/desk.ts';
import type { OpenWord, Word } from '#electron/desk/word.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { Numbering } from '#electron/register/numbering.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { reportContract } from '#shared/report/contract.ts';
import { reportBlobs, reportFacts } from '#shared/report/facts.ts';
import type { Period } from '#shared/report/period.ts';
import { reportWaits } from '#shared/report/waits.ts';
import { type ReportCaseStore, reportCaseStore, reportProjections } from './caseStore.ts';
import { type MadeReport, reportCases } from './reports.ts';

/** What the report brings to the house. */
export const report = {
  facts: [reportFacts],
  blobs: reportBlobs,
  projections: reportProjections,
  store: reportCaseStore,
} satisfies Word<ReportCaseStore>;

export interface ReportPorts {
  readonly store: ReportCaseStore;
  readonly register: RegisterStore;
  readonly requests: RequestStore;
  readonly drafts: DraftStore;
  readonly numbering: Numbering;
}

export interface OpenReport extends OpenWord<typeof reportContract> {
  /** Writes the report of a period as the PDF `path`, its data beside it: for the command line, which names files. */
  readonly write: (period: Period, path: string) => Promise<Result<MadeReport, Problem>>;
}

/** The use-cases of the two months (P50–P54). */
export function openReport(desk: Desk, { store, numbering, ...stores }: ReportPorts): OpenReport {
  const report = reportCases(desk, { ...stores, cases: store, numbering });
  return {
    topic: 'report',
    write: (period, path) => report.build({ period }, path),
    cases: {
      'report.get': report.get,
      'report.waiting': () => ok([...reportWaits(store.all(), romeOf(desk.now()).day, desk.profile)]),
      'report.chooseStatement': report.chooseStatement,
      'report.mapStatement': report.mapStatement,
      'report.previewStatement': report.previewStatement,
      'report.chooseInvoice': report.chooseInvoice,
      'report.chooseBody': report.chooseBody,
      'report.pair': report.pair,
      'report.unpair': report.unpair,
      'report.decide': report.decide,
      'report.reopen': report.reopen,
      'report.addToRegister': report.addToRegister,
      'report.assign': report.assign,
      'report.conclude': report.conclude,
      'report.build': async (input) => {
        const result = await report.build(input);
        if (!result.ok) return result;
        const { files: _files, missing, ...shown } = result.value;
        return ok({ ...shown, missing: [...missing] });
      },
      'report.open': report.open,
    },
  };
}
