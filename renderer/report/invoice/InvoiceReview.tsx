import type { ReactNode } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Chip, ProblemBanner, problemOf, SelectField, Sign, Table } from '#renderer/ui/index.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { sayEuro } from '#shared/report/invoice/decimal.ts';
import { REFUSAL_REASONS, refusalsShownBy } from '#shared/report/invoice/refusal.ts';
import type { ReportView } from '#shared/report/views.ts';
import { InvoiceDays } from './InvoiceDays.tsx';
import { InvoiceLetterButton } from './InvoiceLetter.tsx';
import { factsOf, sayBody, sayPrice, sumRows } from './invoiceWords.ts';

type Read = NonNullable<ReportView['invoice']>;

export interface InvoiceReviewProps {
  readonly view: ReportView;
  readonly invoice: Read;
}

interface FactsProps {
  readonly period: string;
  readonly invoice: Read;
}

function Facts({ period, invoice }: FactsProps) {
  const choose = useAct('report.chooseBody');
  const { bodies, place, signature } = invoice;
  return (
    <section className="invoice-part" aria-labelledby="invoice-facts">
      <h2 id="invoice-facts">La fattura</h2>
      {signature === 'altered' && (
        <ProblemBanner
          tone="bad"
          heading="Il file è stato alterato dopo la firma"
          lines={[
            'Quello che leggi qui sotto non è quello che la ditta ha firmato.',
            'Scarica di nuovo la fattura dal sistema della ragioneria, poi scegli il file nuovo.',
          ]}
        />
      )}
      {bodies.length > 1 && (
        <SelectField
          label={`Il file contiene ${bodies.length} fatture: quale guardi`}
          value={String(place)}
          options={bodies.map((body, index) => ({ value: String(index), label: sayBody(body) }))}
          onChange={(value) => void choose.run({ period, body: Number(value) })}
        />
      )}
      {choose.problem && <ProblemBanner {...problemOf(choose.problem)} place="below" />}
      <dl className="report-facts">
        {factsOf(invoice).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Checks({ checks, warnings }: Pick<Read, 'checks' | 'warnings'>) {
  return (
    <section className="invoice-part" aria-labelledby="invoice-checks">
      <h2 id="invoice-checks">I controlli</h2>
      <ul className="invoice-checks">
        {checks.map(({ code, passed, message }) => (
          <li key={code}>
            <Sign
              name={passed ? confirmed({ word: 'a posto', evidence: message }) : 'warning'}
              label={passed ? 'a posto' : 'da chiarire'}
            />
            {message}
          </li>
        ))}
        {warnings.map((message) => (
          <li key={message}>
            <Sign name="info" label="da tenere presente" />
            {message}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SumsProps {
  readonly arithmetic: NonNullable<ReportView['arithmetic']>;
  readonly children: ReactNode;
}

function Sums({ arithmetic, children }: SumsProps) {
  const { unitPrice, difference } = arithmetic;
  return (
    <section className="invoice-part" aria-labelledby="invoice-sums">
      <h2 id="invoice-sums">Il conto, a {sayPrice(unitPrice)} € per avviso</h2>
      <div className="invoice-table">
        <Table
          caption="Rendiconto, riconciliato e fattura a confronto"
          rows={sumRows(arithmetic)}
          rowId={({ label }) => label}
          columns={[
            { id: 'label', header: 'Voce', rowHeader: true, cell: ({ label }) => label },
            { id: 'quantity', header: 'Avvisi', numeric: true, cell: ({ quantity }) => quantity },
            { id: 'taxable', header: 'Imponibile', numeric: true, cell: ({ taxable }) => taxable },
            { id: 'difference', header: 'Differenza', numeric: true, cell: (row) => row.difference },
          ]}
        />
      </div>
      <p className={difference === 0 ? 'small' : 'small text-warn'}>
        {difference === 0
          ? 'La fattura chiede quello che il registro conferma.'
          : `La fattura chiede ${sayEuro(Math.abs(difference))} ${difference > 0 ? 'in più' : 'in meno'} di quello che il registro conferma.`}
      </p>
      <div>{children}</div>
    </section>
  );
}

function Refusal({ invoice }: Pick<InvoiceReviewProps, 'invoice'>) {
  const session = useSession();
  const { contract } = session.profile;
  const shown = contract ? refusalsShownBy(invoice.body, contract) : [];
  return (
    <section className="invoice-part" aria-labelledby="invoice-refusal">
      <h2 id="invoice-refusal">Quando si può rifiutare</h2>
      <p className="small">
        Solo per uno di questi motivi (DM 132/2020), nel sistema di interscambio. Un conteggio sbagliato non è tra
        questi: si contesta e si chiede una nota di credito.
      </p>
      <ul className="invoice-reasons">
        {REFUSAL_REASONS.map(({ code, text }) => (
          <li key={code}>
            {text}{' '}
            {shown.includes(code) && (
              <Chip tone="warn" sign="warning">
                lo mostra la fattura
              </Chip>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** An invoice in facts, checks, sums, days, and what the law lets one refuse (P52, P53). */
export function InvoiceReview({ view, invoice }: InvoiceReviewProps) {
  const session = useSession();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard (WCAG 2.1.1)
    <section className="invoice-review" aria-label="Fattura" tabIndex={0}>
      <div>
        <Facts period={view.period} invoice={invoice} />
        <Checks checks={invoice.checks} warnings={invoice.warnings} />
        {view.arithmetic && (
          <Sums arithmetic={view.arithmetic}>
            <InvoiceLetterButton view={view} />
          </Sums>
        )}
      </div>
      <div>
        <InvoiceDays view={view} today={session.today} />
        <Refusal invoice={invoice} />
      </div>
    </section>
  );
}
