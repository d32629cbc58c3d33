import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { markerOf } from '#electron/share/folderLog.ts';
import { locate } from '#electron/share/locate.ts';
import { nodeFolder } from '#electron/share/nodeFolder.ts';
import { type Check, failure, fine, warning } from '../check.ts';

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
export const shareCheck: Check = {
  name: 'Cartella condivisa',
  run: async ({ data }) => {
    if (data === null || !existsSync(join(data, 'avvisi.db'))) {
      return warning('Senza dati dell’app non si sa dov’è la cartella condivisa.', 'Indica la cartella «dati».');
    }
    const path = chosenIn(data);
    if (path === null) return fine(ALONE);
    try {
      const place = await locate(path);
      const space = await markerOf(nodeFolder(place.path), async () => undefined);
      if (typeof space === 'string') {
        return failure(`In «${place.path}» non c’è un registro che si legga.`, 'Scegli la cartella giusta, o crealo.');
      }
      return place.withoutSpace
        ? warning(
            `Trovata solo senza lo spazio davanti a un nome: «${place.path}».`,
            'Sceglila di nuovo, per sicurezza.',
          )
        : fine(`Registro in «${place.path}».`);
    } catch (cause) {
      const known = problemOfStorage(cause);
      if (!known) throw cause;
      return failure(known.message, known.remedy);
    }
  },
};
