import { useMemo, useState } from 'react';
import { plural } from '#shared/kernel/text.ts';
import type { Figures } from '#shared/report/figures.ts';
import type { RegisterRow } from '#shared/report/rows.ts';
import type { ReportView } from '#shared/report/views.ts';
import type { Status } from '#shared/service/status.ts';
import { type Answer, useAct } from '../api.ts';
import { ActionBar, Loading, ProblemBanner, problemOf, Tabs } from '../ui/index.ts';
import { ConclusionStep } from './ConclusionStep.tsx';
import { type Conclusion, stepMarks } from './conclusionWords.ts';
import { InvoiceStep } from './InvoiceStep.tsx';
import { ReconcileStep } from './ReconcileStep.tsx';
import { type MadeReport, ReportDocument } from './ReportDocument.tsx';
import { ReportFigures } from './ReportFigures.tsx';
import { keyFigures } from './reportWords.ts';

export interface ReportDeskProps {
  readonly figures: Figures;
  /** The rows of the period. */
  readonly rows: readonly RegisterRow[];
  /** What was done for the period with statement, invoice and decision. */
  readonly reply: Answer<ReportView>;
  readonly status: Status;
}

type Step = 'figures' | 'reconcile' | 'invoice' | 'conclusion' | 'document';

/** The steps of the report, each with what is missing in it (P50–P54). */
export function ReportDesk({ figures, rows, reply, status }: ReportDeskProps) {
  const [tab, setTab] = useState<Step>('figures');
  const [written, setWritten] = useState<Conclusion>();
  const [made, setMade] = useState<MadeReport>();
  const build = useAct('report.build');
  const open = useAct('report.open');
  const { period, total } = figures;
  const keys = useMemo(
    () =>
      keyFigures(
        figures,
        rows.filter(({ approvedText }) => approvedText === null).length,
        status.profile.pressure.sevenDays,
      ),
    [figures, rows, status.profile.pressure.sevenDays],
  );
  const create = async () => {
    if (build.busy) return;
    open.putAway();
    const built = await build.run({ period });
    if (built.ok) setMade(built.value);
  };
  const show = (what: 'document' | 'folder') => () => {
    if (made) void open.run({ id: made.id, what });
  };
  const problem = build.problem ?? open.problem;
  const message = build.busy
    ? 'Creo il PDF: ci vuole qualche secondo.'
    : made && `${made.fileName} creato: ${plural(made.messages, 'avviso', 'avvisi')}.`;
  const createAction = {
    label: 'Crea il PDF',
    icon: 'pdf',
    keys: 'Control+Enter',
    onRun: () => void create(),
  } as const;
  const { value: view } = reply;
  const marks = stepMarks(view);
  const toReconcile = () => setTab('reconcile');
  const isPdf = tab === 'figures' || tab === 'document';
  return (
    <>
      <Tabs
        label="Passi del report"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'figures', label: '1. Cifre', sign: total.now > 0 ? 'done' : 'todo' },
          { id: 'reconcile', label: '2. Rendiconto e riconciliazione', ...marks.reconcile },
          { id: 'invoice', label: '3. Fattura', ...marks.invoice },
          { id: 'conclusion', label: '4. Decisione', ...marks.conclusion },
          { id: 'document', label: '5. Relazione in PDF', sign: made ? 'done' : 'todo' },
        ]}
      >
        {tab === 'figures' && <ReportFigures figures={figures} keys={keys} today={status.today} />}
        {tab === 'document' && <ReportDocument status={status} made={made} />}
        {!isPdf &&
          !view &&
          (reply.problem ? <ProblemBanner {...problemOf(reply.problem)} /> : <Loading label="Leggo il confronto" />)}
        {tab === 'reconcile' && view && <ReconcileStep view={view} status={status} />}
        {tab === 'invoice' && view && <InvoiceStep view={view} status={status} onReconcile={toReconcile} />}
        {tab === 'conclusion' && view && (
          <ConclusionStep
            view={view}
            status={status}
            written={written}
            onWrite={setWritten}
            onReconcile={toReconcile}
          />
        )}
      </Tabs>
      {problem && isPdf && <ProblemBanner {...problemOf(problem)} />}
      {isPdf && (
        <ActionBar
          message={<span role="status">{message}</span>}
          actions={
            made && !build.busy
              ? [
                  { ...createAction, label: 'Crea di nuovo il PDF', keys: undefined, kind: 'quiet' },
                  { label: 'Mostra nella cartella', icon: 'folder', onRun: show('folder') },
                ]
              : []
          }
          main={
            made && !build.busy
              ? { label: 'Apri il PDF', icon: 'external', keys: 'Control+Enter', onRun: show('document') }
              : createAction
          }
        />
      )}
    </>
  );
}
