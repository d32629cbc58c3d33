import { letterOfColumn } from '#shared/report/statement/columns.ts';
import type { Preview } from '#shared/report/statement/preview.ts';
import { type ColumnChoices, roleOf } from './reconcileColumns.ts';

export interface ReconcilePreviewProps {
  readonly preview: Preview;
  readonly choices: ColumnChoices;
  /** 1-based row of the heads; NaN where none was told. */
  readonly headerRow: number;
}

/** The first rows of a statement; the chosen columns carry what they hold, in words and tinted. */
export function ReconcilePreview({ preview, choices, headerRow }: ReconcilePreviewProps) {
  const columns = (preview.rows[0] ?? []).map((_, column) => {
    const letter = letterOfColumn(column);
    return { letter, role: roleOf(choices, letter) };
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard (WCAG 2.1.1)
    <section className="reconcile-preview" aria-label="Prime righe del rendiconto" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Riga</th>
            {columns.map(({ letter, role }) => (
              <th key={letter} scope="col" className={role ? 'chosen' : undefined}>
                {letter}
                {role && <span>{role}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a file is told apart by its place only
            <tr key={index} className={index + 1 === headerRow ? 'heads' : undefined}>
              <th scope="row">{index + 1}</th>
              {columns.map(({ letter, role }, column) => (
                <td key={letter} className={role ? 'chosen' : undefined}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
