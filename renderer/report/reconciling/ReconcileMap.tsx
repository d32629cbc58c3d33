import { useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { Button, Dialog, Field, Loading, ProblemBanner, problemOf, SelectField } from '#renderer/ui/index.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Preview } from '#shared/report/statement/preview.ts';
import { ReconcilePreview } from './ReconcilePreview.tsx';
import {
  COLUMN_FIELDS,
  type ColumnChoices,
  type ColumnsByHand,
  columnOptions,
  columnsByHand,
  isHeaderRow,
} from './reconcileColumns.ts';

export interface ReconcileMapProps {
  readonly period: string;
  readonly fileName: string;
  /** Why the last answer did not succeed. */
  readonly problem: Problem | undefined;
  readonly onRun: (map: ColumnsByHand) => void;
  readonly onClose: () => void;
}

interface MapFormProps extends ReconcileMapProps {
  readonly preview: Preview;
}

/** Where the heads did not tell a column, a person does; the rows of the file show what is meant. */
function MapForm({ fileName, preview, problem, onRun, onClose }: MapFormProps) {
  const [choices, setChoices] = useState<ColumnChoices>(preview.columns);
  const [headerRow, setHeaderRow] = useState(preview.headerRow === null ? '' : String(preview.headerRow));
  const [asked, setAsked] = useState(false);
  const rowError = isHeaderRow(headerRow) ? undefined : 'Scrivi il numero della riga, per esempio 1.';
  const options = columnOptions(preview, headerRow);
  const run = () => {
    setAsked(true);
    if (rowError === undefined && choices.date && choices.text) onRun(columnsByHand(choices, headerRow));
  };
  return (
    <Dialog
      title="Indica le colonne"
      width="wide"
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
        Così comincia «{fileName}». Di’ in quale colonna sta ogni dato: quello che il file non dice resta vuoto.
        {preview.otherSheets.length > 0 &&
          ` L’app legge il foglio «${preview.sheet}»; non legge ${preview.otherSheets.map((name) => `«${name}»`).join(', ')}.`}
      </p>
      <ReconcilePreview preview={preview} choices={choices} headerRow={Number(headerRow)} />
      <div className="reconcile-columns">
        {COLUMN_FIELDS.map(({ field, label, needed }) => (
          <SelectField
            key={field}
            label={label}
            source={needed ? 'serve' : undefined}
            value={choices[field] ?? ''}
            placeholder={needed ? 'Scegli' : 'Non c’è'}
            options={options}
            onChange={(letter) => setChoices((before) => ({ ...before, [field]: letter }))}
            error={asked && needed && !choices[field] ? 'Scegli la colonna: senza non si può confrontare.' : undefined}
          />
        ))}
        <Field
          label="Riga dei titoli"
          inputMode="numeric"
          value={headerRow}
          onChange={setHeaderRow}
          maxLength={4}
          error={asked ? rowError : undefined}
        />
      </div>
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}

/** Asks in which columns a statement holds what (P51), beside its first rows. */
export function ReconcileMap(props: ReconcileMapProps) {
  const { value: preview, problem } = useAnswer('report.previewStatement', { period: props.period });
  if (preview) return <MapForm {...props} preview={preview} />;
  return (
    <Dialog
      title="Indica le colonne"
      width="wide"
      onClose={props.onClose}
      footer={<Button onClick={props.onClose}>Lascia stare</Button>}
    >
      {problem ? <ProblemBanner {...problemOf(problem)} /> : <Loading label="Leggo le prime righe" />}
    </Dialog>
  );
}
