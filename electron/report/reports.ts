import { join } from 'node:path';
import { z } from 'zod';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import { sha256 } from '#electron/journal/journal.ts';
import type { Numbering } from '#electron/register/numbering.ts';
import { keepNumbered } from '#electron/register/recording.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { BodyOf } from '#shared/journal/vocabulary.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import { headOf } from '#shared/people/roster.ts';
import { type Addition, addedId, addToRegister } from '#shared/report/addition.ts';
import { statementKeys } from '#shared/report/choices.ts';
import type { ReportInput } from '#shared/report/document/compose.ts';
import { type Dropped, INVOICE_ENDINGS, STATEMENT_ENDINGS } from '#shared/report/dropped.ts';
import { reportFact, type reportFacts } from '#shared/report/facts.ts';
import { exchangeDue, reportDue } from '#shared/report/invoice/deadline.ts';
import { isInPeriod, type Period } from '#shared/report/period.ts';
import { isAlone } from '#shared/report/reconciling/reconcile.ts';
import type { Preview } from '#shared/report/statement/preview.ts';
import type { ReportView } from '#shared/report/views.ts';
import type { ReportCaseStore } from './caseStore.ts';
import { chooseFile } from './chooseFile.ts';
import { caseFiles } from './readFiles.ts';
import { type ReportParts, reportPartsOf } from './reportParts.ts';
import { viewReport } from './reportView.ts';
import { writeReport } from './writeReport.ts';

/** A report that was made: its id, its file, what it counts and the hash of its bytes. */
export interface MadeReport {
  readonly id: string;
  readonly fileName: string;
  /** Absolute paths of the PDF and of the data beside it. */
  readonly files: { readonly pdf: string; readonly xlsx: string; readonly csv: string; readonly json: string };
  readonly messages: number;
  readonly sha256: string;
  /** Characters no font draws: the PDF shows a square in their place. */
  readonly missing: readonly string[];
}

export interface ReportSources {
  readonly register: RegisterStore;
  readonly requests: RequestStore;
  readonly drafts: DraftStore;
  readonly numbering: Numbering;
  readonly cases: ReportCaseStore;
}

const statementMissing = (): Result<never, Problem> =>
  problem({
    code: 'statement-missing',
    what: 'Non c’è ancora un rendiconto.',
    remedy: 'Scegli prima il file della ditta.',
  });

const madeSchema = z.record(z.string(), z.string());
const MADE = 'reports';

function inputOf(desk: Desk, period: Period, parts: ReportParts): ReportInput {
  const { municipality, acts, calendar, pressure, reportDeadline } = desk.profile;
  const { statement, reconciliation, arithmetic, invoice, case: state } = parts;
  return {
    period,
    rows: parts.rows,
    heard: parts.heard,
    calendar,
    pressureLimits: { 7: pressure.sevenDays, 30: pressure.thirtyDays },
    municipality,
    office: 'PuntoSi',
    acts,
    comparison:
      statement && reconciliation ? { statement, reconciliation, decisions: state.decisions, arithmetic } : null,
    invoice: invoice && {
      ...invoice,
      assigned: state.assigned,
      due: state.assigned && reportDue(state.assigned, reportDeadline, calendar),
      exchangeDue: state.delivered && exchangeDue(state.delivered),
    },
    conclusion: state.conclusion,
    // A concluded report is dated by its conclusion: the same facts give the same bytes on any day (P54).
    date: romeOf(state.conclusion?.at ?? desk.now()).day,
    signature: {
      place: municipality.replace(/^Comune di /, ''),
      role: 'Il capo settore',
      person: headOf(desk.roster())?.name ?? '',
    },
  };
}

