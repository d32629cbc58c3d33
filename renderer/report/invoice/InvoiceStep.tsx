import { invoiceProblem } from '#renderer/report/reportState.ts';
import { useReportFile } from '#renderer/report/useReportFile.tsx';
import { ActionBar, Button, EmptyState, PaneBody, ProblemBanner, problemOf, sayProblem } from '#renderer/ui/index.ts';
import type { ReportView } from '#shared/report/views.ts';
import { InvoiceReview } from './InvoiceReview.tsx';

export interface InvoiceStepProps {
  readonly view: ReportView;
  readonly onReconcile: () => void;
}

/** Why a chosen invoice that can be read is not checked yet. */
function waitingFor({ comparison, unpriced }: ReportView): readonly string[] {
  if (!comparison) return ['Per controllarla serve il rendiconto della ditta: sceglilo nel passo 2.'];
  return unpriced ? [sayProblem(unpriced)] : [];
}

/** The electronic invoice: chosen, checked, and what is done about it (P52, P53). */
export function InvoiceStep({ view, onReconcile }: InvoiceStepProps) {
  const { period, invoice } = view;
  const chosen = view.case.invoice;
  const choose = useReportFile('invoice', period, Boolean(chosen));
  const unread = invoiceProblem(view);
  return (
    <>
      {choose.problem && <ProblemBanner {...problemOf(choose.problem)} />}
      {unread && <ProblemBanner {...problemOf(unread)} />}
      {invoice ? (
        <InvoiceReview view={view} invoice={invoice} />
      ) : (
        <PaneBody>
          {chosen ? (
            <EmptyState
              title={`La fattura «${chosen.fileName}» non è stata controllata`}
              lines={unread ? ['Scegli di nuovo il file ricevuto dal sistema di interscambio.'] : waitingFor(view)}
              actions={
                !view.comparison && !unread ? <Button onClick={onReconcile}>Vai al rendiconto</Button> : choose.target
              }
            />
          ) : (
            <EmptyState
              title="Manca la fattura elettronica"
              lines={[
                'Scegli il file XML, o XML.P7M, ricevuto dal sistema di interscambio.',
                'L’app confronta quantità, prezzo, CIG e IVA con il contratto e con il registro.',
              ]}
              actions={choose.target}
            />
          )}
        </PaneBody>
      )}
      <ActionBar
        message={<span role="status">{choose.busy && 'Leggo la fattura.'}</span>}
        actions={invoice ? [{ label: 'Cambia fattura…', kind: 'quiet', onRun: choose.onChoose }] : []}
        main={invoice ? undefined : choose.action}
      />
    </>
  );
}
