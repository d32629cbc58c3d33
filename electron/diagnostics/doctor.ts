import { copiesCheck } from '#electron/diagnostics/checks/copies.ts';
import { databaseCheck, folderCheck } from '#electron/diagnostics/checks/data.ts';
import { logCheck } from '#electron/diagnostics/checks/log.ts';
import { nodeCheck } from '#electron/diagnostics/checks/node.ts';
import { pdfCheck } from '#electron/diagnostics/checks/pdf.ts';
import { secretsCheck } from '#electron/diagnostics/checks/secrets.ts';
import { shareCheck } from '#electron/diagnostics/checks/share.ts';
import { sqliteCheck } from '#electron/diagnostics/checks/sqlite.ts';
import type { DoctorCheck, DoctorFinding, DoctorInput } from './check.ts';

/** Every check, the most basic first. A new one is a file in `checks` and a place here. */
const CHECKS: readonly DoctorCheck[] = [
  nodeCheck,
  sqliteCheck,
  folderCheck,
  databaseCheck,
  secretsCheck(process.platform),
  copiesCheck,
  shareCheck,
  pdfCheck,
  logCheck,
];

/** Runs every check; one that throws becomes an error of its own and stops none of the others. */
export async function examine(input: DoctorInput): Promise<readonly (DoctorFinding & { readonly name: string })[]> {
  const findings: (DoctorFinding & { readonly name: string })[] = [];
  for (const { name, run } of CHECKS) {
    try {
      findings.push({ name, ...(await run(input)) });
    } catch (cause) {
      findings.push({
        name,
        outcome: 'error',
        message: String(cause),
        remedy: 'Segnala questo messaggio all’assistenza.',
      });
    }
  }
  return findings;
}
