import { type ReactNode, useId, useState } from 'react';
import { axisOf, type Bar } from '#renderer/report/reportWords.ts';
import { Button, Table } from '#renderer/ui/index.ts';

interface ChartFrameProps {
  /** What is counted. */
  readonly title: string;
  readonly bars: readonly Bar[];
  /** What a bar stands for: `Ufficio`. */
  readonly head: string;
  /** One sentence that says all the chart shows. */
  readonly summary: string;
  /** Stands instead of a chart without bars. */
  readonly empty: string;
  readonly children: ReactNode;
}

/** A chart with its legend in the title line; "Mostra i dati" swaps it for a table with the same numbers (L9). */
function ChartFrame({ title, bars, head, summary, empty, children }: ChartFrameProps) {
  const id = useId();
  const [data, setData] = useState(false);
  const hasBefore = bars.some(({ before }) => before !== null);
  return (
    <section className="report-part" aria-labelledby={id}>
      <div className="report-part-head">
        <h2 id={id} className="grow">
          {title}
        </h2>
        {!data && bars.length > 0 && (
          <span className="legend" aria-hidden="true">
            <span className="legend-now" />
            questo periodo
            {hasBefore && (
              <>
                <span className="legend-before" />
                due mesi prima
              </>
            )}
          </span>
        )}
        {bars.length > 0 && (
          <Button kind="quiet" size="small" icon={data ? 'report' : 'table'} onClick={() => setData(!data)}>
            {data ? 'Mostra il grafico' : 'Mostra i dati'}
          </Button>
        )}
      </div>
      {bars.length === 0 && <p className="muted">{empty}</p>}
      {bars.length > 0 && data && (
        <Table
          caption={title}
          rows={bars}
          rowId={({ label }) => label}
          columns={[
            { id: 'label', header: head, rowHeader: true, cell: ({ label }) => label },
            { id: 'now', header: 'Questo periodo', numeric: true, cell: ({ now }) => now },
            ...(hasBefore
              ? [{ id: 'before', header: 'Due mesi prima', numeric: true, cell: ({ before }: Bar) => before ?? '' }]
              : []),
          ]}
        />
      )}
      {bars.length > 0 && !data && (
        <div role="img" aria-label={summary}>
          {children}
        </div>
      )}
    </section>
  );
}

const said = (bars: readonly Bar[]): string => bars.map(({ label, now }) => `${label} ${now}`).join(', ');
const highestOf = (bars: readonly Bar[]): number =>
  Math.max(1, ...bars.flatMap(({ now, before }) => [now, before ?? 0]));

export interface BarChartProps {
  readonly bars: readonly Bar[];
}

/** Notices by office: lying bars by size, a dark tick for the two months before. */
export function OfficeChart({ bars }: BarChartProps) {
  const part = (value: number) => `${(value / highestOf(bars)) * 100}%`;
  return (
    <ChartFrame
      title="Avvisi per ufficio"
      head="Ufficio"
      bars={bars}
      summary={`Avvisi inviati per ufficio: ${said(bars)}.`}
      empty="In questi due mesi non è stato inviato alcun avviso."
    >
      <div className="bars">
        {bars.map(({ label, now, before }) => (
          <div key={label} className="bar-row">
            <span className="bar-label">{label}</span>
            <span className="bar-track">
              <span className="bar-now" style={{ width: part(now) }}>
                <b>{now}</b>
              </span>
              {before !== null && <span className="bar-before" style={{ left: part(before) }} />}
            </span>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

/** Notices by week: standing bars, time from left to right. */
export function WeekChart({ bars }: BarChartProps) {
  const axis = axisOf(highestOf(bars));
  const top = axis.at(-1) ?? 1;
  const part = (value: number) => `${(value / top) * 100}%`;
  return (
    <ChartFrame
      title="Avvisi per settimana"
      head="Settimana dal"
      bars={bars}
      summary={`Avvisi inviati per settimana, dal giorno indicato: ${said(bars)}.`}
      empty=""
    >
      <div className="weeks">
        <div className="weeks-plot">
          {axis.map((value) => (
            <span key={value} className="weeks-line" style={{ bottom: part(value) }}>
              <span>{value}</span>
            </span>
          ))}
          {bars.map(({ label, now, before }) => (
            <span key={label} className="week">
              <span className="week-now" style={{ height: part(now) }}>
                <b>{now}</b>
              </span>
              {before !== null && <span className="week-before" style={{ bottom: part(before) }} />}
            </span>
          ))}
        </div>
        <div className="weeks-labels">
          {bars.map(({ label }) => (
            <span key={label}>{label}</span>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}
