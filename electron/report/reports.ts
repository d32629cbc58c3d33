import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { storageResult } from '#electron/db/storageProblem.ts';
import { writeWholeFile } from '#electron/journal/wholeFile.ts';
import type { Desk } from '#electron/people/desk.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { headOf } from '#shared/people/roster.ts';
import { overviewDocument } from '#shared/report/overview.ts';
import { daysOfPeriod, isInPeriod, type Period, yearBefore } from '#shared/report/period.ts';
import { registerRows } from '#shared/report/registerRows.ts';
import { renderPdf } from './pdf.ts';

/** A report that was made: its id, its file, what it counts and the hash of its bytes. */
export interface MadeReport {
  readonly id: string;
  readonly fileName: string;
  readonly path: string;
  readonly messages: number;
  readonly sha256: string;
}

type OpenFile = (ask: {
  readonly what: 'open-document' | 'show-in-folder';
  readonly path: string;
}) => Promise<Result<unknown, Problem>>;

const madeSchema = z.record(z.string(), z.string());
const MADE = 'reports';

/** Use-cases of the report (P50, P54). */
export function reportCases(
  desk: Desk,
  {
    register,
    folder,
    ask,
  }: { readonly register: RegisterStore; readonly folder: () => string; readonly ask: OpenFile },
) {
  const build = async ({ period }: { readonly period: Period }): Promise<Result<MadeReport, Problem>> => {
    const rows = registerRows(
      register.between(daysOfPeriod(yearBefore(period)).from, daysOfPeriod(period).to),
      desk.profile.calendar,
    );
    const document = overviewDocument({
      period,
      rows,
      profile: desk.profile,
      date: romeOf(desk.now()).day,
      head: headOf(desk.roster())?.name ?? '',
    });
    const rendered = await renderPdf(document);
    if (!rendered.ok) return rendered;
    const fileName = `report-${period}.pdf`;
    const path = join(folder(), fileName);
    const written = storageResult(() => writeWholeFile(path, rendered.value.bytes));
    if (!written.ok) return written;
    desk.local.set(MADE, { ...desk.local.get(MADE, madeSchema), [period]: path });
    const sha256 = createHash('sha256').update(rendered.value.bytes).digest('hex');
    return ok({
      id: period,
      fileName,
      path,
      messages: rows.filter(({ day }) => isInPeriod(period, day)).length,
      sha256,
    });
  };
  const open = async ({
    id,
    what,
  }: {
    readonly id: string;
    readonly what: 'document' | 'folder';
  }): Promise<Result<Record<string, never>, Problem>> => {
    const path = desk.local.get(MADE, madeSchema)?.[id];
    if (path === undefined) {
      return problem(
        'report-unknown',
        'Il report di questo periodo non è ancora stato creato.',
        'Crea il report, poi aprilo.',
      );
    }
    const opened = await ask({ what: what === 'document' ? 'open-document' : 'show-in-folder', path });
    return opened.ok ? ok({}) : opened;
  };
  return { build, open };
}
