import { useMemo, useState } from 'react';
import { plural } from '#shared/kernel/text.ts';
import type { Figures } from '#shared/report/figures.ts';
import type { RegisterRow } from '#shared/report/rows.ts';
import type { Status } from '#shared/service/status.ts';
import { useAct } from '../api.ts';
import { ActionBar, ProblemBanner, problemOf, Tabs } from '../ui/index.ts';
import { type MadeReport, ReportDocument } from './ReportDocument.tsx';
import { ReportFigures } from './ReportFigures.tsx';
import { keyFigures } from './reportWords.ts';

export interface ReportDeskProps {
  readonly figures: Figures;
  /** The rows of the period. */
  readonly rows: readonly RegisterRow[];
  readonly status: Status;
}

/** The steps of the report and, at the foot, the PDF (P50, P54). */
export function ReportDesk({ figures, rows, status }: ReportDeskProps) {
  const [tab, setTab] = useState<'figures' | 'document'>('figures');
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
    const reply = await build.run({ period });
    if (reply.ok) setMade(reply.value);
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
  return (
    <>
      <Tabs
        label="Passi del report"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'figures', label: '1. Cifre', sign: total.now > 0 ? 'done' : 'todo' },
          { id: 'document', label: '2. Relazione in PDF', sign: made ? 'done' : 'todo' },
        ]}
      >
        {tab === 'figures' ? (
          <ReportFigures figures={figures} keys={keys} today={status.today} />
        ) : (
          <ReportDocument status={status} made={made} />
        )}
      </Tabs>
      {problem && <ProblemBanner {...problemOf(problem)} />}
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
    </>
  );
}
