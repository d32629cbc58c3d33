import { sayDayAndYear } from '#shared/kernel/day.ts';
import type { RegisterRow } from '#shared/report/figures/rows.ts';
import { labels, table, texts } from '#shared/text/document/blocks.ts';
import type { DocumentBlock } from '#shared/text/document/document.ts';

const MISSING = 'Risposte non ancora date';

/** The period and the answers of one notice, as a line of a spreadsheet (P39). */
export function electionWords({ until, impersonal, essential, by }: NonNullable<RegisterRow['election']>): string {
  const period = `Fino a ${sayDayAndYear(until)}`;
  return essential === null || by === null
    ? `${period}. ${MISSING}`
    : `${period}. Impersonale: ${impersonal ? 'sì' : 'no'}. Indispensabile, perché: ${essential} (${by})`;
}

/** The notices that left in an election period with what the head answered (P39); nothing when there are none. */
export function electionBlocks(rows: readonly RegisterRow[]): DocumentBlock[] | undefined {
  const own = rows.flatMap(({ number, title, election }) => (election ? [{ number, title, ...election }] : []));
  if (own.length === 0) return undefined;
  return [
    table(
      '',
      [
        labels('Numero'),
        texts('Avviso', 3),
        texts('Periodo fino a', 2),
        texts('Impersonale', 1),
        texts('Indispensabile, perché', 4),
        texts('Risposte di', 3),
      ],
      own.map(({ number, title, until, impersonal, essential, by }) => [
        number,
        title,
        sayDayAndYear(until),
        impersonal === null ? MISSING : impersonal ? 'sì' : 'no',
        essential ?? MISSING,
        by ?? MISSING,
      ]),
      '',
    ),
  ];
}
