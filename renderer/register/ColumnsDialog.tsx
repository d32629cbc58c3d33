import { type Layout, moveColumn } from '#shared/register/deskView.ts';
import { Button, CheckField, Dialog } from '../ui/index.ts';
import type { ShownColumns } from './registerColumns.tsx';

export interface ColumnsDialogProps {
  readonly layout: Layout;
  readonly columns: ShownColumns['all'];
  readonly onChange: (layout: Layout) => void;
  readonly onClose: () => void;
}

/** Chooses the columns and their order; each change shows at once behind the dialog (L10). */
export function ColumnsDialog({ layout, columns, onChange, onClose }: ColumnsDialogProps) {
  return (
    <Dialog
      title="Colonne"
      icon="table"
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => onChange({ ...layout, order: [], shown: {}, widths: {} })}>Come all’inizio</Button>
          <Button kind="main" keys="Control+Enter" onClick={onClose}>
            Chiudi
          </Button>
        </>
      }
    >
      <p className="muted">
        Restano così su questa postazione. La larghezza si cambia nella tabella, sul bordo destro del titolo.
      </p>
      <ol className="column-list">
        {columns.map(({ column: { id, header, rowHeader }, isShown }) => (
          <li key={id}>
            {rowHeader ? (
              <span className="column-fixed grow">{header}, sempre</span>
            ) : (
              <CheckField
                label={header}
                checked={isShown}
                onChange={(checked) => onChange({ ...layout, shown: { ...layout.shown, [id]: checked } })}
              />
            )}
            <Button size="small" onClick={() => onChange(moveColumn(layout, id, -1))}>
              Sposta prima<span className="visually-hidden"> {header}</span>
            </Button>
            <Button size="small" onClick={() => onChange(moveColumn(layout, id, 1))}>
              Sposta dopo<span className="visually-hidden"> {header}</span>
            </Button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
