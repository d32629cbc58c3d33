import type { SheetColumn, SheetData, SheetValue } from '#electron/tables/sheet.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { nameOf, type Roster } from '#shared/people/roster.ts';
import { type Entry, entryNumber } from '#shared/register/entry.ts';
import { saySeries } from '#shared/register/series.ts';

/** What a column of the exported register is made from besides the row. */
export interface SheetSources {
  readonly roster: Roster;
  /** Number of another row, as `2026/0042`; null when it is not there. */
  readonly numberOf: (id: string) => string | null;
}

type Column = SheetColumn & { readonly value: (entry: Entry, sources: SheetSources) => SheetValue };

/** Columns of the exported register (P43). The heads are those the reconciliation recognises in a file. */
const COLUMNS: readonly Column[] = [
  { head: 'Numero', kind: 'text', width: 11, value: entryNumber },
  { head: 'Data invio', kind: 'day', width: 12, value: ({ sentAt }) => romeOf(sentAt).day },
  { head: 'Ora invio', kind: 'time', width: 9, value: ({ sentAt }) => romeOf(sentAt).time },
  { head: 'Titolo', kind: 'text', width: 40, value: ({ title }) => title },
  { head: 'Testo', kind: 'text', width: 60, value: ({ sent }) => sent.text },
  { head: 'Ufficio', kind: 'text', width: 20, value: ({ office }) => office },
  { head: 'Categoria', kind: 'text', width: 16, value: ({ category }) => category },
  { head: 'Motivo', kind: 'text', width: 16, value: ({ reason }) => reason },
  { head: 'Via', kind: 'text', width: 20, value: ({ route }) => route },
  { head: 'Link', kind: 'text', width: 40, value: ({ link }) => link },
  { head: 'Destinatari', kind: 'whole', width: 12, value: ({ recipients }) => recipients },
  { head: 'Data richiesta', kind: 'day', width: 14, value: ({ requestedDate }) => requestedDate },
  { head: 'Testo chiesto', kind: 'text', width: 40, value: ({ asked }) => asked },
  { head: 'Testo riscritto', kind: 'text', width: 40, value: ({ rewritten }) => rewritten.text },
  { head: 'Riscritto da', kind: 'text', width: 20, value: ({ rewritten }, { roster }) => nameOf(roster, rewritten.by) },
  { head: 'Testo approvato', kind: 'text', width: 40, value: ({ approved }) => approved?.text ?? null },
  {
    head: 'Approvato da',
    kind: 'text',
    width: 20,
    value: ({ approved }, { roster }) => approved && nameOf(roster, approved.by),
  },
  { head: 'Confermato da', kind: 'text', width: 20, value: ({ sent }, { roster }) => nameOf(roster, sent.by) },
  { head: 'Scostamenti', kind: 'text', width: 40, value: ({ deviations }) => deviations.join('\n') },
  {
    head: 'Emergenza autorizzata da',
    kind: 'text',
    width: 24,
    value: ({ emergency }) => emergency?.authoriser ?? null,
  },
  {
    head: 'Serie',
    kind: 'text',
    width: 24,
    value: ({ series }) => (series ? `${series.name}, ${saySeries(series)}` : null),
  },
  {
    head: 'Rettifica',
    kind: 'text',
    width: 11,
    value: ({ corrects }, { numberOf }) => (corrects === undefined ? null : numberOf(corrects)),
  },
];

/** The exported register without rows. */
export const EMPTY_SHEET: SheetData = {
  name: 'Registro',
  columns: COLUMNS.map(({ head, kind, width }) => ({ head, kind, width })),
  rows: [],
};

/** A row of the exported register. */
export function sheetRow(entry: Entry, sources: SheetSources): readonly SheetValue[] {
  return COLUMNS.map(({ value }) => value(entry, sources));
}
