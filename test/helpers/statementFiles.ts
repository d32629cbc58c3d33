import { writeOds, writeXlsx } from 'hucre';
import { xlsFile } from './xlsFile.ts';

const TITLES = [['Messaggi Chiari s.r.l.'], ['Rendiconto di settembre e ottobre']];
const HEADS = ['Data invio', 'Ora', 'Testo', 'Destinatari', 'Importo'];
/** Days since the end of 1899: 16 and 19 October 2026. */
const [FRIDAY, MONDAY] = [46_311, 46_314];
const utc = (serial: number): Date => new Date(Date.UTC(1899, 11, 30 + serial));
const play = ['10:00', 'Spettacolo in auditorium', '1.240', '18,00 €'] as const;
const library = ['09:30', 'Biblioteca chiusa', 3120, 18] as const;
const TOTAL = ['TOTALE', '', '', 4360, 36];

const sheet = { name: 'Invii', rows: [...TITLES, HEADS, [utc(FRIDAY), ...play], [utc(MONDAY), ...library], TOTAL] };

/** The same statement of two messages, in rows 4 and 5 under two titles, in every format that is read. */
export const STATEMENT_FILES: Readonly<Record<'csv' | 'xlsx' | 'ods' | 'xls', () => Promise<Uint8Array>>> = {
  csv: async () =>
    Buffer.from(
      [
        ...TITLES.map(([title]) => `${title};;;;`),
        HEADS.join(';'),
        ['16/10/2026', ...play].join(';'),
        ['19/10/2026', ...library].join(';'),
        TOTAL.join(';'),
      ].join('\r\n'),
    ),
  xlsx: () => writeXlsx({ sheets: [sheet] }),
  ods: () => writeOds({ sheets: [sheet] }),
  xls: async () =>
    xlsFile('Invii', [...TITLES, HEADS, [{ serial: FRIDAY }, ...play], [{ serial: MONDAY }, ...library], TOTAL]),
};
