import type { Desk } from '#electron/desk/desk.ts';
import { readInvoice } from '#electron/report/invoice/invoice.ts';
import { readTable } from '#electron/tables/readTable.ts';
import type { Table } from '#electron/tables/table.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Invoice } from '#shared/report/invoice/invoice.ts';
import type { ReportCase } from '#shared/report/reportCase.ts';
import { type ColumnMap, columnMapSchema } from '#shared/report/statement/columns.ts';
import { type Preview, previewOf } from '#shared/report/statement/preview.ts';
import { readStatement, type StatementItem } from '#shared/report/statement/statement.ts';

type StatementFile = NonNullable<ReportCase['statement']>;

/** Reads the files of a case; what was read once is kept while the app runs, by the hash of the file. */
export interface CaseFiles {
  readonly statement: (file: StatementFile) => Promise<Result<readonly StatementItem[], Problem>>;
  /** The first rows of a statement as they stand in its file. */
  readonly preview: (file: StatementFile) => Promise<Result<Preview, Problem>>;
  readonly invoice: (file: NonNullable<ReportCase['invoice']>) => Promise<Result<Invoice, Problem>>;
}

const forgotten = (fileName: string): Result<never, Problem> =>
  problem({
    code: 'file-forgotten',
    what: `Il file «${fileName}» non c’è più su questo computer.`,
    remedy: 'Scegli di nuovo il file.',
  });

function once<Value>(): (key: string, read: () => Promise<Result<Value, Problem>>) => Promise<Result<Value, Problem>> {
  const kept = new Map<string, Promise<Result<Value, Problem>>>();
  return (key, read) => {
    const known = kept.get(key) ?? read();
    kept.set(key, known);
    return known;
  };
}

/** The files of the cases of one desk. */
export function caseFiles(desk: Desk): CaseFiles {
  const statements = once<readonly StatementItem[]>();
  const invoices = once<Invoice>();
  const tableOf = async ({ blob, fileName }: StatementFile): Promise<Result<Table, Problem>> => {
    const bytes = desk.blobs.get(blob);
    return bytes ? readTable(bytes, fileName) : forgotten(fileName);
  };
  /** A map that arrived in a fact and is none counts for nothing: the columns are looked for. */
  const mapOf = ({ map }: StatementFile): ColumnMap | undefined => columnMapSchema.safeParse(map).data;
  return {
    statement: (file) =>
      statements(`${file.blob} ${JSON.stringify(file.map)}`, async () => {
        const table = await tableOf(file);
        if (!table.ok) return table;
        const read = readStatement(table.value.rows, mapOf(file));
        return read.ok ? ok(read.value.items) : read;
      }),
    preview: async (file) => {
      const table = await tableOf(file);
      return table.ok ? ok(previewOf(table.value, mapOf(file))) : table;
    },
    invoice: ({ blob, fileName }) =>
      invoices(blob, async () => {
        const bytes = desk.blobs.get(blob);
        return bytes ? readInvoice(bytes) : forgotten(fileName);
      }),
  };
}
