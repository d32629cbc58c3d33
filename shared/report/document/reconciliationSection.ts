import { plural, sayNumber } from '#shared/kernel/text.ts';
import { type Decision, statementKeys } from '#shared/report/choices.ts';
import type { RegisterRow } from '#shared/report/figures/rows.ts';
import { sayEuro } from '#shared/report/invoice/decimal.ts';
import type { Arithmetic } from '#shared/report/invoice/liquidation.ts';
import { decisionAbout, undecided } from '#shared/report/reconciling/decisions.ts';
import type { Pair, Reconciliation } from '#shared/report/reconciling/reconcile.ts';
import type { StatementItem } from '#shared/report/statement/statement.ts';
import { NOT_KNOWN } from '#shared/report/words.ts';
import { figures, labels, paragraph, table, texts } from '#shared/text/document/blocks.ts';
import type { DocumentBlock } from '#shared/text/document/document.ts';
import { FIELD_NAMES, type Lookup, lookupOf, sayDayOf, sayDifference, short } from './lookup.ts';

/** Register and statement compared, with what was decided about the differences (P51). */
export interface StatementComparison {
  readonly statement: readonly StatementItem[];
  readonly reconciliation: Reconciliation;
  readonly decisions: readonly Decision[];
  /** Null while the price of the contract is not known. */
  readonly arithmetic: Arithmetic | null;
}

function arithmeticTable({ unitPrice, statement, reconciled, invoice, difference }: Arithmetic): DocumentBlock {
  const price = `${unitPrice.replace('.', ',')} €`;
  const row = (name: string, quantity: number | null, taxable: number): string[] => [
    name,
    quantity === null ? NOT_KNOWN : sayNumber(quantity),
    price,
    sayEuro(taxable),
  ];
  return table(
    'Conti a confronto',
    [texts('Voce'), figures('Avvisi'), figures('Prezzo'), figures('Imponibile')],
    [
      row('Rendiconto della ditta', statement.quantity, statement.taxable),
      row('Riconciliato con il registro', reconciled.quantity, reconciled.taxable),
      ...(invoice ? [row('Fattura', invoice.quantity, invoice.taxable)] : []),
    ],
    'Nessun conto.',
    [`Differenza tra ${invoice ? 'fattura' : 'rendiconto'} e riconciliato`, '', '', sayEuro(difference)],
  );
}

function pairRows(pairs: readonly Pair[], lookup: Lookup): readonly (readonly string[])[] {
  return pairs.flatMap((pair) =>
    pair.differences.map((difference) => [
      pair.register,
      String(pair.statement),
      FIELD_NAMES[difference.field],
      ...sayDifference(difference),
      lookup.aboutMessage(pair.register),
    ]),
  );
}

