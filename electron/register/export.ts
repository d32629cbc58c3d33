import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { storageResult } from '#electron/db/storageProblem.ts';
import { writeWholeFile } from '#electron/journal/wholeFile.ts';
import type { Desk } from '#electron/people/desk.ts';
import type { SheetValue } from '#electron/tables/sheet.ts';
import { runWorker } from '#electron/workers/run.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { entryNumber } from '#shared/register/entry.ts';
import type { RegisterFilter, RegisterOrder } from '#shared/register/search.ts';
import type { SheetTask } from './registerSheet.worker.ts';
import type { RegisterIndex } from './search.ts';
import { EMPTY_SHEET, type SheetSources, sheetRow } from './sheet.ts';
import type { RegisterStore } from './store.ts';

/** What the shell answers: see `Ask`, whose shape this is the part of. */
type AskOpen = (ask: {
  readonly what: 'open-document' | 'show-in-folder';
  readonly path: string;
}) => Promise<Result<unknown, Problem>>;

export interface ExportSources {
  readonly store: RegisterStore;
  readonly index: RegisterIndex;
  /** Where the files are written. */
  readonly folder: () => string;
  readonly ask: AskOpen;
}

export type ExportFormat = SheetTask['format'];

const LAST_EXPORT = 'register-export';
/** Rows read between two breaths: a long export must not hold up a call from the screen. */
const ROWS_A_TURN = 500;
const TIMEOUT_MILLISECONDS = 180_000;
const HEAP_MEGABYTES = 3_072;

/** Use-cases that take the register, or a part of it, out of the app (P42, P43). */
export function exportCases(desk: Desk, { store, index, folder, ask }: ExportSources) {
  const readRows = async (ids: readonly string[]): Promise<readonly (readonly SheetValue[])[]> => {
    const numberOf: SheetSources['numberOf'] = (id) => {
      const other = store.get(id);
      return other ? entryNumber(other) : null;
    };
    const sources = { roster: desk.roster(), numberOf };
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
      return problem(
        'nothing-to-export',
        'Con questi filtri non c’è alcuna riga da esportare.',
        'Togli qualche filtro, poi esporta di nuovo.',
      );
    }
    const { day, time } = romeOf(desk.now());
    const task: SheetTask = { format, sheet: { ...EMPTY_SHEET, rows }, created: day };
    const made = await runWorker<Uint8Array>({
      word: 'register',
      name: 'registerSheet',
      input: task,
      timeoutMilliseconds: TIMEOUT_MILLISECONDS,
      heapMegabytes: HEAP_MEGABYTES,
    });
    if (!made.ok) {
      return problem(
        made.error.code,
        `Il file con ${rows.length} righe non è pronto. ${made.error.message} Il registro è al sicuro.`,
        'Restringi i filtri, per esempio a un anno alla volta, poi esporta di nuovo.',
      );
    }
    const fileName = `registro-${day}-${time.replace(':', '')}.${format}`;
    const path = join(folder(), fileName);
    const written = storageResult(() => writeWholeFile(path, made.value));
    if (!written.ok) return written;
    desk.local.set(LAST_EXPORT, path);
    return ok({ fileName, rows: rows.length });
  };

  /** Opens the file exported last on this computer, or shows it in its folder. */
  const open = async ({
    what,
  }: {
    readonly what: 'document' | 'folder';
  }): Promise<Result<Record<string, never>, Problem>> => {
    const path = desk.local.get(LAST_EXPORT, z.string());
    if (path === undefined) {
      return problem(
        'nothing-exported',
        'Da questa postazione il registro non è ancora stato esportato.',
        'Esporta il registro, poi apri il file.',
      );
    }
    const opened = await ask({ what: what === 'document' ? 'open-document' : 'show-in-folder', path });
    return opened.ok ? ok({}) : opened;
  };
  return { write, open };
}
