import { useState } from 'react';
import type { Problem } from '#shared/kernel/problem.ts';
import { Button, Dialog, Field, ProblemBanner, problemOf } from '../ui/index.ts';

/** Columns by field, as letters of the sheet, and the row of the heads. */
export type ColumnsByHand = Readonly<Record<string, string | number>>;

export interface ReconcileMapProps {
  readonly fileName: string;
  /** The columns told before, if any. */
  readonly map: ColumnsByHand | null;
  /** Why the last answer did not succeed. */
  readonly problem: Problem | undefined;
  readonly onRun: (map: ColumnsByHand) => void;
  readonly onClose: () => void;
}

/** What a column can hold; date and text must be told. */
const COLUMNS = [
  { field: 'date', label: 'Data dell’invio', needed: true },
  { field: 'text', label: 'Testo del messaggio', needed: true },
  { field: 'time', label: 'Ora dell’invio', needed: false },
  { field: 'recipients', label: 'Destinatari', needed: false },
  { field: 'number', label: 'Numero del registro', needed: false },
  { field: 'link', label: 'Link', needed: false },
  { field: 'amount', label: 'Importo', needed: false },
] as const;

type ColumnName = (typeof COLUMNS)[number]['field'] | 'headerRow';

const isLetter = (text: string): boolean => /^[A-Z]{1,3}$/i.test(text);
const isRow = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text);

function columnError(text: string, needed: boolean): string | undefined {
  if (text === '') return needed ? 'Scrivi la lettera della colonna, per esempio B.' : undefined;
  return isLetter(text) ? undefined : 'Scrivi solo la lettera della colonna, per esempio B.';
}

/** Asks in which columns a statement holds what (P51), where its heads do not say it. */
export function ReconcileMap({ fileName, map, problem, onRun, onClose }: ReconcileMapProps) {
  const [typed, setTyped] = useState<Partial<Record<ColumnName, string>>>(() =>
    Object.fromEntries(Object.entries(map ?? {}).map(([field, value]) => [field, String(value)])),
  );
  const [asked, setAsked] = useState(false);
  const typedIn = (field: ColumnName): string => (typed[field] ?? '').trim();
  const change = (field: ColumnName) => (value: string) => setTyped((before) => ({ ...before, [field]: value }));
  const rowError =
    typedIn('headerRow') === '' || isRow(typedIn('headerRow'))
      ? undefined
      : 'Scrivi il numero della riga, per esempio 1.';
  const run = () => {
    setAsked(true);
    if (rowError || COLUMNS.some(({ field, needed }) => columnError(typedIn(field), needed))) return;
    const letters = COLUMNS.flatMap(({ field }) =>
      typedIn(field) === '' ? [] : [[field, typedIn(field).toUpperCase()] as const],
    );
    onRun({
      ...Object.fromEntries(letters),
      ...(typedIn('headerRow') === '' ? {} : { headerRow: Number(typedIn('headerRow')) }),
    });
  };
  return (
    <Dialog
      title="Indica le colonne"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={run}>
            Leggi il rendiconto
          </Button>
        </>
      }
    >
      <p>
        Apri «{fileName}» e scrivi la lettera della colonna che contiene ogni dato. Quello che il file non dice resta
        vuoto.
      </p>
      <div className="reconcile-columns">
        {COLUMNS.map(({ field, label, needed }) => (
          <Field
            key={field}
            label={label}
            source={needed ? 'serve' : undefined}
            value={typed[field] ?? ''}
            onChange={change(field)}
            maxLength={3}
            error={asked ? columnError(typedIn(field), needed) : undefined}
          />
        ))}
        <Field
          label="Riga dei titoli"
          inputMode="numeric"
          value={typed.headerRow ?? ''}
          onChange={change('headerRow')}
          maxLength={4}
          error={asked ? rowError : undefined}
        />
      </div>
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}
