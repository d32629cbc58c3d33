import { addDays } from '#shared/kernel/day.ts';
import type { RegisterItem, StatementItem } from '#shared/report/statement/statement.ts';
import { randomFrom } from './random.ts';

const SUBJECTS = [
  'farmacie di turno della settimana',
  'interruzione idrica in via',
  'chiusura strada per lavori in via',
  'spettacolo teatrale in auditorium',
  'scadenza rata TARI',
  'scadenza acconto IMU',
  'iscrizioni centri estivi',
  'allerta meteo idraulica',
  'allerta meteo vento forte',
  'nuovi orari biblioteca',
  'incontro pubblico con la cittadinanza su',
  'raccolta ingombranti',
  'bando contributi affitto',
  'mercato settimanale sospeso in piazza',
  'corso di ginnastica dolce over 65',
  'cinema sotto le stelle',
];
const STREETS = ['Palù', 'Rossi', 'Roma', 'della Provvidenza', 'Garibaldi', 'Brentelle', 'Borromeo', 'Manzoni'];
const SIGNS = ['⚠️ ', '📣 ', '', '', '👉 '];
const ENDS = ['per info valdombra.example', 'maggiori dettagli sul sito', 'si invita a consultare la notizia'];
const FIRST_DAY = '2026-01-01';

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A register and the statement a careless contractor makes of it, with the truth about which row is which message. */
export interface Statements {
  readonly register: readonly RegisterItem[];
  readonly statement: readonly StatementItem[];
  /** Number in the register of each row; rows the contractor invented are missing. */
  readonly truth: ReadonlyMap<number, string>;
}

/**
 * `count` messages over two months; in the statement some are dropped or added, dates shift, texts are cut, shouted,
 * stripped of signs or misspelt, recipients differ.
 */
export function madeStatements(count: number, seed: number): Statements {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const register = Array.from({ length: count }, (_, index): RegisterItem => {
    const subject = pick(SUBJECTS);
    const place = `${pick(STREETS)} ${1 + Math.floor(random() * 28)}`;
    return {
      number: `2026/${String(index + 1).padStart(4, '0')}`,
      day: addDays(FIRST_DAY, Math.floor((index * 59) / count)),
      time: clock(540 + Math.floor(random() * 540)),
      text: `${pick(SIGNS)}${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${place} – il Comune informa che ${pick(ENDS)}`,
      recipients: 3000 + Math.floor(random() * 40),
      link: null,
    };
  });
  const spoil = (text: string): string => {
    const plain = text.replace(/[^\p{L}\p{N} –.]/gu, '').trim();
    const kind = random();
    if (kind < 0.3) return plain.slice(0, 35);
    if (kind < 0.45) return plain.toUpperCase();
    if (kind < 0.6) return plain.replace('il Comune informa che', '').replace('–', '-');
    return kind < 0.68 ? plain.replace(/[aeiou]/, 'x').replace(/\s\w+\s/, ' ') : plain;
  };
  const rows: { item: Omit<StatementItem, 'row'>; of: string | null }[] = [];
  for (const { number, day, time, text, recipients } of register) {
    if (random() < 0.05) continue;
    const shift = random() < 0.8 ? 0 : pick([-1, 1, 1, 2]);
    rows.push({
      of: number,
      item: {
        number: null,
        day: addDays(day ?? FIRST_DAY, shift),
        time: random() < 0.5 ? time : null,
        text: spoil(text),
        recipients: random() < 0.93 ? recipients : (recipients ?? 0) + pick([-7, 12, 50]),
        link: null,
        amount: 1800,
      },
    });
  }
  for (let extra = 0; extra < count * 0.04; extra++) {
    const text = `${pick(SUBJECTS)} ${pick(STREETS)} ${1 + Math.floor(random() * 28)}`;
    const day = addDays(FIRST_DAY, Math.floor(random() * 59));
    rows.push({
      of: null,
      item: { number: null, day, time: null, text, recipients: 3010, link: null, amount: 1800 },
    });
  }
  const shuffled = rows.map((row) => ({ row, order: random() })).sort((one, other) => one.order - other.order);
  const statement = shuffled.map(({ row }, index) => ({ ...row.item, row: index + 2 }));
  const truth = shuffled.flatMap(({ row }, index) => (row.of === null ? [] : [[index + 2, row.of] as const]));
  return { register, statement, truth: new Map(truth) };
}
