import { useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { PaneBody, ProblemBanner } from '#renderer/ui/index.ts';
import type { Output } from '#shared/ipc/contract.ts';

export type MadeReport = Output<'report.build'>;

export interface ReportDocumentProps {
  /** The file made for this period since the screen is open. */
  readonly made: MadeReport | undefined;
}

/** What the report in PDF holds, where it is kept, and the file once it is made (P54). */
export function ReportDocument({ made }: ReportDocumentProps) {
  const { profile, duty } = useSession();
  const folders = useAnswer('service.status', {}).value?.folders;
  return (
    <PaneBody label="Relazione in PDF">
      <div className="report-document">
        <section aria-labelledby="report-content">
          <h2 id="report-content">Che cosa contiene</h2>
          <ul>
            <li>Le cifre in sintesi e il grafico degli avvisi per ufficio.</li>
            <li>L’elenco di tutti gli avvisi inviati nel periodo.</li>
            <li>Il confronto con il rendiconto, i controlli sulla fattura e la decisione, quando ci sono.</li>
            <li>
              {profile.acts.length > 0
                ? `Gli atti citati: ${profile.acts.join('; ')}.`
                : 'Nessun atto citato: si aggiungono nel profilo del Comune.'}
            </li>
            <li>Il posto per la firma{duty.head ? ` di ${duty.head}, capo settore` : ' del capo settore'}.</li>
          </ul>
          <p className="muted">È un PDF da archivio, che si legge anche con un lettore di schermo.</p>
        </section>
        <section aria-labelledby="report-file">
          <h2 id="report-file">Il file</h2>
          <dl className="report-facts">
            <div>
              <dt>Cartella</dt>
              <dd className="mono">{folders?.reports}</dd>
            </div>
            <div>
              <dt>Nome</dt>
              <dd>{made ? made.fileName : 'non ancora creato'}</dd>
            </div>
            {made && (
              <>
                <div>
                  <dt>Avvisi</dt>
                  <dd>{made.messages}</dd>
                </div>
                <div>
                  <dt>Impronta SHA-256</dt>
                  <dd className="mono">{made.sha256}</dd>
                </div>
              </>
            )}
          </dl>
          {made && made.missing.length > 0 && (
            <ProblemBanner
              tone="warn"
              place="below"
              heading={
                made.missing.length === 1
                  ? 'Un carattere non si può stampare'
                  : `${made.missing.length} caratteri non si possono stampare`
              }
              lines={[
                `Nel PDF un quadratino sta al posto di ${made.missing.join(' ')}`,
                'Nei file XLSX, CSV e JSON accanto al PDF i testi sono interi.',
              ]}
            />
          )}
        </section>
      </div>
    </PaneBody>
  );
}
