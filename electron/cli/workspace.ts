import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type App, openApp } from '#electron/app.ts';
import { thisComputer } from '#electron/db/computer.ts';
import { EXAMPLE_MARK } from '#electron/demo/run.ts';
import { openShare } from '#electron/share/openShare.ts';
import { forkShare } from '#electron/share/process/forkShare.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import type { CommandCall } from './command.ts';
import { profileOf } from './profile.ts';

/** Opens the workspace of `--data`; it must exist already. The caller closes it. */
export async function openWorkspace(
  call: CommandCall,
): Promise<Result<{ readonly app: App; readonly folder: string }, Problem>> {
  const data = call.option('data');
  if (data === undefined) {
    return problem({ code: 'data-missing', what: 'Manca la cartella dei dati.', remedy: 'Aggiungi --data CARTELLA.' });
  }
  const folder = resolve(data);
  if (!existsSync(join(folder, 'avvisi.db'))) {
    return problem({
      code: 'data-unknown',
      what: `Nella cartella «${data}» non ci sono dati dell’app.`,
      remedy: 'Indica la cartella «dati» di una postazione o della prova.',
    });
  }
  const isExample = existsSync(join(folder, EXAMPLE_MARK));
  const profile = isExample && call.option('profile') === undefined ? ok(valdombra) : await profileOf(call);
  if (!profile.ok) return profile;
  const app = openApp({
    dataFolder: folder,
    profile: profile.value,
    training: isExample,
    online: call.flag('online'),
    computer: await thisComputer('riga di comando'),
    now: () => new Date().toISOString(),
    changed: () => undefined,
    ask: async () =>
      problem({ code: 'no-window', what: 'La riga di comando non ha una finestra.', remedy: 'Apri l’app.' }),
    ...(isExample ? {} : { openShare: (configured) => openShare(configured, { spawn: forkShare }) }),
    log: (id, cause) => call.tell(`[${id}] ${String(cause)}`),
    checkOutputs: false,
  });
  return app.ok ? ok({ app: app.value, folder }) : app;
}