/** Use-cases of the report (P50–P54). */
export function reportCases(desk: Desk, { register, requests, drafts, numbering, cases }: ReportSources) {
  const files = caseFiles(desk);
  const parts = (period: Period): Promise<ReportParts> =>
    reportPartsOf({ desk, register, requests, drafts, files }, period, cases.get(period));
  const keep = <Type extends keyof typeof reportFacts>(
    period: Period,
    type: Type,
    body: BodyOf<typeof reportFacts, Type>,
  ): Done => {
    return desk.act(() => ok([reportFact(type, `period/${period}`, body)]));
  };
  const read = async (
    title: string,
    endings: readonly string[],
    then: (file: { fileName: string; blob: string }) => Done,
    dropped?: Dropped,
  ): Promise<Result<{ chosen: boolean }, Problem>> => {
    const file = dropped
      ? ok({ fileName: dropped.fileName, bytes: Buffer.from(dropped.base64, 'base64') })
      : await chooseFile(desk, title, endings);
    if (!file.ok) return file;
    if (file.value === null) return ok({ chosen: false });
    const { fileName, bytes } = file.value;
    const kept = storageResult(() => desk.blobs.put(bytes));
    if (!kept.ok) return kept;
    return map(then({ fileName, blob: kept.value }), () => ({ chosen: true }));
  };

  return {
    get: async ({ period }: { readonly period: Period }): Promise<Result<ReportView, Problem>> =>
      ok(viewReport(period, await parts(period), desk.profile, romeOf(desk.now()).day)),
    chooseStatement: ({ period, dropped }: { readonly period: Period; readonly dropped?: Dropped }) =>
      read(
        'Scegli il rendiconto della ditta',
        STATEMENT_ENDINGS,
        (file) => keep(period, 'period.statementRead', { ...file, map: null }),
        dropped,
      ),
    mapStatement: ({
      period,
      map,
    }: {
      readonly period: Period;
      readonly map: Record<string, string | number>;
    }): Done => {
      const { statement } = cases.get(period);
      if (!statement) return statementMissing();
      return keep(period, 'period.statementRead', { blob: statement.blob, fileName: statement.fileName, map });
    },
    /** The first rows of the statement, to tell its columns by. */
    previewStatement: async ({ period }: { readonly period: Period }): Promise<Result<Preview, Problem>> => {
      const { statement } = cases.get(period);
      return statement ? files.preview(statement) : statementMissing();
    },
    chooseInvoice: ({ period, dropped }: { readonly period: Period; readonly dropped?: Dropped }) =>
      read(
        'Scegli la fattura elettronica',
        INVOICE_ENDINGS,
        (file) => keep(period, 'period.invoiceRead', file),
        dropped,
      ),
    /** Among the invoices of one file, the one that is looked at. */
    chooseBody: ({ period, body }: { readonly period: Period; readonly body: number }): Done => {
      const { invoice } = cases.get(period);
      if (!invoice)
        return problem({
          code: 'invoice-missing',
          what: 'Non c’è ancora una fattura.',
          remedy: 'Scegli prima il file.',
        });
      return keep(period, 'period.invoiceRead', { blob: invoice.blob, fileName: invoice.fileName, body });
    },
    pair: ({
      period,
      choice,
    }: {
      readonly period: Period;
      readonly choice: BodyOf<typeof reportFacts, 'period.paired'>;
    }): Done => keep(period, 'period.paired', choice),
    unpair: ({ period, ...pair }: { readonly period: Period } & BodyOf<typeof reportFacts, 'period.unpaired'>): Done =>
      keep(period, 'period.unpaired', pair),
    reopen: ({ period, about }: { readonly period: Period } & BodyOf<typeof reportFacts, 'period.reopened'>): Done =>
      keep(period, 'period.reopened', { about }),
    decide: ({
      period,
      ...decision
    }: { readonly period: Period } & BodyOf<typeof reportFacts, 'period.decided'>): Done =>
      keep(period, 'period.decided', decision),
    /** Puts a message the contractor lists and nobody registered into the register, with the number it gets (P40). */
    addToRegister: async ({
      period,
      statement: key,
      ...addition
    }: { readonly period: Period; readonly statement: string } & Addition): Promise<
      Result<{ number: string }, Problem>
    > => {
      const { case: state, statement, reconciliation } = await parts(period);
      const keys = statementKeys(statement ?? []);
      const item = statement?.find((each) => keys.get(each) === key);
      if (!state.statement || !reconciliation || !item || !isAlone(reconciliation, item.row)) {
        return problem({
          code: 'row-not-alone',
          what: 'Questa riga del rendiconto ha già un compagno nel registro, o non c’è più.',
          remedy: 'Guarda di nuovo le liste del confronto.',
        });
      }
      const row = { period, fileName: state.statement.fileName, item, key };
      const id = addedId(row, sha256);
      if (register.get(id)) {
        return problem({
          code: 'row-added',
          what: 'Questo avviso è già stato aggiunto al registro.',
          remedy: 'Cercalo nel registro.',
        });
      }
      return keepNumbered(desk, { register, numbering }, id, (context, highest) =>
        addToRegister(row, addition, context, highest),
      );
    },
    assign: ({ period, ...days }: { readonly period: Period } & BodyOf<typeof reportFacts, 'period.assigned'>): Done =>
      keep(period, 'period.assigned', days),
    conclude: ({
      period,
      ...conclusion
    }: { readonly period: Period } & BodyOf<typeof reportFacts, 'period.concluded'>): Done =>
      keep(period, 'period.concluded', conclusion),
    build: async ({ period }: { readonly period: Period }, path?: string): Promise<Result<MadeReport, Problem>> => {
      const all = await parts(period);
      const fileName = `report-${period}.pdf`;
      const target = path ?? join(desk.folders.get().reports, fileName);
      const written = await writeReport(inputOf(desk, period, all), target, desk.files);
      if (!written.ok) return written;
      const { pdf, xlsx, csv, json, ...rest } = written.value;
      desk.local.set(MADE, { ...desk.local.get(MADE, madeSchema), [period]: pdf });
      const messages = all.rows.filter(({ day }) => isInPeriod(period, day)).length;
      return ok({ id: period, fileName, files: { pdf, xlsx, csv, json }, messages, ...rest });
    },
    open: async ({ id, what }: { readonly id: string; readonly what: 'document' | 'folder' }): Promise<Done> => {
      const path = desk.local.get(MADE, madeSchema)?.[id];
      if (path === undefined) {
        return problem({
          code: 'report-unknown',
          what: 'Il report di questo periodo non è ancora stato creato.',
          remedy: 'Crea il report, poi aprilo.',
        });
      }
      return desk.system.open(what, path);
    },
  };
}
