import type { Day } from '#shared/kernel/day.ts';
import { type TableColumn, VisuallyHidden } from '../ui/index.ts';
import { hitPieces } from './hits.ts';
import { type Note, type RegisterRow, sayNumber, sayShortDay, shortRoute } from './registerRows.ts';

const TONES: Readonly<Record<Note, string>> = {
  emergenza: 'text-bad strong',
  'testo cambiato': 'text-warn strong',
  'senza approvazione': 'text-warn strong',
  'controllo forzato': 'muted',
  'una sola persona': 'muted',
  rettifica: 'muted',
};

interface HitsProps {
  readonly text: string;
  readonly words: readonly string[];
}

/** A text with what the search found marked in it. */
function Hits({ text, words }: HitsProps) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are told apart by their place only
  return hitPieces(text, words).map(({ text: piece, hit }, at) => (hit ? <mark key={at}>{piece}</mark> : piece));
}

function Notes({ notes }: { readonly notes: readonly Note[] }) {
  const [first, ...others] = notes;
  if (!first) return null;
  return (
    <>
      <span className={TONES[first]}>{first}</span>
      {others.length > 0 && (
        <span className="muted">
          <span aria-hidden="true"> +{others.length}</span>
          <VisuallyHidden>, {others.join(', ')}</VisuallyHidden>
        </span>
      )}
    </>
  );
}

/** The columns of the register; those marked `wide` show from 1600 px on. */
export function registerColumns(words: readonly string[], today: Day): readonly TableColumn<RegisterRow>[] {
  return [
    {
      id: 'number',
      header: 'Numero',
      width: 88,
      muted: true,
      sortable: true,
      cell: ({ number }) => <Hits text={number} words={words} />,
    },
    { id: 'sentAt', header: 'Data', width: 92, sortable: true, cell: ({ day }) => sayShortDay(day, today) },
    { id: 'time', header: 'Ora', width: 56, wide: true, muted: true, cell: ({ time }) => time },
    {
      id: 'title',
      header: 'Avviso',
      rowHeader: true,
      sortable: true,
      cell: ({ entry }) => <Hits text={entry.title} words={words} />,
    },
    {
      id: 'office',
      header: 'Ufficio',
      width: 124,
      muted: true,
      sortable: true,
      cell: ({ office }) => <Hits text={office} words={words} />,
    },
    {
      id: 'category',
      header: 'Categoria',
      width: 130,
      wide: true,
      muted: true,
      sortable: true,
      cell: ({ category }) => <Hits text={category} words={words} />,
    },
    { id: 'route', header: 'Via', width: 72, sortable: true, cell: shortRoute },
    {
      id: 'recipients',
      header: 'Persone',
      width: 84,
      wide: true,
      numeric: true,
      sortable: true,
      cell: ({ entry }) => (entry.recipients === null ? 'non noto' : sayNumber(entry.recipients)),
    },
    { id: 'notes', header: 'Note', width: 140, sortable: true, cell: ({ notes }) => <Notes notes={notes} /> },
  ];
}
