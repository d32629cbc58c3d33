/** How the data, the copies and what was damaged read on the screen. Pure. */

import { capitalised, sayMomentAt } from '#renderer/ui/moments.ts';
import type { CopyView, RecoveryView } from '#shared/ipc/recovery.ts';
import type { HealthView } from '#shared/journal/health.ts';
import type { Day } from '#shared/kernel/day.ts';
import { plural } from '#shared/kernel/text.ts';

const KINDS: Readonly<Record<CopyView['kind'], string>> = {
  daily: 'copia del giorno',
  'before-update': 'copia di prima di un aggiornamento',
  'set-aside': 'dati di prima, messi da parte',
};

/** `Ieri alle 09:05`, what a copy is called by. */
export const sayCopy = ({ madeAt }: Pick<CopyView, 'madeAt'>, today: Day): string =>
  capitalised(sayMomentAt(madeAt, today));

/** What a copy is and holds: how many notices, the last number, the last thing that happened. */
export function copyLines({ kind, preview }: CopyView, today: Day): readonly string[] {
  if (!preview) return [capitalised(KINDS[kind])];
  const { notices, requests, lastNumber, lastFactAt } = preview;
  const number = lastNumber === null ? 'nessun numero di registro' : `ultimo numero ${lastNumber}`;
  const last = lastFactAt === null ? 'nessun dato' : sayMomentAt(lastFactAt, today);
  return [
    `${capitalised(KINDS[kind])}: ${plural(notices, 'avviso', 'avvisi')} nel registro, ${number}, ${plural(requests, 'richiesta', 'richieste')}.`,
    `Ultima cosa registrata: ${last}.`,
  ];
}

/** What lies in the folder of the data, in words. */
export function foundLines({ found, copies }: Pick<RecoveryView, 'found' | 'copies'>): readonly string[] {
  const { attachments, documents, databaseBytes } = found;
  const aside = copies.filter(({ kind }) => kind === 'set-aside').length;
  const made = copies.length - aside;
  return [
    databaseBytes > 0 ? 'Il file dei dati c’è, ma non si legge.' : 'Il file dei dati manca o è vuoto.',
    `${plural(attachments, 'e-mail o allegato conservato', 'e-mail e allegati conservati')}.`,
    `${plural(documents, 'lettera o relazione', 'lettere e relazioni')}.`,
    made === 0 ? 'Nessuna copia dei dati.' : `${plural(made, 'copia', 'copie')} dei dati.`,
    ...(aside === 0 ? [] : [`Dati di prima, messi da parte: ${aside}.`]),
  ];
}

const ABOUT: Readonly<Record<string, string>> = {
  request: 'una richiesta',
  draft: 'un testo',
  job: 'un invio',
  entry: 'una riga del registro',
  person: 'una persona',
  absence: 'un’assenza',
  report: 'un report',
  device: 'una postazione',
};

/** What is damaged and stops nothing, a line for each: `Un fatto su una richiesta, scritto ieri alle 09:05`. */
export function damagedLines(damaged: HealthView['damaged'], today: Day): readonly string[] {
  return damaged.map(({ what, kind, at }) => {
    const about = ABOUT[kind] ?? 'un’altra cosa';
    if (what === 'row') return `Una riga su ${about}: questa riga è rovinata.`;
    const moment =
      at !== null && /^\d{4}-\d{2}-\d{2}T/.test(at) ? `scritto ${sayMomentAt(at, today)}` : 'di data ignota';
    return `Un dato su ${about}, ${moment}: non è più quello che era stato scritto.`;
  });
}
