/** What the screen says about a comparison (P51). Pure. */

import type { Mark } from '#renderer/ui/index.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { normaliseText, sayNumber } from '#shared/kernel/text.ts';
import type { Decision } from '#shared/report/choices.ts';
import { sayEuro } from '#shared/report/invoice/decimal.ts';
import type { SentMessage } from '#shared/report/statement/statement.ts';
import { figuresOfDay } from '#shared/report/words.ts';
import { differences, WHOLE_WORDS } from '#shared/text/differences.ts';
import { fingerprint, likeness } from '#shared/text/fingerprint.ts';
import type { ReconcileList, ReconcileRow } from './reconcileLists.ts';

export type Outcome = Decision['outcome'];
type Difference = NonNullable<ReconcileRow['pair']>['differences'][number];

/** An outcome in the words of a list. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  accepted: 'accettato',
  contested: 'contestato',
  'added to the register': 'aggiunto al registro',
};

/** How many rows, and what they cost: `2, 36,00 €`. */
export const sayList = ({ rows, amount }: ReconcileList): string =>
  amount === null || rows.length === 0 ? String(rows.length) : `${rows.length}, ${sayEuro(amount)}`;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** `simile al 72 %`. */
export const sayLikeness = (share: number): string => `simile al ${percent(share)}`;

function sayDifference({ field, register, statement }: Difference): string {
  switch (field) {
    case 'date':
      return `giorno diverso: ${figuresOfDay(String(register))} nel registro, ${figuresOfDay(String(statement))} nel rendiconto`;
    case 'time':
      return `ora diversa: ${register} nel registro, ${statement} nel rendiconto`;
    case 'recipients':
      return `destinatari diversi: ${sayNumber(Number(register))} nel registro, ${sayNumber(Number(statement))} nel rendiconto`;
    case 'text':
      return 'testo cambiato dalla ditta';
  }
}

/** The second line of a row that is a pair. */
export function sayPair({ pair, register, statement, toConfirm }: ReconcileRow): string {
  if (!pair || !register || !statement) return '';
  if (toConfirm) return `n. ${register.number} e riga ${statement.row}, ${sayLikeness(pair.score)}`;
  if (pair.differences.length > 0) return pair.differences.map(sayDifference).join('; ');
  return `n. ${register.number}, ${pair.why === 'by hand' ? 'abbinato a mano alla' : 'uguale alla'} riga ${statement.row}`;
}

export interface RowState {
  readonly sign: Mark;
  readonly word: string;
}

const PAIRED = confirmed({
  word: 'abbinato',
  evidence: 'La riga del registro e quella del rendiconto dicono lo stesso.',
});

/** Sign and word of a row. */
export function stateOf(row: ReconcileRow): RowState {
  if (row.toConfirm) return { sign: 'todo', word: 'da confermare' };
  if (row.decision)
    return {
      sign:
        row.decision.outcome === 'contested'
          ? 'warning'
          : confirmed({ word: OUTCOME_WORDS[row.decision.outcome], evidence: 'Una persona ha deciso questa riga.' }),
      word: OUTCOME_WORDS[row.decision.outcome],
    };
  return row.about ? { sign: 'todo', word: 'da decidere' } : { sign: PAIRED, word: PAIRED.word };
}

export interface Marked {
  readonly kind: 'same' | 'only';
  readonly text: string;
}

/** Two independent texts, each with what stands only in it. */
export function markedTexts(one: string, other: string): readonly [one: readonly Marked[], other: readonly Marked[]] {
  const [first, second] = [normaliseText(one), normaliseText(other)];
  if (first === second) return [[{ kind: 'same', text: one }], [{ kind: 'same', text: other }]];
  const runs = differences(first, second, WHOLE_WORDS);
  const side = (own: 'removed' | 'added'): readonly Marked[] =>
    runs
      .filter(({ kind }) => kind === 'same' || kind === own)
      .map(({ kind, text }) => ({ kind: kind === 'same' || text.trim() === '' ? 'same' : 'only', text }));
  return [side('removed'), side('added')];
}

/** One line of evidence: what is compared, whether it agrees (null: one of the two does not say), and how. */
export interface Evidence {
  readonly label: string;
  readonly agrees: boolean | null;
  readonly words: string;
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const CLOCK_TOLERANCE = 15;

type Compared = Pick<SentMessage, 'day' | 'time' | 'recipients' | 'text'>;

/** Where each of two compared messages stands: `nel registro`, `nella riga 31`. */
export type Places = readonly [one: string, other: string];

/** Day, time, recipients and text of two messages, held against each other. */
export function evidenceOf(
  one: Compared,
  other: Compared,
  places: Places = ['nel registro', 'nel rendiconto'],
): readonly Evidence[] {
  const alike = likeness(fingerprint(one.text), fingerprint(other.text));
  const held = <Value>(
    label: string,
    [first, second]: readonly [Value | null, Value | null],
    agrees: (first: Value, second: Value) => boolean,
    say: (first: Value, second: Value) => string,
  ): Evidence =>
    first === null || second === null
      ? { label, agrees: null, words: `non noto ${places[first === null ? 0 : 1]}` }
      : { label, agrees: agrees(first, second), words: say(first, second) };
  const equal = <Value>(first: Value, second: Value): boolean => first === second;
  const both =
    (say: (value: string) => string) =>
    (first: string, second: string): string =>
      first === second ? say(first) : `${say(first)} e ${say(second)}`;
  return [
    held('Giorno', [one.day, other.day], equal, both(figuresOfDay)),
    held(
      'Ora',
      [one.time, other.time],
      (first, second) => Math.abs(minutes(first) - minutes(second)) < CLOCK_TOLERANCE,
      both(String),
    ),
    held('Destinatari', [one.recipients, other.recipients], equal, (first, second) =>
      first === second ? sayNumber(first) : `${sayNumber(first)} e ${sayNumber(second)}`,
    ),
    { label: 'Testo', agrees: alike === 1, words: alike === 1 ? 'uguale' : sayLikeness(alike) },
  ];
}
