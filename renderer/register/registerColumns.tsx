import type { ReactNode } from 'react';
import { Sign, type TableColumn, VisuallyHidden } from '#renderer/ui/index.ts';
import type { Day } from '#shared/kernel/day.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type ColumnId, SCREEN_COLUMNS } from '#shared/register/columns.ts';
import { entryNumber } from '#shared/register/entry.ts';
import type { Note } from '#shared/register/notes.ts';
import type { SearchTerm } from '#shared/register/search/search.ts';
import { saySeries } from '#shared/register/series.ts';
import type { EntryRow } from '#shared/register/views.ts';
import { Hits } from './Hits.tsx';
import { NOT_SAID, sayNumber, sayShortDay, shortRoute } from './registerWords.ts';

/** A row that is here, and its place among those that were found. */
export interface PlacedRow {
  readonly at: number;
  readonly row: EntryRow;
}

const TONES: Readonly<Record<Note, string>> = {
  emergenza: 'text-bad strong',
  'testo cambiato': 'text-warn strong',
  'senza approvazione': 'text-warn strong',
  'controllo forzato': 'muted',
  'una sola persona': 'muted',
  'altro scostamento': 'muted',
  rettifica: 'muted',
};

function Notes({ row: { notes, state, series } }: { readonly row: EntryRow }) {
  const words = [
    ...(state === 'rettificato' ? [{ text: state, tone: 'text-bad strong' }] : []),
    ...notes.map((note) => ({ text: note, tone: TONES[note] })),
    ...(series ? [{ text: `serie ${saySeries(series)}`, tone: 'muted' }] : []),
  ];
  const [first, ...others] = words;
  if (!first) return null;
  return (
    <>
      <span className={first.tone}>{first.text}</span>
      {others.length > 0 && (
        <span className="muted">
          <span aria-hidden="true"> +{others.length}</span>
          <VisuallyHidden>, {others.map(({ text }) => text).join(', ')}</VisuallyHidden>
        </span>
      )}
    </>
  );
}

/** The number of the row with what the search found in it: also without the zeros before it. */
function NumberHits({ row, terms }: { readonly row: EntryRow; readonly terms: readonly SearchTerm[] }) {
  const whole = entryNumber(row);
  const bare = row.number === null ? whole : String(row.number);
  const zeros = whole.slice(0, whole.length - bare.length);
  const padded = terms.some(({ words: [word = ''] }) => word.startsWith('0'));
  if (padded) return <Hits text={whole} terms={terms} />;
  return (
    <>
      <Hits text={zeros} terms={terms} />
      <Hits text={bare} terms={terms} />
    </>
  );
}

/** What the cells need besides their row: what the search found, and which year is this one. */
interface CellContext {
  readonly terms: readonly SearchTerm[];
  readonly today: Day;
}
const words = (text: string | null, terms: readonly SearchTerm[]) => (
  <Hits text={text ?? NOT_SAID} terms={text === null ? [] : terms} />
);

const SENT = confirmed({ word: 'inviato', evidence: 'Una persona ha confermato l’invio, e la riga è nel registro.' });

/** The cell of each column in `shared/register/columns.ts`. */
const CELLS: Readonly<Record<ColumnId, (row: EntryRow, context: CellContext) => ReactNode>> = {
  number: (row, { terms }) => <NumberHits row={row} terms={terms} />,
  sentAt: ({ sentAt }, { today }) => sayShortDay(romeOf(sentAt).day, today),
  time: ({ sentAt }) => romeOf(sentAt).time,
  title: ({ title, state }, { terms }) => (
    <>
      <span className="register-sign">
        <Sign name={state === 'inviato' ? SENT : 'warning'} label={state} size={14} />
      </span>
      {words(title, terms)}
    </>
  ),
  office: ({ office }, { terms }) => words(office, terms),
  category: ({ category }, { terms }) => words(category, terms),
  route: ({ route }) => shortRoute(route),
  recipients: ({ recipients }) => (recipients === null ? 'non note' : sayNumber(recipients)),
  note: (row) => <Notes row={row} />,
};

/** Every column the register may have. */
export const registerColumns = (context: CellContext): readonly TableColumn<PlacedRow>[] =>
  SCREEN_COLUMNS.map(({ head, ...form }) => ({
    ...form,
    header: head,
    cell: ({ row }) => CELLS[form.id](row, context),
  }));
