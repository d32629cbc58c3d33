import { Button, CheckField, Dialog } from '#renderer/ui/index.ts';
import type { TableModel } from '#renderer/ui/useTableModel.ts';

export interface ColumnsDialogProps<Row> {
  readonly model: Pick<TableModel<Row>, 'all' | 'show' | 'move' | 'reset'>;
  readonly onClose: () => void;
}

/** Chooses the columns and their order; each change shows at once behind the dialog (L10). */
export function ColumnsDialog<Row>({ model, onClose }: ColumnsDialogProps<Row>) {
  return (
    <Dialog
      title="Colonne"
      icon="table"
      onClose={onClose}
      footer={
        <>
          <Button onClick={model.reset}>Come all’inizio</Button>
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
        {model.all.map(({ column: { id, header, rowHeader }, isShown }) => (
          <li key={id}>
            {rowHeader ? (
              <span className="column-fixed grow">{header}, sempre</span>
            ) : (
              <CheckField label={header} checked={isShown} onChange={(checked) => model.show(id, checked)} />
            )}
            <Button size="small" onClick={() => model.move(id, -1)}>
              Sposta prima<span className="visually-hidden"> {header}</span>
            </Button>
            <Button size="small" onClick={() => model.move(id, 1)}>
              Sposta dopo<span className="visually-hidden"> {header}</span>
            </Button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
