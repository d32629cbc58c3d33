import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { copiesFolder, copiesOf } from '#electron/db/copies.ts';
import { EXAMPLE_MARK } from '#electron/demo/run.ts';
import { type DoctorCheck, failure, fine, warning } from '#electron/diagnostics/check.ts';
import { asideOf } from '#electron/recovery/aside.ts';
import { viewCopy } from '#electron/recovery/preview.ts';
import type { CopyView } from '#shared/ipc/recovery.ts';
import { isCopyLate } from '#shared/journal/health.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { accountOf } from '#shared/kernel/problem.ts';

const KINDS: Readonly<Record<CopyView['kind'], string>> = {
  daily: 'del giorno',
  'before-update': 'prima di un aggiornamento',
  'set-aside': 'messi da parte',
};

function lineOf({ name, kind, madeAt, preview, problem }: CopyView): string {
  const { day, time } = romeOf(madeAt);
  const made = `${name} (${KINDS[kind]}, ${day} ${time})`;
  if (!preview) return `${made}: ${problem ? accountOf(problem) : 'non si legge'}`;
  const number = preview.lastNumber === null ? 'nessun numero' : `ultimo numero ${preview.lastNumber}`;
  return `${made}: ${preview.notices} avvisi, ${number}`;
}

/** The copies of the data: which there are, what they hold, whether they can be read. */
export const copiesCheck: DoctorCheck = {
  name: 'Copie dei dati',
  run: ({ data }) => {
    if (data === null) return warning('Senza cartella non si sa dove sono le copie.', 'Aggiungi --data CARTELLA.');
    const copies = copiesOf(data).map(viewCopy);
    const aside = asideOf(data).map(viewCopy);
    if (copies.length === 0 && existsSync(join(data, EXAMPLE_MARK)))
      return fine('I dati dell’esempio sono inventati: di quelli non si fanno copie.');
    if (copies.length === 0) {
      return warning(
        ['Non ci sono copie.', ...aside.map(lineOf)].join('\n'),
        'L’app ne fa una al giorno mentre è aperta; «backup» ne fa una adesso.',
      );
    }
    const list = `In «${copiesFolder(data)}» e accanto ai dati:\n${[...copies, ...aside].map(lineOf).join('\n')}`;
    const damaged = copies.filter(({ preview }) => preview === null);
    if (damaged.length === copies.length) return failure(list, 'Nessuna copia si legge: fanne una con «backup».');
    if (damaged.length > 0) return warning(list, 'Una copia non si legge: per ripristinare usa un’altra.');
    const newest = copies[0]?.madeAt ?? null;
    return isCopyLate(newest, null, new Date().toISOString())
      ? warning(list, 'L’ultima copia ha più di tre giorni: apri l’app, o fanne una con «backup».')
      : fine(list);
  },
};
