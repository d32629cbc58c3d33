import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { statementProblem } from '#renderer/report/reportState.ts';
import { useReportFile } from '#renderer/report/useReportFile.tsx';
import { useSession } from '#renderer/session.tsx';
import { ActionBar, EmptyState, PaneBody, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import type { ReportView } from '#shared/report/views.ts';
import { ReconcileDesk } from './ReconcileDesk.tsx';
import { ReconcileMap } from './ReconcileMap.tsx';
import { ReconcileSums } from './ReconcileSums.tsx';
import type { ColumnsByHand } from './reconcileColumns.ts';

export interface ReconcileStepProps {
  readonly view: ReportView;
}

/** The contractor's statement: chosen, understood, and compared with the register (P51). */
export function ReconcileStep({ view }: ReconcileStepProps) {
  const session = useSession();
  const { period, comparison } = view;
  const { statement } = view.case;
  const choose = useReportFile('statement', period, Boolean(statement));
  const map = useAct('report.mapStatement');
  const [asking, setAsking] = useState(false);
  const unread = statementProblem(view);
  const askColumns = (open: boolean) => {
    map.putAway();
    setAsking(open);
  };
  const onMap = async (columns: ColumnsByHand) => {
    if (map.busy) return;
    const reply = await map.run({ period, map: { ...columns } });
    if (reply.ok) setAsking(false);
  };
  const needsColumns = unread?.code === 'statement-columns';
  return (
    <>
      {choose.problem && <ProblemBanner {...problemOf(choose.problem)} />}
      {unread && <ProblemBanner {...problemOf(unread)} />}
      {comparison ? (
        <>
          <ReconcileDesk key={statement?.blob} view={view} profile={session.profile} />
          <ReconcileSums view={view} onChange={choose.onChoose} onColumns={() => askColumns(true)} />
        </>
      ) : (
        <>
          <PaneBody>
            {statement ? (
              <EmptyState
                title={`Il file «${statement.fileName}» non è stato confrontato`}
                lines={['Il registro non è cambiato. Indica le colonne, o scegli un altro file della ditta.']}
                actions={choose.target}
              />
            ) : (
              <EmptyState
                title="Manca il rendiconto della ditta"
                lines={[
                  'Scegli il file con l’elenco dei messaggi inviati: XLSX, ODS, XLS o CSV.',
                  'L’app lo confronta con il registro e mostra che cosa non torna.',
                ]}
                actions={choose.target}
              />
            )}
          </PaneBody>
          <ActionBar
            message={<span role="status">{choose.busy && 'Leggo il rendiconto.'}</span>}
            actions={needsColumns ? [{ ...choose.action, kind: 'plain' }] : []}
            main={
              needsColumns
                ? { label: 'Indica le colonne…', icon: 'table', keys: 'Control+Enter', onRun: () => askColumns(true) }
                : choose.action
            }
          />
        </>
      )}
      {asking && statement && (
        <ReconcileMap
          period={period}
          fileName={statement.fileName}
          problem={map.problem}
          onRun={(columns) => void onMap(columns)}
          onClose={() => askColumns(false)}
        />
      )}
    </>
  );
}
