import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Choice, statementKeys } from '#shared/report/choices.ts';
import { bestPairs, type Edge } from '#shared/report/reconciling/pairing.ts';
import { type Reconciliation, reconcile } from '#shared/report/reconciling/reconcile.ts';
import type { RegisterItem, StatementItem } from '#shared/report/statement/statement.ts';
import { fingerprint, likeness } from '#shared/text/fingerprint.ts';
import { madeStatements } from '../../../helpers/statements.ts';

const WATER = 'Mercoledì 14 gennaio dalle 8:30 manca l’acqua in via Euganea e nelle strade vicine.';

const message = (fields: Partial<RegisterItem>): RegisterItem => ({
  number: '2026/0001',
  day: '2026-01-14',
  time: '08:30',
  text: WATER,
  recipients: 3120,
  link: null,
  ...fields,
});

const billed = (fields: Partial<StatementItem>): StatementItem => ({
  row: 2,
  number: null,
  day: '2026-01-14',
  time: '08:31',
  text: WATER,
  recipients: 3120,
  link: null,
  amount: 1800,
  ...fields,
});

const keyOf = (item: StatementItem): string => statementKeys([item]).get(item) ?? '';

describe('one message and one row', () => {
  test.each<[string, Partial<RegisterItem>, Partial<StatementItem>, readonly string[]]>([
    ['equal', {}, {}, []],
    ['shouted and without signs', { text: `⚠️ ${WATER}` }, { text: WATER.toUpperCase() }, []],
    ['cut short', {}, { text: WATER.slice(0, 40) }, []],
    ['two days later', {}, { day: '2026-01-16' }, ['date']],
    ['two minutes later', {}, { time: '08:32' }, []],
    ['an hour later', {}, { time: '09:40' }, ['time']],
    ['a word changed', {}, { text: WATER.replace('8:30', '9:00') }, ['text']],
    ['fewer recipients', {}, { recipients: 3113 }, ['recipients']],
    ['without time and recipients', {}, { time: null, recipients: null }, []],
    [
      'the same news in other words',
      { link: 'https://www.comune.valdombra.example/novita/acqua' },
      { text: 'Avviso lavori idrici', link: 'http://comune.valdombra.example/novita/acqua/?utm=1' },
      ['text'],
    ],
    ['the number of the register', {}, { text: 'Rif. nostro', number: '2026/0001' }, ['text']],
  ])('%s: matched', (_, left, right, fields) => {
    const { matched } = reconcile([message(left)], [billed(right)]);
    expect(matched).toMatchObject([{ register: '2026/0001', statement: 2 }]);
    expect(matched[0]?.differences.map(({ field }) => field)).toEqual(fields);
  });

  test('a difference shows both values', () => {
    const [pair] = reconcile([message({})], [billed({ recipients: 3113 })]).matched;
    expect(pair?.differences).toEqual([{ field: 'recipients', register: 3120, statement: 3113 }]);
  });

  test('a title of other words on another day is to be confirmed', () => {
    const { toConfirm, matched } = reconcile(
      [message({ text: 'Assemblea pubblica sulla ciclabile: venerdì 16 gennaio alle 20.30 in sala consiliare' })],
      [
        billed({
          day: '2026-01-15',
          text: 'Incontro pubblico nuova pista ciclabile, venerdì 16 gennaio, sala consiliare',
        }),
      ],
    );
    expect(matched).toEqual([]);
    expect(toConfirm).toMatchObject([{ register: '2026/0001', statement: 2, why: 'alike' }]);
  });

  test.each<[string, Partial<StatementItem>]>([
    ['four days later', { day: '2026-01-18' }],
    ['about something else', { text: 'Farmacie di turno della settimana' }],
    ['without any text', { text: '' }],
  ])('%s: each alone', (_, right) => {
    const { onlyRegister, onlyStatement } = reconcile([message({})], [billed(right)]);
    expect([onlyRegister, onlyStatement]).toEqual([['2026/0001'], [2]]);
  });
});

