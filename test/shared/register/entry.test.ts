import { describe, expect, it } from 'vitest';
import { entryNumber, entrySchema, foldEntry, numbersGiven } from '#shared/register/entry.ts';
import { registerFact } from '#shared/register/facts.ts';
import { beforeFirst, recordEntry } from '#shared/register/record.ts';
import { pen } from '../../helpers/facts.ts';
import { BODY } from './sample.ts';

const recorded = registerFact('entry.recorded', 'entry/r1', BODY);
const numbered = (number: number) => registerFact('entry.numbered', 'entry/r1', { year: 2026, number });

describe('recordEntry (P40)', () => {
  it('keeps the row and gives it the number after the highest of its year', () => {
    const facts = recordEntry('r1', BODY, (year) => (year === 2026 ? 41 : 1_800));
    expect(facts).toEqual([recorded, numbered(42)]);
  });

  it('begins with one', () => {
    expect(recordEntry('r1', BODY, () => 0)[1]?.body).toEqual({ year: 2026, number: 1 });
  });

  it.each([
    ['2026-12-31T22:59:59.999Z', 2026],
    ['2026-12-31T23:00:00.000Z', 2027],
  ])('sent at %s it belongs to %d: the year is that of Rome', (sentAt, year) => {
    expect(recordEntry('r1', { ...BODY, sentAt }, () => 0)[1]?.body).toMatchObject({ year });
  });
});

describe('foldEntry', () => {
  it('tells a row with its number', () => {
    const desk = pen();
    desk.write('marta', recorded, numbered(42));
    const entry = foldEntry('r1', desk.all());
    expect(entry).toEqual({ ...BODY, id: 'r1', year: 2026, number: 42 });
    expect(entrySchema.parse(entry)).toEqual(entry);
  });

  it('is provisional until it has one', () => {
    const desk = pen();
    desk.write('marta', recorded);
    expect(foldEntry('r1', desk.all())).toMatchObject({ year: null, number: null });
  });

  it('keeps the first record of a notice, and the first number it was given: two desks may have recorded it', () => {
    const desk = pen();
    desk.write('marta', recorded, numbered(42));
    desk.write('luca', registerFact('entry.recorded', 'entry/r1', { ...BODY, recipients: 0 }), numbered(43));
    expect(foldEntry('r1', desk.all())).toMatchObject({ recipients: BODY.recipients, number: 42 });
  });

  it('knows no row before it was recorded', () => {
    const desk = pen();
    desk.write('marta', numbered(42));
    expect(foldEntry('r1', desk.all())).toBeUndefined();
  });
});

it.each([
  [2026, 42, '2026/0042'],
  [2026, 1_204, '2026/1204'],
  [2027, 12_345, '2027/12345'],
  [null, null, 'provv.'],
  [2026, null, 'provv.'],
])('number %s %s is said %s', (year, number, said) => {
  expect(entryNumber({ year, number })).toBe(said);
});

describe('a recording taken back right after (P67)', () => {
  it('is no row, and recorded anew it has the number it had', () => {
    const desk = pen();
    const [first] = desk.write('marta', recorded, numbered(42));
    desk.write('marta', registerFact('entry.undone', 'entry/r1', { fact: first?.h ?? '' }));
    expect(foldEntry('r1', desk.all())).toBeUndefined();
    expect(numbersGiven(desk.all())).toEqual([{ year: 2026, number: 42 }]);
    desk.write('luca', registerFact('entry.recorded', 'entry/r1', { ...BODY, recipients: 7 }));
    expect(foldEntry('r1', desk.all())).toMatchObject({ year: 2026, number: 42, recipients: 7 });
  });

  it('of one desk leaves what another desk recorded', () => {
    const desk = pen();
    const [first] = desk.write('marta', recorded);
    desk.write('luca', registerFact('entry.recorded', 'entry/r1', { ...BODY, recipients: 7 }));
    desk.write('marta', registerFact('entry.undone', 'entry/r1', { fact: first?.h ?? '' }));
    expect(foldEntry('r1', desk.all())).toMatchObject({ recipients: 7 });
  });
});

describe('the first number of a town (P40)', () => {
  it.each([
    [null, false, 0],
    [1, false, 0],
    [118, false, 117],
    [118, true, 0],
  ])('%s, with numbers of earlier years %s: the first of the year follows %d', (first, isNumberedBefore, expected) => {
    expect(beforeFirst(first, isNumberedBefore)).toBe(expected);
  });
});
