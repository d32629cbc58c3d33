import type { Check, Finding, Place } from './check.ts';
import { databaseCheck, folderCheck } from './checks/data.ts';
import { nodeCheck } from './checks/node.ts';
import { pdfCheck } from './checks/pdf.ts';
import { shareCheck } from './checks/share.ts';
import { sqliteCheck } from './checks/sqlite.ts';

/** Every check, the most basic first. A new one is a file in `checks` and a place here. */
const CHECKS: readonly Check[] = [nodeCheck, sqliteCheck, folderCheck, databaseCheck, shareCheck, pdfCheck];

/** Runs every check; one that throws becomes an error of its own and stops none of the others. */
export async function examine(place: Place): Promise<readonly (Finding & { readonly name: string })[]> {
  const findings: (Finding & { readonly name: string })[] = [];
  for (const { name, run } of CHECKS) {
    try {
      findings.push({ name, ...(await run(place)) });
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
