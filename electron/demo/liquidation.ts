import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '#electron/app.ts';
import type { Period } from '#shared/report/period.ts';
import { contractorFiles } from './contractor.ts';
import { act } from './procedure.ts';

/** Names of the contractor's files in the workspace: what the demo "chooses" when the app asks for a file. */
export const STATEMENT_FILE = 'rendiconto-ditta.csv';
export const INVOICE_FILE = 'fattura-ditta.xml';

/** The contractor's statement and invoice are compared with the register, and the office decides (P51–P53). */
export async function liquidate(app: App, workspace: string, period: Period): Promise<void> {
  const { statement, invoice } = contractorFiles(await act(app, 'register.list', { from: null, to: null }));
  writeFileSync(join(workspace, STATEMENT_FILE), statement);
  writeFileSync(join(workspace, INVOICE_FILE), invoice);
  await act(app, 'people.actAs', { id: 'ornella' });
  await act(app, 'report.chooseStatement', { period });
  await act(app, 'report.chooseInvoice', { period });
  await act(app, 'report.assign', { period, assigned: '2027-01-07', delivered: '2027-01-05' });
  const { comparison } = await act(app, 'report.get', { period });
  if (!comparison) return;
  const keyOf = (row: number): string => comparison.statement.find((item) => item.row === row)?.key ?? '';
  const lonely = [
    ...comparison.onlyStatement,
    ...comparison.doubles.flatMap((double) => ('statement' in double ? [double.statement] : [])),
  ];
  for (const row of lonely) {
    await act(app, 'report.decide', {
      period,
      about: { statement: keyOf(row) },
      outcome: 'contested',
      note: 'Non risulta nel registro.',
    });
  }
  for (const register of comparison.onlyRegister) {
    await act(app, 'report.decide', {
      period,
      about: { register },
      outcome: 'accepted',
      note: 'Inviato e non fatturato.',
    });
  }
  await act(app, 'report.conclude', {
    period,
    tone: 'warning',
    title: 'Si liquida la parte riconciliata',
    text: 'La fattura chiede messaggi che il registro non conferma. Si contesta la differenza e si chiede una nota di credito; il resto si liquida nei termini.',
  });
}
