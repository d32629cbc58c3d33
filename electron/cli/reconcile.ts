import { readTable } from '#electron/tables/readTable.ts';
import { MAXIMUM_FILE_BYTES, type Table } from '#electron/tables/table.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { reconcile } from '#shared/report/reconciling/reconcile.ts';
import { type ColumnMap, columnMapSchema } from '#shared/report/statement/columns.ts';
import { readRegisterFile, readStatement } from '#shared/report/statement/statement.ts';
import type { Command } from './command.ts';
import { readInput } from './files.ts';

async function tableOf(file: string): Promise<Result<Table, Problem>> {
  const bytes = await readInput(file, MAXIMUM_FILE_BYTES + 1);
  return bytes.ok ? readTable(bytes.value, file) : bytes;
}

function mapOf(json: string | undefined): Result<ColumnMap | undefined, Problem> {
  if (json === undefined) return ok(undefined);
  try {
    const parsed = columnMapSchema.safeParse(JSON.parse(json));
    if (parsed.success) return ok(parsed.data);
  } catch {
    // Told below together with a map of another form.
  }
  return problem({
    code: 'map-invalid',
    what: 'La mappa delle colonne non si capisce.',
    remedy: 'Scrivila così: --map \'{"date":"B","text":"D","headerRow":5}\'',
  });
}

/** Compares a register with the contractor's statement. */
export const reconcileCommand: Command = {
  options: { register: { type: 'string' }, statement: { type: 'string' }, map: { type: 'string' } },
  required: ['register', 'statement'],
  files: [0, 0],
  run: async (call) => {
    const map = mapOf(call.option('map'));
    if (!map.ok) return map;
    const registerTable = await tableOf(call.needed('register'));
    if (!registerTable.ok) return registerTable;
    const statementTable = await tableOf(call.needed('statement'));
    if (!statementTable.ok) return statementTable;
    const register = readRegisterFile(registerTable.value.rows);
    if (!register.ok) return register;
    const statement = readStatement(statementTable.value.rows, map.value);
    if (!statement.ok) return statement;
    const { lostChoices: _lost, ...found } = reconcile(register.value, statement.value.items);
    return ok(found);
  },
};
