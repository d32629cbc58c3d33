import { InvoiceLetterButton } from '#renderer/report/invoice/InvoiceLetter.tsx';
import { sayPrice, sayShortDay } from '#renderer/report/invoice/invoiceWords.ts';
import { Button, sayProblem } from '#renderer/ui/index.ts';
import { plural } from '#shared/kernel/text.ts';
import { sayEuro } from '#shared/report/invoice/decimal.ts';
import type { ReportView } from '#shared/report/views.ts';

export interface ReconcileSumsProps {
  readonly view: ReportView;
  readonly onChange: () => void;
  readonly onColumns: () => void;
}

interface SumProps {
  readonly label: string;
  readonly quantity: number | null;
  readonly price: string;
  readonly taxable: number;
}

function Sum({ label, quantity, price, taxable }: SumProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{quantity === null ? sayEuro(taxable) : `${quantity} × ${price} = ${sayEuro(taxable)}`}</dd>
    </div>
  );
}

/** The foot of the reconciliation: three ways to the sum, and the difference (P52). */
export function ReconcileSums({ view, onChange, onColumns }: ReconcileSumsProps) {
  const { arithmetic, invoice } = view;
  const price = arithmetic && sayPrice(arithmetic.unitPrice);
  const cents = arithmetic && Math.abs(arithmetic.difference);
  const count =
    arithmetic &&
    Math.abs((arithmetic.invoice?.quantity ?? arithmetic.statement.quantity) - arithmetic.reconciled.quantity);
  return (
    <section className="reconcile-sums" aria-label="Conto" data-pane="actions">
      {arithmetic && price ? (
        <dl>
          <Sum label="Rendiconto della ditta" price={price} {...arithmetic.statement} />
          {arithmetic.invoice && (
            <Sum
              label={invoice ? `Fattura ${invoice.body.number} del ${sayShortDay(invoice.body.date)}` : 'Fattura'}
              price={price}
              {...arithmetic.invoice}
            />
          )}
          <Sum label="Riconciliato con il registro" price={price} {...arithmetic.reconciled} />
          <div>
            <dt className={cents === 0 ? undefined : 'text-warn'}>
              {cents === 0
                ? 'Nessuna differenza'
                : `Differenza di ${plural(count ?? 0, 'avviso', 'avvisi')}, imponibile`}
            </dt>
            <dd>{sayEuro(arithmetic.difference)}</dd>
          </div>
        </dl>
      ) : (
        <p className="small muted grow">{view.unpriced ? sayProblem(view.unpriced) : 'Il conto non c’è ancora.'}</p>
      )}
      <span className="reconcile-sums-acts">
        <span>
          <Button kind="quiet" size="small" onClick={onChange}>
            Cambia rendiconto…
          </Button>
          <Button kind="quiet" size="small" onClick={onColumns}>
            Indica le colonne…
          </Button>
        </span>
        <InvoiceLetterButton view={view} />
      </span>
    </section>
  );
}
