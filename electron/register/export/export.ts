import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { RegisterIndex } from '#electron/register/search/search.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import type { SheetValue } from '#electron/tables/sheet.ts';
import { runWorker } from '#electron/workers/run.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { accountOf, type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { SheetSources } from '#shared/register/columns.ts';
import { entryNumber } from '#shared/register/entry.ts';
import type { RegisterFilter, RegisterOrder } from '#shared/register/search/search.ts';
import type { SheetTask } from './registerSheet.worker.ts';
import { sheetRow, usedSheet } from './sheet.ts';

export interface ExportSources {
  readonly store: RegisterStore;
  readonly index: RegisterIndex;
  readonly heardOf: SheetSources['heardOf'];
}

export type ExportFormat = SheetTask['format'];

const LAST_EXPORT = 'register-export';
/** Rows read between two breaths: a long export must not hold up a call from the screen. */
const ROWS_A_TURN = 500;
const TIMEOUT_MILLISECONDS = 180_000;
const HEAP_MEGABYTES = 3_072;

/** Use-cases that take the register, or a part of it, out of the app (P42, P43). */
export function exportCases(desk: Desk, { store, index, heardOf }: ExportSources) {
  const readRows = async (ids: readonly string[]): Promise<readonly (readonly SheetValue[])[]> => {
    const numberOf: SheetSources['numberOf'] = (id) => {
      const other = store.get(id);
      return other ? entryNumber(other) : null;
    };
    const sources = { roster: desk.roster(), numberOf, heardOf };
    const rows: (readonly SheetValue[])[] = [];
    for (const [at, id] of ids.entries()) {
      if (at % ROWS_A_TURN === 0) await setImmediate();
      const entry = store.get(id);
      if (entry) rows.push(sheetRow(entry, sources));
    }
    return rows;
  };

  /** Writes what the filter lets through as one file, in the order wanted; answers with its name and how many rows it has. */
  const write = async (
    input: RegisterFilter & { readonly order: RegisterOrder; readonly format: ExportFormat },
  ): Promise<Result<{ fileName: string; rows: number }, Problem>> => {
    const { format } = input;
    const rows = await readRows(index.idsOf(input, input.order));
    if (rows.length === 0) {
      return problem({
        code: 'nothing-to-export',
        what: 'Con questi filtri non c’è alcuna riga da esportare.',
        remedy: 'Togli qualche filtro, poi esporta di nuovo.',
      });
    }
    const { day, time } = romeOf(desk.now());
    const task: SheetTask = { format, sheet: usedSheet(rows), created: day };
    const result = await runWorker<Uint8Array>({
      word: 'register/export',
      name: 'registerSheet',
      input: task,
      timeoutMilliseconds: TIMEOUT_MILLISECONDS,
      heapMegabytes: HEAP_MEGABYTES,
    });
    if (!result.ok) {
      return problem({
        code: result.error.code,
        what: `Il file con ${rows.length} righe non è pronto.`,
        why: `${accountOf(result.error)} Il registro è al sicuro.`,
        remedy: 'Restringi i filtri, per esempio a un anno alla volta, poi esporta di nuovo.',
      });
    }
    const fileName = `registro-${day}-${time.replace(':', '')}.${format}`;
    const path = join(desk.folders.get().reports, fileName);
    const written = await desk.files.write([{ path, content: result.value }]);
    if (!written.ok) return written;
    desk.local.set(LAST_EXPORT, path);
    return ok({ fileName, rows: rows.length });
  };

  /** Opens the file exported last on this computer, or shows it in its folder. */
  const open = async ({ what }: { readonly what: 'document' | 'folder' }): Promise<Done> => {
    const path = desk.local.get(LAST_EXPORT, z.string());
    if (path === undefined) {
      return problem({
        code: 'nothing-exported',
        what: 'Da questa postazione il registro non è ancora stato esportato.',
        remedy: 'Esporta il registro, poi apri il file.',
      });
    }
    return desk.system.open(what, path);
  };
  return { write, open };
}
