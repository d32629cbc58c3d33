import type { RefObject } from 'react';
import { Button, Differences, PaneBody, PaneHeader, Sign } from '../ui/index.ts';
import { capitalised } from '../ui/moments.ts';
import { type ReconcileRow, sayRegister, sayStatement, titleOf } from './reconcileLists.ts';
import { type DecisionOffer, offersFor } from './reconcileOffers.ts';
import { evidenceOf, markedTexts, OUTCOME_WORDS } from './reconcileWords.ts';

export interface ReconcileCompareProps {
  /** The row of the list. */
  readonly row: ReconcileRow;
  /** The row of the other side that may go with it. */
  readonly companion: ReconcileRow | undefined;
  /** The lists that must hold the focus for the keys. */
  readonly keysWithin: RefObject<HTMLElement | null>;
  readonly onPair: () => void;
  readonly onApart: () => void;
  readonly onDecide: (offer: DecisionOffer) => void;
}

type Sides = Pick<ReconcileRow, 'register' | 'statement'>;

const AGREES = { true: ['done', 'sì'], false: ['warning', 'no'], null: ['unverified', 'non noto'] } as const;

function Texts({ register, statement }: Sides) {
  const marked = register && statement ? markedTexts(register.text, statement.text) : undefined;
  return (
    <>
      {register && (
        <section aria-label="Testo del registro">
          <p className="field-label">Registro, n. {register.number}</p>
          <div className="reconcile-text">
            <h3>{titleOf({ register, statement: null })}</h3>
            <Differences size="small" segments={marked?.register ?? [{ kind: 'same', text: register.text }]} />
          </div>
        </section>
      )}
      {statement && (
        <section aria-label="Testo del rendiconto">
          <p className="field-label">Rendiconto, riga {statement.row}</p>
          <div className="reconcile-text">
            <Differences size="small" segments={marked?.statement ?? [{ kind: 'same', text: statement.text }]} />
          </div>
        </section>
      )}
    </>
  );
}

function Evidence({ register, statement }: Sides) {
  if (!register || !statement) {
    return <p className="small muted">{register ? sayRegister(register) : statement && sayStatement(statement)}</p>;
  }
  return (
    <dl className="reconcile-evidence">
      {evidenceOf(register, statement).map(({ label, agrees, words }) => {
        const [sign, said] = AGREES[`${agrees}`];
        return (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Sign name={sign} label={said} /> {words}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function heading({ pair, toConfirm, repeats }: ReconcileRow, companion: ReconcileRow | undefined): string {
  if (companion || toConfirm) return 'Abbina queste due righe?';
  if (pair) return pair.differences.length > 0 ? 'Abbinati, con differenze' : 'Abbinati';
  return repeats === null ? 'Senza compagno' : capitalised(repeats);
}

/** The two texts side by side, what agrees and what does not, and what a person does with them (P51). */
export function ReconcileCompare(props: ReconcileCompareProps) {
  const { row, companion, keysWithin, onPair, onApart, onDecide } = props;
  const sides = {
    register: row.register ?? companion?.register ?? null,
    statement: row.statement ?? companion?.statement ?? null,
  };
  const offers = offersFor(row);
  const mayPair = companion !== undefined || row.toConfirm;
  return (
    <>
      <PaneHeader title={heading(row, companion)} />
      <PaneBody label="Testi e decisione">
        <div className="reconcile-compare">
          <Texts {...sides} />
          <Evidence {...sides} />
          {mayPair && <p className="small muted">L’abbinamento resta anche se ricarichi il rendiconto.</p>}
          {row.decision && (
            <p role="status">
              <b className="strong">Deciso: {OUTCOME_WORDS[row.decision.outcome]}.</b> {row.decision.note}
            </p>
          )}
        </div>
      </PaneBody>
      {(mayPair || row.pair || offers.length > 0) && (
        <div className="reconcile-foot">
          {(mayPair || row.pair) && (
            <div className="reconcile-buttons">
              {mayPair && (
                <Button kind="main" keys="Enter" onClick={onPair}>
                  Abbina
                </Button>
              )}
              <Button keys="N" keysWithin={keysWithin} onClick={onApart}>
                Non sono lo stesso
              </Button>
            </div>
          )}
          {offers.length > 0 && (
            <section aria-labelledby="reconcile-decide">
              <h3 id="reconcile-decide">
                {row.pair ? 'Che cosa fai della differenza?' : `Se non ha compagno: ${titleOf(row)}`}
              </h3>
              <div className="reconcile-buttons">
                {offers.map((offer) => (
                  <Button
                    key={offer.outcome}
                    size="small"
                    keys={offer.keys}
                    keysWithin={keysWithin}
                    onClick={() => onDecide(offer)}
                  >
                    {offer.label}
                  </Button>
                ))}
              </div>
            </section>
          )}
        </div>
      )}
    </>
  );
}
