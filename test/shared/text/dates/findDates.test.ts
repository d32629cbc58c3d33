import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, daysBetween, sayDay, sayDayAndYear, weekdayOf } from '#shared/kernel/day.ts';
import { type FoundDate, findDates } from '#shared/text/dates/findDates.ts';
import { NUMBERED_RULES } from '#shared/text/dates/numbered.ts';
import { RELATIVE_RULES } from '#shared/text/dates/relative.ts';
import { plainForm } from '#shared/text/plainForm.ts';

interface Phrase {
  readonly text: string;
  readonly date: Day | null;
  readonly time?: string;
  readonly endDate?: Day;
  readonly endTime?: string;
  readonly mismatch?: boolean;
}

const phrases = (name: string): readonly Phrase[] =>
  JSON.parse(readFileSync(new URL(`../../../cases/dates/phrases-${name}.json`, import.meta.url), 'utf8'));

/** What the first candidate says, in the shape of the phrase. */
function answerTo(phrase: Phrase, reference: Day): Phrase {
  const first = findDates(phrase.text, reference)[0];
  if (first === undefined) return { text: phrase.text, date: null };
  return {
    text: phrase.text,
    date: first.date,
    ...(phrase.time === undefined ? {} : { time: String(first.time) }),
    ...(phrase.endDate === undefined ? {} : { endDate: String(first.endDate) }),
    ...(phrase.endTime === undefined ? {} : { endTime: String(first.endTime) }),
    ...(phrase.mismatch === undefined ? {} : { mismatch: first.warnings.includes('weekday-date-mismatch') }),
  };
}

describe('findDates on phrases of real offices', () => {
  for (const name of ['dev', 'a', 'b']) {
    it.each(phrases(name))(`${name}: $text`, (phrase) => {
      expect(answerTo(phrase, '2023-11-30')).toEqual(phrase);
    });
  }
  it.each(phrases('own'))('own: $text', (phrase) => {
    expect(answerTo(phrase, '2026-11-26')).toEqual(phrase);
  });
});

describe('findDates beside the first day', () => {
  it('reads every day of a list', () => {
    const days = findDates('nei giorni 12, 13 e 14 dicembre', '2026-11-26');
    expect(days.map((one) => one.date)).toEqual(['2026-12-12', '2026-12-13', '2026-12-14']);
    expect(days.map((one) => one.excerpt)).toEqual(['12, 13 e 14 dicembre', '13 e 14 dicembre', '14 dicembre']);
  });

  it('warns when weekday and date disagree, in any order', () => {
    const mismatch = (text: string): readonly string[] | undefined => findDates(text, '2026-11-26')[0]?.warnings;
    expect(mismatch('giovedì 4 dicembre')).toEqual(['weekday-date-mismatch']);
    expect(mismatch('4 dicembre (giovedì)')).toEqual(['weekday-date-mismatch']);
    expect(mismatch('giovedì 04/12/2026')).toEqual(['weekday-date-mismatch']);
    expect(mismatch('venerdì 4 dicembre')).toEqual([]);
  });

  it('takes a date of the last weeks as past, and lets a weekday that fits only next year decide', () => {
    expect(findDates('inviare il 20 novembre', '2026-11-26')[0]?.date).toBe('2026-11-20');
    expect(findDates('inviare sabato 20 novembre', '2026-11-26')[0]?.date).toBe('2027-11-20');
  });

  it('leaves out what depends on an unknown day of the message', () => {
    const text = 'domani, lunedì, il 12 dicembre, fra 3 giorni, il 5 c.m., fine mese, il giorno 9';
    expect(findDates(text, undefined)).toEqual([]);
    expect(findDates('il 12 dicembre 2026', undefined)[0]?.date).toBe('2026-12-12');
  });

  it('keeps indexes right around emoji and wide characters', () => {
    const text = '📚🎄 İnvio: venerdì 4 dicembre';
    const [found] = findDates(text, '2026-11-26');
    expect(found && text.slice(found.from, found.to)).toBe('venerdì 4 dicembre');
  });
});

const DAYS = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days));
const PIECES = fc.constantFrom(
  'lunedì ',
  'il ',
  'dal ',
  'al ',
  '12',
  '/',
  '.',
  ' dicembre ',
  ' e ',
  ',',
  'alle ',
  '9.30',
  ' domani ',
  'fra ',
  '3 giorni',
  'p.v.',
  '\n',
  'via ',
  '2026',
  'primo ',
  'primo e ',
  ' settimana prossima ',
  'giovedì',
  'oggi',
  'entro fine ',
  'p.m.',
  ' del mese prossimo',
  '-',
);
const TEXTS = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(PIECES, { maxLength: 30 }).map((pieces) => pieces.join('')),
);

/** A day must stand in the text, and its words alone must give the same day: nothing is made up. */
function expectFounded(text: string, reference: Day, one: FoundDate): void {
  expect(text.slice(one.from, one.to)).toBe(one.excerpt);
  expect(one.excerpt.length).toBeGreaterThan(0);
  expect(findDates(one.excerpt, reference).map((again) => again.date)).toContain(one.date);
}

describe('findDates on anything', () => {
  it('never throws, and founds every candidate on words of the text', () => {
    fc.assert(
      fc.property(TEXTS, DAYS, (text, reference) => {
        for (const one of findDates(text, reference)) expectFounded(text, reference, one);
      }),
      { numRuns: 500 },
    );
  });

  it('never misses by a hint what its pattern would find', () => {
    const rules = [...NUMBERED_RULES, ...RELATIVE_RULES];
    fc.assert(
      fc.property(TEXTS, (text) => {
        const plain = plainForm(text);
        for (const { hint, pattern } of rules) {
          if (plain.search(pattern) >= 0) expect(hint.test(plain), `${hint} in ${JSON.stringify(plain)}`).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back every day as people say it', () => {
    fc.assert(
      fc.property(DAYS, fc.integer({ min: -20, max: 300 }), (reference, ahead) => {
        const day = addDays(reference, ahead);
        for (const said of [sayDayAndYear(day), sayDay(day).toUpperCase(), day.split('-').reverse().join('/')]) {
          const found = findDates(`Inviare ${said}`, reference);
          expect(found.map((one) => [one.date, one.warnings])).toEqual([[day, []]]);
        }
      }),
    );
  });

  it('reads a weekday alone as the next one, one to seven days ahead', () => {
    fc.assert(
      fc.property(DAYS, DAYS, (reference, other) => {
        const [found] = findDates(`entro ${sayDay(other).split(' ')[0]}`, reference);
        expect(found && weekdayOf(found.date)).toBe(weekdayOf(other));
        expect(found && daysBetween(reference, found.date)).toBeGreaterThan(0);
        expect(found && daysBetween(reference, found.date)).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('takes time in line with the length of the text', () => {
    const hostile = ['1 ', '1,', 'lunedì ', 'dal 3 al ', '12 dicembre ', 'via 2 ', 'a@', 'a.', '\n', 'notizia ', ' '];
    for (const piece of hostile) {
      const started = performance.now();
      findDates(piece.repeat(100_000 / piece.length), '2026-11-26');
      expect(performance.now() - started, JSON.stringify(piece)).toBeLessThan(1000);
    }
  });
});