describe('several of a kind', () => {
  test('a row billed twice is a double of the one that fits', () => {
    const { matched, doubles } = reconcile([message({})], [billed({ row: 31 }), billed({ row: 32, time: '10:04' })]);
    expect(matched).toMatchObject([{ statement: 31 }]);
    expect(doubles).toEqual([{ statement: 32, of: 31 }]);
  });

  test('a row billed three times and never sent is once alone and twice a double', () => {
    const rows = [5, 6, 7].map((row) => billed({ row }));
    expect(reconcile([], rows)).toMatchObject({
      onlyStatement: [5],
      doubles: [
        { statement: 6, of: 5 },
        { statement: 7, of: 5 },
      ],
    });
  });

  test('a message that stands twice in the register is named', () => {
    const { doubles } = reconcile([message({}), message({ number: '2026/0002' })], [billed({})]);
    expect(doubles).toEqual([{ register: '2026/0002', of: '2026/0001' }]);
  });

  test('the same text sent morning and evening is paired by time', () => {
    const { matched } = reconcile(
      [message({}), message({ number: '2026/0002', time: '18:00' })],
      [billed({ row: 2, time: '18:01' }), billed({ row: 3, time: '08:29' })],
    );
    expect(matched.map(({ register, statement }) => [register, statement])).toEqual([
      ['2026/0001', 3],
      ['2026/0002', 2],
    ]);
  });

  test('a weekly notice is not a double of last week’s', () => {
    const { doubles, onlyStatement } = reconcile([message({})], [billed({}), billed({ row: 3, day: '2026-01-21' })]);
    expect([doubles, onlyStatement]).toEqual([[], [3]]);
  });

  test('a home page in every row ties nothing together', () => {
    const link = 'https://www.comune.valdombra.example/';
    const texts = ['Farmacie di turno', 'Allerta meteo vento', 'Cinema sotto le stelle', 'Scadenza della TARI'];
    const { matched, onlyRegister } = reconcile(
      texts.map((text, index) => message({ number: `2026/000${index}`, text, link })),
      [...texts.slice(1), 'Mercato sospeso'].map((text, index) => billed({ row: index + 2, text, link })),
    );
    expect(matched).toHaveLength(3);
    expect(onlyRegister).toEqual(['2026/0000']);
  });
});

describe('choices by hand', () => {
  const assembly = message({ number: '2026/0181', text: 'Assemblea pubblica sulla ciclabile' });
  const bikes = billed({ row: 22, text: 'Nuova pista per le biciclette: se ne parla in sala' });

  test('a pair made by hand is matched, also when the rows moved', () => {
    const choices: Choice[] = [{ kind: 'same', register: '2026/0181', statement: keyOf(bikes) }];
    expect(reconcile([assembly], [bikes]).matched).toEqual([]);
    const again = reconcile([assembly], [billed({ row: 2 }), { ...bikes, row: 40 }], choices);
    expect(again.matched).toMatchObject([{ register: '2026/0181', statement: 40, why: 'by hand' }]);
    expect(again.onlyStatement).toEqual([2]);
  });

  test('a pair taken apart stays apart', () => {
    const choices: Choice[] = [{ kind: 'not the same', register: '2026/0001', statement: keyOf(billed({})) }];
    const { matched, onlyRegister, onlyStatement } = reconcile([message({})], [billed({})], choices);
    expect([matched, onlyRegister, onlyStatement]).toEqual([[], ['2026/0001'], [2]]);
  });

  test('a choice whose row is gone is told, and so is a second one for the same row', () => {
    const gone: Choice = { kind: 'same', register: '2026/0181', statement: 'altro' };
    const first: Choice = { kind: 'same', register: '2026/0181', statement: keyOf(bikes) };
    const second: Choice = { kind: 'same', register: '2026/0001', statement: keyOf(bikes) };
    const { lostChoices, matched } = reconcile([assembly, message({})], [bikes], [gone, first, second]);
    expect(lostChoices).toEqual([gone, second]);
    expect(matched).toHaveLength(1);
  });

  test('rows that say the same have keys of their own', () => {
    const rows = [billed({ row: 3 }), billed({ row: 2 }), billed({ row: 4, time: '12:00' })];
    const keys = statementKeys(rows);
    expect(new Set(keys.values()).size).toBe(3);
    expect(keys.get(rows[0] as StatementItem)).toBe(`${keys.get(rows[1] as StatementItem)}#2`);
  });
});

test('totals count every list and the money', () => {
  const { totals } = reconcile(
    [message({}), message({ number: '2026/0002', text: 'Farmacie' })],
    [billed({ recipients: 1 }), billed({ row: 3 }), billed({ row: 4, text: 'Cinema', amount: null })],
  );
  expect(totals).toEqual({
    register: 2,
    statement: 3,
    matched: 1,
    withDifferences: 0,
    toConfirm: 0,
    onlyRegister: 1,
    onlyStatement: 1,
    doubles: 1,
    amount: null,
  });
  expect(reconcile([], [billed({}), billed({ row: 3, text: 'x' })]).totals.amount).toBe(3600);
  expect(reconcile([], []).totals.amount).toBe(0);
});

