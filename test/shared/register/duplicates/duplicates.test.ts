import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ComparableNotice, comparableNoticeSchema } from '#shared/register/duplicates/comparableNotice.ts';
import { buildIndex, type DuplicateIndex } from '#shared/register/duplicates/duplicateIndex.ts';
import { candidateSchema, findDuplicates, queryIndex } from '#shared/register/duplicates/duplicates.ts';
import { townNotices } from './notices.ts';

const notice = (id: string, text: string, date: string, link: string | null = null): ComparableNotice => ({
  id,
  text,
  date,
  link,
});
const news = 'https://www.comune.valdombra.example/novita/';
const sent = [
  notice(
    'acqua',
    "Lunedì 30 novembre dalle 9 alle 12.30 manca l'acqua in via Po per lavori sulla condotta.",
    '2026-11-20',
    `${news}acqua`,
  ),
  notice(
    'consiglio',
    'Consiglio comunale lunedì 21 dicembre alle 20.30, diretta sul sito.',
    '2026-11-18',
    `${news}consiglio`,
  ),
  notice('truffe', 'Truffe telefoniche: il Comune non chiede mai dati bancari per telefono.', '2026-11-02', null),
  notice(
    'asfalto',
    'Via Roma chiusa al traffico dal 1° al 4 dicembre per asfaltatura.',
    '2026-11-19',
    `${news}via-roma`,
  ),
  notice('bonus', 'Bonus affitto: domande entro il 20 dicembre ai servizi sociali.', '2026-11-10', `${news}bonus`),
];
const best = (text: string, link: string | null = null, date = '2026-11-23') =>
  findDuplicates([notice('nuovo', text, date, link)], sent)[0]?.candidates[0];

describe('findDuplicates', () => {
  it.each<[string, string, string | null, string, string, string]>([
    ['the same text', sent[0]?.text ?? '', null, 'acqua', 'duplicate', 'Stesso testo'],
    [
      'the same text with other signs and capitals',
      '*TRUFFE TELEFONICHE* il comune non chiede MAI dati bancari per telefono',
      null,
      'truffe',
      'duplicate',
      'Stesso testo',
    ],
    [
      'the same page, spelled otherwise',
      'Rete idrica: sospensione il 30 novembre.',
      'http://comune.valdombra.example/novita/acqua/?utm_source=x',
      'acqua',
      'duplicate',
      'Stesso link',
    ],
    [
      'other words, same day and street',
      "Il 30 novembre sarà sospesa l'erogazione dell'acqua in via Po, ore 9-12.30.",
      null,
      'acqua',
      'duplicate',
      'Stessa data: lunedì 30 novembre',
    ],
    [
      'the same subject on another date',
      'Consiglio comunale lunedì 25 gennaio alle 20.30, diretta sul sito.',
      null,
      'consiglio',
      'series',
      'Altra data: lunedì 25 gennaio, prima lunedì 21 dicembre',
    ],
    [
      'a reminder of the same page',
      'Ricordiamo: domande per il bonus affitto entro il 20 dicembre.',
      `${news}bonus`,
      'bonus',
      'series',
      'Stesso link',
    ],
    [
      'the same page with another date',
      'Bonus affitto, domande entro il 15 gennaio.',
      `${news}bonus`,
      'bonus',
      'series',
      'Stesso link',
    ],
    [
      'the same works in another street',
      'Via Verdi chiusa al traffico dal 1° al 4 dicembre per asfaltatura.',
      null,
      'asfalto',
      'similar',
      'Stessa data: martedì 1° dicembre',
    ],
  ])('names %s', (_, text, link, id, verdict, why) => {
    const found = best(text, link);
    expect(found).toMatchObject({ id, verdict });
    expect(found?.why).toContain(why);
  });

  it('is silent about something new', () => {
    expect(best('Nuova linea del bus 10: cambia la fermata del municipio.')).toBeUndefined();
    expect(best('')).toBeUndefined();
  });

  it('takes the text of another year as a series, not as a duplicate', () => {
    expect(best(sent[2]?.text ?? '', null, '2027-10-01')).toMatchObject({ id: 'truffe', verdict: 'series', score: 1 });
    expect(best(sent[1]?.text ?? '', null, '2027-11-20')).toMatchObject({ id: 'consiglio', verdict: 'series' });
  });

  it('does not trust the first page of the site as a link in common', () => {
    const home = [notice('uno', 'Festa in piazza domenica.', '2026-11-20', 'https://www.comune.valdombra.example/')];
    expect(
      findDuplicates(
        [notice('due', 'Divieto di sosta in viale Po.', '2026-11-23', 'https://comune.valdombra.example')],
        home,
      ),
    ).toEqual([{ id: 'due', candidates: [] }]);
  });

  it('leaves out what only happens in the same street on another day (W32)', () => {
    const street = [
      notice('tari', 'Tari: la seconda rata scade lunedì 30 novembre. Per informazioni via Roma 12.', '2026-11-20'),
      notice('letture', 'Letture per bambini sabato 28 novembre alle 10 in via Roma 3.', '2026-11-21'),
    ];
    const fresh = [notice('casa', 'Lo sportello casa in via Roma apre giovedì 10 dicembre alle 15.', '2026-11-23')];
    expect(findDuplicates(fresh, [...street, ...sent])).toEqual([{ id: 'casa', candidates: [] }]);
  });

  it('answers for each new notice in order, at most five candidates, best first, in the promised shape', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      notice(`s${index}`, `Mercato spostato in via Po sabato ${index + 1} maggio.`, '2026-04-20'),
    );
    const answers = findDuplicates(
      [notice('b', 'Mercato spostato in via Po sabato 2 maggio.', '2026-04-21'), notice('a', '', '2026-04-21')],
      many,
    );
    expect(answers.map(({ id }) => id)).toEqual(['b', 'a']);
    const candidates = answers[0]?.candidates ?? [];
    expect(candidates).toHaveLength(5);
    expect(candidates[0]).toMatchObject({ id: 's1', score: 1, verdict: 'duplicate' });
    expect(candidates.map(({ score }) => score)).toEqual(
      candidates.map(({ score }) => score).sort((one, other) => other - one),
    );
    for (const candidate of candidates) expect(candidateSchema.parse(candidate)).toEqual(candidate);
  });

  it('always finds the very same notice, never itself, and always says why', () => {
    const any = fc.record({
      id: fc.uuid(),
      text: fc.string({ unit: 'grapheme', maxLength: 80 }),
      date: fc.constantFrom('2026-11-20', '2026-12-24'),
      link: fc.option(fc.webUrl()),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ id }) => id, minLength: 1, maxLength: 6 }), (notices) => {
        const [copied] = notices;
        if (copied === undefined) return;
        expect(comparableNoticeSchema.parse(copied)).toEqual(copied);
        const index = buildIndex(notices);
        const again = queryIndex(index, { ...copied, id: 'copia' });
        if (/[\p{L}\p{N}]/u.test(copied.text.replace(/(?:https?:\/\/|www\.)\S+/gi, ' ').normalize('NFKD'))) {
          expect(again.filter(({ score }) => score === 1).map(({ id }) => id)).toContain(copied.id);
        }
        const own = queryIndex(index, copied);
        expect(own.map(({ id }) => id)).not.toContain(copied.id);
        for (const { why } of [...again, ...own]) expect(why.length).toBeGreaterThan(0);
      }),
    );
  });
});

