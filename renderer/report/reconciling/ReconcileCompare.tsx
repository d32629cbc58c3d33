import type { RefObject } from 'react';
import { Button, Differences, PaneBody, PaneHeader, Sign } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import {
  type ReconcileRow,
  type RegisterSide,
  type StatementSide,
  sayRegister,
  sayStatement,
  titleAbove,
  titleOf,
} from './reconcileLists.ts';
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

/** One of the two messages that stand side by side. */
interface Side {
  /** Name of its region. */
  readonly label: string;
  readonly name: string;
  readonly title: string | null;
  readonly message: RegisterSide | StatementSide;
  /** Where it stands, in a sentence. */
  readonly place: string;
  /** When it was sent, where it stands alone. */
  readonly moment: string;
}

type Sides = Pick<ReconcileRow, 'register' | 'statement'>;

/** The one or two messages of a row: a pair, a message and its possible companion, or a double and what it repeats. */
function sidesOf(row: ReconcileRow, companion: ReconcileRow | undefined): readonly Side[] {
  const isDouble = row.twin !== null && companion === undefined;
  const side = ({ register, statement }: Sides): Side[] => [
    ...(register
      ? [
          {
            label: isDouble ? `Testo del n. ${register.number}` : 'Testo del registro',
            name: `Registro, n. ${register.number}`,
            title: titleAbove(register),
            message: register,
            place: isDouble ? `nel n. ${register.number}` : 'nel registro',
            moment: sayRegister(register),
          },
        ]
      : []),
    ...(statement
      ? [
          {
            label: isDouble ? `Testo della riga ${statement.row}` : 'Testo del rendiconto',
            name: `Rendiconto, riga ${statement.row}`,
            title: null,
            message: statement,
            place: isDouble ? `nella riga ${statement.row}` : 'nel rendiconto',
            moment: sayStatement(statement),
          },
        ]
      : []),
  ];
  if (isDouble && row.twin) return [...side(row.twin), ...side(row)];
  return side({
    register: row.register ?? companion?.register ?? null,
    statement: row.statement ?? companion?.statement ?? null,
  });
}

const SAME = confirmed({ word: 'uguale', evidence: 'I due valori, uno accanto all’altro, sono uguali.' });
const AGREES = { true: [SAME, 'sì'], false: ['warning', 'no'], null: ['unverified', 'non noto'] } as const;

function Texts({ sides }: { readonly sides: readonly Side[] }) {
  const [one, other] = sides;
  const marked = one && other ? markedTexts(one.message.text, other.message.text) : undefined;
  return sides.map(({ label, name, title, message }, index) => (
    <section key={label} aria-label={label}>
      <p className="field-label">{name}</p>
      <div className="reconcile-text">
        {title && <h3>{title}</h3>}
        <Differences size="small" segments={marked?.[index] ?? [{ kind: 'same', text: message.text }]} />
      </div>
    </section>
  ));
}

function Evidence({ sides }: { readonly sides: readonly Side[] }) {
  const [one, other] = sides;
  if (!one || !other) return <p className="small muted">{one?.moment}</p>;
  return (
    <dl className="reconcile-evidence">
      {evidenceOf(one.message, other.message, [one.place, other.place]).map(({ label, agrees, words }) => {
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
  const sides = sidesOf(row, companion);
  const offers = offersFor(row);
  const mayPair = companion !== undefined || row.toConfirm;
  return (
    <>
      <PaneHeader title={heading(row, companion)} />
      <PaneBody label="Testi e decisione">
        <div className="reconcile-compare">
          <Texts sides={sides} />
          <Evidence sides={sides} />
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
