import { describe, expect, test } from 'vitest';
import { type ComparisonChoice, compare } from '#shared/requests/comparisonDecide.ts';
import { close, reopen, setData } from '#shared/requests/decide.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import type { Request } from '#shared/requests/request.ts';
import { must } from '../../helpers/desk.ts';
import { type Pen, pen, ROAD_WORKS_DATA, requestReceived } from '../../helpers/facts.ts';
import { contextOf, LUCA, MARTA } from '../../helpers/town.ts';

const SENT = { id: 'strada', number: '2026/0012', title: 'Via Roma chiusa' };
const QUEUED = { id: 'verde', number: null, title: 'Raccolta del verde' };
const SERIES = { name: 'Cantieri', index: 2, of: 5 };

function received(): Pen {
  const desk = pen();
  desk.write('app', requestReceived('r1'));
  return desk;
}
const read = (desk: Pen): Request => foldRequest('r1', desk.all()) ?? expect.fail('no request');

/** Decides and writes; answers with the request afterwards. */
function decide(
  desk: Pen,
  choice: Partial<ComparisonChoice>,
  other: Parameters<typeof compare>[1] = SENT,
  person = MARTA,
): Request {
  const whole = { verdict: 'diverso', why: '', series: null, ...choice } as const;
  desk.write(person.id, ...must(compare(read(desk), other, whole, contextOf(person))));
  return read(desk);
}
const refusal = (desk: Pen, choice: Partial<ComparisonChoice>): string => {
  const decision = compare(
    read(desk),
    SENT,
    { verdict: 'diverso', why: '', series: null, ...choice },
    contextOf(MARTA),
  );
  return decision.ok ? 'done' : decision.error.code;
};

describe('a double', () => {
  test('ends the request, which remembers what it is a double of', () => {
    expect(decide(received(), { verdict: 'duplicato', why: 'Stesso link e stesso testo' })).toMatchObject({
      state: 'closed',
      closed: { outcome: 'duplicato', why: 'Stesso link e stesso testo', sameAs: 'strada' },
      comparisons: [{ with: 'strada', number: '2026/0012', verdict: 'duplicato', by: 'marta' }],
    });
  });

  test('needs no words: the other notice is the reason', () => {
    expect(decide(received(), { verdict: 'duplicato' }).closed?.why).toBe('È lo stesso avviso: n. 2026/0012.');
    expect(decide(received(), { verdict: 'duplicato' }, QUEUED).closed?.why).toBe(
      'È lo stesso avviso: «Raccolta del verde».',
    );
  });
});

test('a double taken back is to be decided again', () => {
  const desk = received();
  decide(desk, { why: 'altra via' }, QUEUED);
  decide(desk, { verdict: 'duplicato' });
  desk.write(MARTA.id, ...reopen(read(desk), 'Era un altro tratto'));
  expect(read(desk)).toMatchObject({ state: 'open', closed: null, comparisons: [{ with: 'verde' }] });
});

describe('a different one', () => {
  test('goes on, with the reason', () => {
    expect(decide(received(), { why: '  altra via ' })).toMatchObject({
      state: 'open',
      comparisons: [{ with: 'strada', verdict: 'diverso', why: 'altra via', at: expect.any(String) }],
    });
  });

  test('needs the reason', () => {
    expect(refusal(received(), { why: ' ' })).toBe('reason-missing');
  });
});

describe('one of a series', () => {
  test('gets its place, and its data stay as they were', () => {
    expect(decide(received(), { verdict: 'serie', series: SERIES })).toMatchObject({
      state: 'open',
      series: SERIES,
      data: ROAD_WORKS_DATA,
      confirmed: [],
      comparisons: [{ verdict: 'serie', why: '' }],
    });
  });

  test('needs the series, unless the request has one', () => {
    const desk = received();
    expect(refusal(desk, { verdict: 'serie' })).toBe('series-missing');
    desk.write(MARTA.id, ...must(setData(read(desk), { series: SERIES }, contextOf(MARTA))));
    expect(decide(desk, { verdict: 'serie' }).series).toEqual(SERIES);
  });

  test('writes the place only when it changes', () => {
    const desk = received();
    decide(desk, { verdict: 'serie', series: SERIES });
    const written = desk.all().length;
    decide(desk, { verdict: 'serie', series: { ...SERIES } });
    expect(
      desk
        .all()
        .slice(written)
        .map(({ type }) => type),
    ).toEqual(['request.compared']);
    expect(decide(desk, { verdict: 'serie', series: { ...SERIES, index: 3 } }).series?.index).toBe(3);
  });
});

test('of several decisions on one notice the last counts, beside those on others', () => {
  const desk = received();
  decide(desk, { why: 'altra via' });
  decide(desk, { why: 'altro argomento' }, QUEUED);
  const { comparisons } = decide(desk, { verdict: 'serie', series: SERIES }, SENT, LUCA);
  expect(comparisons.map(({ with: other, verdict, by }) => [other, verdict, by])).toEqual([
    ['verde', 'diverso', 'marta'],
    ['strada', 'serie', 'luca'],
  ]);
});

test('the place is taken away again by setting it to nothing, and other data leave it alone', () => {
  const desk = received();
  const set = (data: Parameters<typeof setData>[1]): Request => {
    desk.write(MARTA.id, ...must(setData(read(desk), data, contextOf(MARTA))));
    return read(desk);
  };
  expect(set({ series: SERIES })).toMatchObject({ series: SERIES, confirmed: [] });
  expect(set({ office: 'Sport' })).toMatchObject({ series: SERIES, confirmed: ['office'] });
  expect(set({ series: null }).series).toBeNull();
});

test('what is already decided stays decided', () => {
  const desk = received();
  const ending = { outcome: 'non necessario', why: 'Già sul sito', sameAs: null } as const;
  desk.write(MARTA.id, ...must(close(read(desk), ending, contextOf(MARTA))));
  expect(refusal(desk, { verdict: 'duplicato' })).toBe('request-closed');
});
