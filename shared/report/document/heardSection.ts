import type { HeardRow } from '#shared/report/figures/heardRows.ts';
import { figuresOfMoment } from '#shared/report/words.ts';
import { labels, table, texts } from '#shared/text/document/blocks.ts';
import type { DocumentBlock } from '#shared/text/document/document.ts';

/** What stands in place of the number of a notice that was not sent. */
const NOT_SENT = 'non inviato';

/** What was decided, with its reason. */
const heardWords = ({ decision, why }: Pick<HeardRow, 'decision' | 'why'>): string =>
  why === null || why.trim() === '' ? decision : `${decision}: ${why.trim()}`;

/** The decisions the head took away from the app, each with who wrote it down and when (P38); none is no section. */
export function heardBlocks(rows: readonly HeardRow[]): DocumentBlock[] | undefined {
  if (rows.length === 0) return undefined;
  return [
    table(
      '',
      [labels('Numero'), texts('Avviso', 3), texts('Decisione', 4), texts('Presa', 3), texts('Registrata', 3)],
      rows.map((row) => [
        row.number ?? NOT_SENT,
        row.title,
        heardWords(row),
        `da ${row.by} per ${row.way}, ${figuresOfMoment(row.at)}`,
        `da ${row.recordedBy}, ${figuresOfMoment(row.recordedAt)}`,
      ]),
      '',
    ),
  ];
}
