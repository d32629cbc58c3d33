import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '#electron/app.ts';
import type { Period } from '#shared/report/period.ts';
import { contractorFiles } from './contractor.ts';
import { act } from './procedure.ts';

/** Names of the contractor's files in the workspace: what the demo "chooses" when the app asks for a file. */
export const STATEMENT_FILE = 'rendiconto-ditta.csv';
export const INVOICE_FILE = 'fattura-ditta.xml';

/** Why the office lets a difference pass: none of them changes what is paid. */
const ACCEPTED_BECAUSE = {
  date: 'Il giorno giusto è quello del registro.',
  time: 'L’ora giusta è quella del registro.',
  text: 'Il rendiconto porta il testo accorciato.',
  recipients: 'La ditta non conta chi ha bloccato il servizio.',
} as const;

/** What is only probably the same is looked at and confirmed by a person. */
async function confirmProbable(app: App, period: Period): Promise<void> {
  const { comparison } = await act(app, 'report.get', { period });
  for (const { register, statement: row } of comparison?.toConfirm ?? []) {
    const statement = comparison?.statement.find((item) => item.row === row)?.key ?? '';
    await act(app, 'report.pair', { period, choice: { kind: 'same', register, statement } });
  }
}

/** The contractor's statement and invoice are compared with the register, and the office decides (P51–P53). */
export async function liquidate(app: App, workspace: string, period: Period): Promise<void> {
  const { statement, invoice } = contractorFiles(await act(app, 'register.list', { from: null, to: null }));
  writeFileSync(join(workspace, STATEMENT_FILE), statement);
  writeFileSync(join(workspace, INVOICE_FILE), invoice);
  await act(app, 'people.actAs', { id: 'ornella' });
  await act(app, 'report.chooseStatement', { period });
  await act(app, 'report.chooseInvoice', { period });
  await act(app, 'report.assign', { period, assigned: '2027-01-07', delivered: '2027-01-05' });
  await confirmProbable(app, period);
  const { comparison } = await act(app, 'report.get', { period });
  if (!comparison) return;
  for (const { register, differences } of comparison.matched) {
    if (differences.length === 0) continue;
    const note = [...new Set(differences.map(({ field }) => ACCEPTED_BECAUSE[field]))].join(' ');
    await act(app, 'report.decide', { period, about: { register }, outcome: 'accepted', note });
  }
  const keyOf = (row: number): string => comparison.statement.find((item) => item.row === row)?.key ?? '';
  const lonely = [
    ...comparison.onlyStatement.map((row) => [row, 'Non risulta nel registro.'] as const),
    ...comparison.doubles.flatMap((double) =>
      'statement' in double ? [[double.statement, `Doppio della riga ${double.of}.`] as const] : [],
    ),
  ];
  for (const [row, note] of lonely) {
    await act(app, 'report.decide', {
      period,
      about: { statement: keyOf(row) },
      outcome: 'contested',
      note,
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
