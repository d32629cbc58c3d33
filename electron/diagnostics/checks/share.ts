import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { type DoctorCheck, failure, fine, warning } from '#electron/diagnostics/check.ts';
import { isDatabaseEmpty } from '#electron/recovery/lost.ts';
import { markerOf } from '#electron/share/folder/folderLog.ts';
import { locate } from '#electron/share/folder/locate.ts';
import { nodeFolder } from '#electron/share/folder/nodeFolder.ts';
import { accountOf } from '#shared/kernel/problem.ts';

const ALONE = 'Questa postazione lavora da sola: non è scelta una cartella condivisa.';

/** The path of the shared folder chosen on a desk, or null when it works alone or its data do not open. */
function chosenIn(data: string): string | null {
  const opened = openDatabase(join(data, 'avvisi.db'), migrations);
  if (!opened.ok) return null;
  const chosen = localValues(opened.value).get('share', z.object({ path: z.string() }));
  opened.value.close();
  return chosen?.path ?? null;
}

/** The shared register is where it was chosen and its marker can be read; writes nothing. */
export const shareCheck: DoctorCheck = {
  name: 'Cartella condivisa',
  run: async ({ data }) => {
    if (data === null || !existsSync(join(data, 'avvisi.db')) || isDatabaseEmpty(data)) {
      return warning('Senza dati dell’app non si sa dov’è la cartella condivisa.', 'Indica la cartella «dati».');
    }
    const path = chosenIn(data);
    if (path === null) return fine(ALONE);
    try {
      const location = await locate(path);
      const space = await markerOf(nodeFolder(location.path), async () => undefined);
      if (typeof space === 'string') {
        return failure(
          `In «${location.path}» non c’è un registro che si legga.`,
          'Scegli la cartella giusta, o crealo.',
        );
      }
      return location.withoutSpace
        ? warning(
            `Trovata solo senza lo spazio davanti a un nome: «${location.path}».`,
            'Sceglila di nuovo, per sicurezza.',
          )
        : fine(`Registro in «${location.path}».`);
    } catch (cause) {
      const known = problemOfStorage(cause);
      if (!known) throw cause;
      return failure(accountOf(known), known.remedy);
    }
  },
};