/** The arithmetic and the lists of what does not agree (P51, P52); `register` is that of the period. */
export function reconciliationBlocks(
  comparison: StatementComparison,
  register: readonly RegisterRow[],
): DocumentBlock[] {
  const { reconciliation, arithmetic } = comparison;
  const { totals, matched, toConfirm, onlyRegister, onlyStatement, doubles } = reconciliation;
  const lookup = lookupOf(comparison.statement, comparison.decisions, register);
  const titleOf = (number: string): string => short(lookup.message(number)?.title ?? '');
  const rowText = (row: number): string => short(lookup.row(row)?.text ?? '');
  const rowDay = (row: number): string => sayDayOf(lookup.row(row) ?? { day: null });
  const decision = texts('Decisione', 3);
  const open = undecided(reconciliation, comparison.statement, comparison.decisions).length + totals.toConfirm;
  const added = addedLines(comparison);
  return [
    paragraph(
      `Il registro ha ${plural(totals.register, 'avviso', 'avvisi')}, il rendiconto ${plural(totals.statement, 'riga', 'righe')}. ` +
        `Abbinati: ${totals.matched}, di cui ${totals.withDifferences} con differenze. Da confermare: ${totals.toConfirm}. ` +
        `Solo nel registro: ${totals.onlyRegister}. Solo nel rendiconto: ${totals.onlyStatement}. Doppi: ${totals.doubles}. ` +
        (open === 0 ? 'Tutte le differenze sono decise.' : `Differenze ancora da decidere: ${open}.`),
    ),
    arithmetic
      ? arithmeticTable(arithmetic)
      : paragraph('Il conto non è stato fatto: il contratto, come è scritto nell’app, non dà un solo prezzo a invio.'),
    table(
      'Abbinati con differenze',
      [
        labels('Numero'),
        figures('Riga'),
        labels('Che cosa'),
        texts('Nel registro', 3),
        texts('Nel rendiconto', 3),
        decision,
      ],
      pairRows(matched, lookup),
      'Nessuna differenza tra gli avvisi abbinati.',
    ),
    table(
      'Da confermare',
      [labels('Numero'), texts('Nel registro', 3), figures('Riga'), texts('Nel rendiconto', 3), figures('Somiglianza')],
      toConfirm.map(({ register: number, statement: row, score }) => [
        number,
        titleOf(number),
        String(row),
        rowText(row),
        `${Math.round(score * 100)} %`,
      ]),
      'Nessun abbinamento da confermare.',
    ),
    table(
      'Solo nel registro: inviati e non rendicontati',
      [labels('Numero'), figures('Data'), texts('Avviso', 4), decision],
      onlyRegister.map((number) => [
        number,
        sayDayOf(lookup.message(number) ?? { day: null }),
        titleOf(number),
        lookup.aboutMessage(number),
      ]),
      'Nessun avviso: la ditta ha rendicontato tutto quello che è stato inviato.',
    ),
    table(
      'Solo nel rendiconto: rendicontati e non nel registro',
      [figures('Riga'), figures('Data'), texts('Testo della ditta', 4), decision],
      onlyStatement.map((row) => [String(row), rowDay(row), rowText(row), lookup.aboutRow(row)]),
      'Nessuna riga: tutto quello che la ditta ha rendicontato è nel registro.',
    ),
    table(
      'Doppi',
      [labels('Dove'), labels('Doppio di'), texts('Testo', 4), decision],
      doubles.map((double) =>
        'statement' in double
          ? [
              `riga ${double.statement}`,
              `riga ${double.of}`,
              rowText(double.statement),
              lookup.aboutRow(double.statement),
            ]
          : [
              `n. ${double.register}`,
              `n. ${double.of}`,
              titleOf(double.register),
              lookup.aboutMessage(double.register),
            ],
      ),
      'Nessun avviso compare due volte.',
    ),
    ...(added.length > 0
      ? [
          table(
            'Aggiunti al registro dopo il confronto',
            [figures('Riga'), figures('Data'), texts('Testo della ditta', 4), texts('Perché', 2)],
            added,
            'Nessun avviso aggiunto.',
          ),
        ]
      : []),
  ];
}

/** The rows a person put into the register because they were sent and never registered. */
function addedLines({ statement, decisions }: StatementComparison): readonly (readonly string[])[] {
  const keys = statementKeys(statement);
  return statement.flatMap((item) => {
    const decision = decisionAbout(decisions, { statement: keys.get(item) ?? '' });
    if (decision?.outcome !== 'added to the register') return [];
    return [[String(item.row), sayDayOf(item), short(item.text), decision.note]];
  });
}

/** Every matched pair, for the annex. */
export function matchedTable(
  { reconciliation, statement }: StatementComparison,
  register: readonly RegisterRow[],
): DocumentBlock {
  const titles = new Map(register.map(({ number, title }) => [number, title]));
  const rows = new Map(statement.map((item) => [item.row, item]));
  return table(
    '',
    [labels('Numero'), texts('Nel registro', 2), figures('Riga'), figures('Data'), texts('Nel rendiconto', 4)],
    reconciliation.matched.map(({ register: number, statement: row }) => [
      number,
      short(titles.get(number) ?? ''),
      String(row),
      sayDayOf(rows.get(row) ?? { day: null }),
      short(rows.get(row)?.text ?? ''),
    ]),
    'Nessun avviso abbinato.',
  );
}
