import type { ReactNode } from 'react';
import { barsOf, type KeyFigure, sayLate, weekBars } from '#renderer/report/reportWords.ts';
import { Table } from '#renderer/ui/index.ts';
import { capitalised, sayMoment } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Count, Figures } from '#shared/report/figures/figures.ts';
import { OfficeChart, WeekChart } from './ReportChart.tsx';

export interface ReportFiguresProps {
  readonly figures: Figures;
  readonly keys: readonly KeyFigure[];
  readonly today: Day;
}

/** In a narrow window a table scrolls sideways in its own region (L3). */
function Scrolling({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard (WCAG 2.1.1)
    <section className="report-table" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

const PHASES = { intake: 'presa in carico', approval: 'approvazione' } as const;

function Late({ figures, today }: Pick<ReportFiguresProps, 'figures' | 'today'>) {
  const { late } = figures.timeliness;
  const title = late.length === 1 ? 'Un passo in ritardo' : `${late.length} passi in ritardo`;
  return (
    <section className="report-part" aria-labelledby="report-late">
      <h2 id="report-late">{late.length === 0 ? 'Nessun passo in ritardo' : title}</h2>
      {late.length === 0 ? (
        <p className="muted">Ogni passo misurato è stato fatto nei tempi.</p>
      ) : (
        <Scrolling label="Tabella dei ritardi">
          <Table
            caption={title}
            rows={late}
            rowId={({ number, phase }) => `${number} ${phase}`}
            columns={[
              { id: 'title', header: 'Avviso', rowHeader: true, cell: (step) => step.title },
              { id: 'phase', header: 'Fase', cell: (step) => PHASES[step.phase] },
              { id: 'due', header: 'Dovuto', numeric: true, cell: (step) => sayMoment(step.due, today) },
              { id: 'done', header: 'Fatto', numeric: true, cell: (step) => sayMoment(step.done, today) },
              { id: 'late', header: 'Ritardo', numeric: true, cell: (step) => sayLate(step.late) },
            ]}
          />
        </Scrolling>
      )}
    </section>
  );
}

function Categories({ figures }: Pick<ReportFiguresProps, 'figures'>) {
  const { total } = figures;
  return (
    <section className="report-part" aria-labelledby="report-categories">
      <h2 id="report-categories">Per categoria</h2>
      <Scrolling label="Tabella delle categorie">
        <Table
          caption="Avvisi per categoria"
          rows={figures.byCategory}
          rowId={({ label }) => label ?? ''}
          columns={[
            {
              id: 'label',
              header: 'Categoria',
              rowHeader: true,
              cell: ({ label }) => (label === null ? 'Non indicata' : capitalised(label)),
            },
            { id: 'now', header: 'Questo periodo', numeric: true, cell: ({ now }) => now },
            ...(total.before > 0
              ? [{ id: 'before', header: 'Due mesi prima', numeric: true, cell: ({ before }: Count) => before }]
              : []),
            ...(total.yearAgo > 0
              ? [{ id: 'yearAgo', header: 'Un anno fa', numeric: true, cell: ({ yearAgo }: Count) => yearAgo }]
              : []),
          ]}
        />
      </Scrolling>
    </section>
  );
}

/** The figures of the two months (P50): five numbers, two charts, what was late, the categories. */
export function ReportFigures({ figures, keys, today }: ReportFiguresProps) {
  return (
    <div className="report-scroll">
      <dl className="key-figures">
        {keys.map(({ label, value, unit, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="key-figure">
              {value} {unit && <span className="key-unit">{unit}</span>}
            </dd>
            <dd className="key-note">{note}</dd>
          </div>
        ))}
      </dl>
      <div className="report-grid">
        <WeekChart bars={figures.total.now === 0 ? [] : weekBars(figures)} />
        <OfficeChart bars={barsOf(figures.byOffice)} />
        <Late figures={figures} today={today} />
        <Categories figures={figures} />
      </div>
    </div>
  );
}
