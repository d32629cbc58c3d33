import { useMemo, useState } from 'react';
import { type Answer, useAct } from '#renderer/api.ts';
import { useNotes } from '#renderer/people/notes/NotesDialog.tsx';
import { ConclusionStep } from '#renderer/report/conclusion/ConclusionStep.tsx';
import { type Conclusion, stepMarks } from '#renderer/report/conclusion/conclusionWords.ts';
import { type MadeReport, ReportDocument } from '#renderer/report/conclusion/ReportDocument.tsx';
import { ReportFigures } from '#renderer/report/figures/ReportFigures.tsx';
import { InvoiceStep } from '#renderer/report/invoice/InvoiceStep.tsx';
import { ReconcileStep } from '#renderer/report/reconciling/ReconcileStep.tsx';
import { useSession } from '#renderer/session.tsx';
import { ActionBar, Loading, ProblemBanner, problemOf, Tabs } from '#renderer/ui/index.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Figures } from '#shared/report/figures/figures.ts';
import type { RegisterRow } from '#shared/report/figures/rows.ts';
import { sayPeriod } from '#shared/report/period.ts';
import type { ReportView } from '#shared/report/views.ts';
import { keyFigures } from './reportWords.ts';

const SEEN = confirmed({ word: 'guardate', evidence: 'Qualcuno ha guardato le cifre, poi è andato avanti.' });

export interface ReportDeskProps {
  readonly figures: Figures;
  /** The rows of the period. */
  readonly rows: readonly RegisterRow[];
  /** What was done for the period with statement, invoice and decision. */
  readonly reply: Answer<ReportView>;
}

type Step = 'figures' | 'reconcile' | 'invoice' | 'conclusion' | 'document';

/** The steps of the report, each with what is missing in it (P50–P54). */
export function ReportDesk({ figures, rows, reply }: ReportDeskProps) {
  const session = useSession();
  const [tab, setTab] = useState<Step>('figures');
  const [seen, setSeen] = useState(false);
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
        session.profile.pressure.sevenDays,
      ),
    [figures, rows, session.profile.pressure.sevenDays],
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
  const notes = useNotes({ about: `report/${period}`, title: `report di ${sayPeriod(period)}` });
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
      {notes.dialog}
      <Tabs
        label="Passi del report"
        selected={tab}
        onSelect={(next) => {
          // A step is ticked by who looked at it, never by opening the report (L14).
          if (tab === 'figures' && next !== 'figures') setSeen(true);
          setTab(next);
        }}
        tabs={[
          { id: 'figures', label: '1. Cifre', sign: total.now > 0 && seen ? SEEN : 'todo' },
          { id: 'reconcile', label: '2. Rendiconto e riconciliazione', ...marks.reconcile },
          { id: 'invoice', label: '3. Fattura', ...marks.invoice },
          { id: 'conclusion', label: '4. Decisione', ...marks.conclusion },
          {
            id: 'document',
            label: '5. Relazione in PDF',
            sign: made ? confirmed({ word: 'creata', evidence: `${made.fileName} è scritto.` }) : 'todo',
          },
        ]}
      >
        {tab === 'figures' && <ReportFigures figures={figures} keys={keys} today={session.today} />}
        {tab === 'document' && <ReportDocument made={made} />}
        {!isPdf &&
          !view &&
          (reply.problem ? <ProblemBanner {...problemOf(reply.problem)} /> : <Loading label="Leggo il confronto" />)}
        {tab === 'reconcile' && view && <ReconcileStep view={view} />}
        {tab === 'invoice' && view && <InvoiceStep view={view} onReconcile={toReconcile} />}
        {tab === 'conclusion' && view && (
          <ConclusionStep view={view} written={written} onWrite={setWritten} onReconcile={toReconcile} />
        )}
      </Tabs>
      {problem && isPdf && <ProblemBanner {...problemOf(problem)} />}
      {isPdf && (
        <ActionBar
          message={<span role="status">{message}</span>}
          actions={[
            { label: 'Note…', kind: 'quiet', onRun: notes.show },
            ...(made && !build.busy
              ? ([
                  { ...createAction, label: 'Crea di nuovo il PDF', keys: undefined, kind: 'quiet' },
                  { label: 'Mostra nella cartella', icon: 'folder', onRun: show('folder') },
                ] as const)
              : []),
          ]}
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