/** How often the true original of a rewording is found among 20,000 notices; the figures are what was measured, with a little room. */
describe.each([
  { file: 'pairs', seen: 'words for one thing were collected with these in view', five: 34, first: 33, duplicates: 18 },
  { file: 'unseen-pairs', seen: 'written afterwards', five: 19, first: 18, duplicates: 5 },
])('rewordings among 20,000 notices: $file ($seen)', ({ file, five, first, duplicates }) => {
  const pairs: readonly (readonly [string, string])[] = JSON.parse(
    readFileSync(new URL(`../../../cases/duplicates/${file}.json`, import.meta.url), 'utf8'),
  );
  let index: DuplicateIndex;
  beforeAll(() => {
    const originals = pairs.map(([text], at) => notice(`p${at}`, text, '2026-11-19'));
    const town = townNotices(20_000 - pairs.length).map((one) => ({ ...one, link: null }));
    index = buildIndex([...originals, ...town]);
  });

  it('finds most of them', () => {
    const found = pairs.map(([, text], at) => {
      const candidates = queryIndex(index, notice('nuovo', text, '2026-11-23'));
      return {
        place: candidates.findIndex(({ id }) => id === `p${at}`),
        verdict: candidates.find(({ id }) => id === `p${at}`)?.verdict,
      };
    });
    expect(found.filter(({ place }) => place >= 0).length).toBeGreaterThanOrEqual(five);
    expect(found.filter(({ place }) => place === 0).length).toBeGreaterThanOrEqual(first);
    expect(found.filter(({ verdict }) => verdict === 'duplicate').length).toBeGreaterThanOrEqual(duplicates);
  });

  it('hardly ever calls another notice a duplicate', () => {
    const others = townNotices(400, 99, '2026-11-23', 1).map((one) => ({ ...one, link: null }));
    const called = others.filter((one) =>
      queryIndex(index, { ...one, id: 'nuovo' }).some(({ verdict }) => verdict === 'duplicate'),
    );
    expect(called.length).toBeLessThanOrEqual(10);
  });

  it('flags at most a third of ten subjects the register has never seen', () => {
    const novel: readonly string[] = JSON.parse(
      readFileSync(new URL('../../../cases/duplicates/novel.json', import.meta.url), 'utf8'),
    );
    const flagged = novel.filter((text) => queryIndex(index, notice('nuovo', text, '2026-11-23')).length > 0);
    expect(flagged.length).toBeLessThanOrEqual(3);
    expect(
      novel
        .flatMap((text) => queryIndex(index, notice('nuovo', text, '2026-11-23')))
        .every(({ verdict }) => verdict === 'similar'),
    ).toBe(true);
  });
});
