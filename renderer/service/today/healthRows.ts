/** The rows of Oggi about the data of this computer. Pure. */

import { capitalised, sayMomentAt } from '#renderer/ui/moments.ts';
import type { HealthView } from '#shared/journal/health.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Session } from '#shared/people/session.ts';
import type { TodayRow } from './todayRows.ts';

const healthRow = (id: string, row: Pick<TodayRow, 'verb' | 'thing' | 'flag' | 'due' | 'at' | 'story'>): TodayRow => ({
  id,
  target: { place: 'copies' },
  sign: 'warning',
  office: undefined,
  action: 'Apri le copie',
  ...row,
});

/** What waits for a person about the data of this computer (P41): restored ones, damaged ones, a copy that is late. */
export function healthRows(health: HealthView | undefined, { today }: Pick<Session, 'today'>): readonly TodayRow[] {
  if (!health) return [];
  const { restored, damaged, copies } = health;
  const rows: TodayRow[] = [];
  if (restored) {
    const from = sayMomentAt(restored.from, today);
    rows.push(
      healthRow('restored', {
        verb: 'Guarda la coda dopo il ripristino',
        thing: 'gli invii aspettano',
        flag: { text: 'invii fermi', tone: 'bad', sign: 'error' },
        due: `da ${sayMomentAt(restored.at, today)}`,
        at: '',
        story: `I dati sono quelli di ${from}: qualche avviso può essere già partito. Segnalo, poi fai ripartire gli invii.`,
      }),
    );
  }
  if (damaged.length > 0) {
    rows.push(
      healthRow('damaged', {
        verb: 'Guarda i dati rovinati',
        thing: plural(damaged.length, 'dato non si legge', 'dati non si leggono'),
        flag: { text: 'da vedere', tone: 'warn', sign: 'warning' },
        due: 'adesso',
        at: '',
        story:
          'Gli altri dati sono stati letti. Quello rovinato non è stato condiviso: una copia di prima può averlo intero.',
      }),
    );
  }
  if (copies.isLate) {
    const last = copies.newest === null ? 'nessuna copia buona' : `l’ultima è di ${sayMomentAt(copies.newest, today)}`;
    rows.push(
      healthRow('copies', {
        verb: 'Controlla le copie dei dati',
        thing: last,
        flag: { text: 'copia vecchia', tone: 'warn', sign: 'warning' },
        due: 'oggi',
        at: copies.newest ?? copies.since ?? '',
        story: `${capitalised(last)}. ${copies.problem ? `${copies.problem.what} ${copies.problem.remedy}` : 'Fanne una adesso.'}`,
      }),
    );
  }
  return rows;
}