describe('any register and any statement', () => {
  const words = fc.constantFrom('', 'acqua', 'acqua in via', 'farmacie di turno', 'farmacie di turno oggi', 'cinema');
  const day = fc.option(fc.constantFrom('2026-01-14', '2026-01-15', '2026-01-18'), { nil: null });
  const common = { day, text: words, time: fc.constantFrom(null, '08:30'), recipients: fc.constantFrom(null, 10, 20) };
  const link = fc.constantFrom(null, null, 'https://x.example/a', 'https://x.example/b');
  const registers = fc
    .array(fc.record({ ...common, link }), { maxLength: 8 })
    .map((items) => items.map((item, index): RegisterItem => ({ ...item, number: `2026/${index}` })));
  const statements = fc
    .array(fc.record({ ...common, link }), { maxLength: 8 })
    .map((items) => items.map((item, index): StatementItem => ({ ...item, row: index + 2, number: null, amount: 1 })));

  const registerRows = ({ matched, toConfirm, onlyRegister, doubles }: Reconciliation): string[] => [
    ...[...matched, ...toConfirm].map(({ register }) => register),
    ...onlyRegister,
    ...doubles.flatMap((double) => ('register' in double ? [double.register] : [])),
  ];
  const statementRows = ({ matched, toConfirm, onlyStatement, doubles }: Reconciliation): number[] => [
    ...[...matched, ...toConfirm].map(({ statement }) => statement),
    ...onlyStatement,
    ...doubles.flatMap((double) => ('statement' in double ? [double.statement] : [])),
  ];

  test('nothing is lost: every message is in exactly one list', () => {
    fc.assert(
      fc.property(registers, statements, (register, statement) => {
        const result = reconcile(register, statement);
        expect(registerRows(result).sort()).toEqual(register.map(({ number }) => number).sort());
        expect(statementRows(result).sort((one, other) => one - other)).toEqual(statement.map(({ row }) => row));
      }),
    );
  });

  test('the order of the lists does not matter', () => {
    const shuffled = fc.tuple(registers, statements).chain(([register, statement]) =>
      fc.record({
        register: fc.constant(register),
        statement: fc.constant(statement),
        otherRegister: fc.shuffledSubarray(register, { minLength: register.length }),
        otherStatement: fc.shuffledSubarray(statement, { minLength: statement.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ register, statement, otherRegister, otherStatement }) => {
        expect(reconcile(otherRegister, otherStatement)).toEqual(reconcile(register, statement));
      }),
    );
  });
});

test.each([7, 8, 9])('a careless contractor’s 200 rows find their messages (seed %i)', (seed) => {
  const { register, statement, truth } = madeStatements(200, seed);
  const { matched, toConfirm } = reconcile(register, statement);
  const right = (pairs: typeof matched): number =>
    pairs.filter((pair) => truth.get(pair.statement) === pair.register).length;
  const all = [...matched, ...toConfirm];
  expect(right(matched) / matched.length).toBeGreaterThanOrEqual(0.99);
  expect(right(all) / truth.size).toBeGreaterThanOrEqual(0.98);
});

describe('pairing', () => {
  /** The highest total by trying every way, for a few edges. */
  function bestTotal(edges: readonly Edge[]): number {
    const [first, ...rest] = edges;
    if (!first) return 0;
    const free = rest.filter(({ left, right }) => left !== first.left && right !== first.right);
    return Math.max(bestTotal(rest), first.score - 0.5 + bestTotal(free));
  }

  test('no other choice of pairs fits better', () => {
    const edge = fc.record({
      left: fc.nat({ max: 4 }),
      right: fc.nat({ max: 4 }),
      score: fc.integer({ min: 500, max: 1000 }).map((score) => score / 1000),
    });
    const edges = fc.uniqueArray(edge, { maxLength: 12, selector: ({ left, right }) => `${left} ${right}` });
    fc.assert(
      fc.property(edges, (list) => {
        const total = bestPairs(list).reduce((sum, { score }) => sum + score - 0.5, 0);
        expect(total).toBeCloseTo(bestTotal(list), 9);
      }),
    );
  });

  test('likeness is the same both ways, and 1 for equal words only', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [first, second] = [fingerprint(one), fingerprint(other)];
        expect(likeness(first, second)).toBe(likeness(second, first));
        expect(likeness(first, second) === 1).toBe(first.folded === second.folded && first.folded !== '');
      }),
    );
  });
});
