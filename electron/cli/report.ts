import { resolve } from 'node:path';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { periodSchema } from '#shared/report/period.ts';
import type { Command } from './command.ts';
import { openWorkspace } from './workspace.ts';

/** Writes the report of two months from a workspace. */
export const reportCommand: Command = {
  options: { period: { type: 'string' }, out: { type: 'string' } },
  required: ['data', 'period', 'out'],
  files: [0, 0],
  run: async (call) => {
    const period = periodSchema.safeParse(call.needed('period'));
    if (!period.success) {
      return problem({
        code: 'period-invalid',
        what: `«${call.needed('period')}» non è un bimestre.`,
        remedy: 'Scrivi --period AAAA-N: 2026-1 è gennaio–febbraio, 2026-6 novembre–dicembre.',
      });
    }
    const workspace = await openWorkspace(call);
    if (!workspace.ok) return workspace;
    const { app } = workspace.value;
    const result = await app.writeReport(period.data, resolve(call.needed('out')));
    app.close();
    if (!result.ok) return result;
    const { files, sha256, missing } = result.value;
    if (missing.length > 0) call.tell(`Nel PDF un quadratino sta al posto di: ${missing.join(' ')}`);
    return ok({ pdf: files.pdf, xlsx: files.xlsx, json: files.json, sha256 });
  },
};
