import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, MONTHS, partsOf, sayDay, sayDayAndYear, weekdayOf } from '#shared/kernel/day.ts';
import { type DateMention, dateMentions, yearNear } from '#shared/text/dates/mentions.ts';

/** `weekday date/month/year`, with `-` for what is not written. */
const short = ({ weekday, date, month, year }: DateMention): string =>
  `${weekday?.value ?? '-'} ${date}/${month}/${year ?? '-'}`;
const read = (text: string): readonly string[] => dateMentions(text).map(short);

describe('dateMentions', () => {
  it.each<[string, readonly string[]]>([
    ['Lunedì 30 novembre 2026', ['1 30/11/2026']],
    ['lunedi, 1° dicembre', ['1 1/12/-']],
    ['dal 10 al 12 febbraio', ['- 10/2/-', '- 12/2/-']],
    ['il 10, 11 e 12 febbraio', ['- 10/2/-', '- 11/2/-', '- 12/2/-']],
    ["dall'1 al 4 dicembre", ['- 1/12/-', '- 4/12/-']],
    ['da giovedì 3 a venerdì 4 dicembre', ['4 3/12/-', '5 4/12/-']],
    ['sabato e domenica 28 e 29 novembre', ['6 28/11/-', '0 29/11/-']],
    ['sabato e domenica 29 novembre', ['0 29/11/-']],
    ['entro il 30/11/2026 o 30-11-26', ['- 30/11/2026', '- 30/11/2026']],
    ['lunedì 30/11 alle 9', ['1 30/11/-']],
    ['da lun 30/11 a ven. 4/12', ['1 30/11/-', '5 4/12/-']],
    ['31 novembre', ['- 31/11/-']],
    ['il 24 nov. e il 3 dic', ['- 24/11/-', '- 3/12/-']],
    ['8 dicembre', ['- 8/12/-']],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'bambini di 5/6 anni',
    'via Po 5, 30 persone',
    'dalle 9.30 alle 12',
    'tel. 049/5550100',
    'articolo 3 marca',
    'prot. 12/2026',
    'aperto 24/7',
    '',
  ])('finds no date in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('does not take the number of a house for a day', () => {
    expect(read('in via Po 5, 30 novembre')).toEqual(['- 30/11/-']);
  });

  it('reads back any day as the app writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (ahead) => {
        const day = addDays('2020-01-01', ahead);
        const { year, month, date } = partsOf(day);
        expect(read(`Chiuso ${sayDayAndYear(day)}.`)).toEqual([`${weekdayOf(day)} ${date}/${month}/${year}`]);
        expect(read(`Chiuso il ${date}/${month}/${year}.`)).toEqual([`- ${date}/${month}/${year}`]);
        const text = `Chiuso ${sayDay(day)}, via Po.`;
        const [mention] = dateMentions(text);
        expect(text.slice(mention?.from, mention?.to)).toBe(sayDay(day));
        expect(text.slice(mention?.dateFrom, mention?.to)).toContain(MONTHS[month - 1]);
      }),
    );
  });

  it('never throws, and stays inside any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'lunedì ',
            'e ',
            '3 ',
            '31/',
            '12',
            ' maggio',
            ' mag',
            '°',
            ',',
            ' al ',
            '2026',
            '\n',
            '👩‍👩‍👧‍👦',
          ),
        ),
        (parts) => {
          const text = parts.join('');
          for (const { from, to, dateFrom } of dateMentions(text)) {
            expect(from).toBeLessThanOrEqual(dateFrom);
            expect(dateFrom).toBeLessThan(to);
            expect(to).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('yearNear', () => {
  const year = (text: string, date: string): number | undefined =>
    dateMentions(text).map((mention) => yearNear(mention, date))[0];

  it('looks ahead more than back', () => {
    expect(year('10 gennaio', '2026-11-23')).toBe(2027);
    expect(year('20 novembre', '2026-11-23')).toBe(2026);
    expect(year('15 giugno', '2026-11-23')).toBe(2027);
    expect(year('29 dicembre', '2027-01-03')).toBe(2026);
    expect(year('29 febbraio', '2026-02-01')).toBe(2026);
  });
});
