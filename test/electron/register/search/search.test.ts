import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listStatement, registerIndex } from '#electron/register/search/search.ts';
import { ORDER_COLUMNS, ORDERS, type OrderId } from '#shared/register/columns.ts';
import { registerFact } from '#shared/register/facts.ts';
import { EVERY_ROW, NEWEST_FIRST, type RegisterFilter, type RegisterOrder } from '#shared/register/search/search.ts';
import { openTownDesk, type TestDesk, write } from '../../../helpers/desk.ts';
import { BODY } from '../../../shared/register/sample.ts';
import { record, sameText } from '../entries.ts';

const PAGE = { limit: 50, offset: 0 };

/** A register of four rows, from the oldest. */
function openRegister() {
  const opened = openTownDesk();
  record(opened, 'verde', {
    ...sameText('Da martedì 1° dicembre la raccolta del verde è sospesa.'),
    title: 'Raccolta del verde: pausa invernale',
    office: 'Ambiente',
    category: 'Ambiente',
    link: 'https://www.comune.valdombra.example/novita/raccolta-verde',
    sentAt: '2025-11-12T09:04:00.000Z',
    recipients: null,
  });
  record(opened, 'strada');
  record(opened, 'acqua', {
    ...sameText('Giovedì 19 marzo manca l’acqua in via Piave, perché si lavora alla condotta.'),
    title: 'Interruzione dell’acqua in via Piave',
    sent: { ...BODY.sent, text: 'Giovedì 19 marzo manca l’acqua in via Piave e vie limitrofe.' },
    route: 'e-mail alla ditta',
    sentAt: '2026-03-18T14:02:00.000Z',
    deviations: ['Il testo inviato non è quello approvato.'],
  });
  record(opened, 'farmacia', {
    ...sameText('Fino a venerdì è di turno la farmacia di piazza Alpini.'),
    title: 'Farmacie di turno',
    office: null,
    category: 'Servizi',
    link: null,
    sentAt: '2026-03-20T08:00:00.000Z',
  });
  return { opened, index: registerIndex(opened.database) };
}

const finder =
  ({ index }: ReturnType<typeof openRegister>) =>
  (text: string, filter: Partial<RegisterFilter> = {}) =>
    index.idsOf({ ...EVERY_ROW, text, ...filter }, NEWEST_FIRST, PAGE);

describe('the register is searched', () => {
  test('newest first, page by page', () => {
    const { index } = openRegister();
    expect(index.idsOf(EVERY_ROW, NEWEST_FIRST, PAGE)).toEqual(['farmacia', 'acqua', 'strada', 'verde']);
    expect(index.idsOf(EVERY_ROW, NEWEST_FIRST, { limit: 2, offset: 1 })).toEqual(['acqua', 'strada']);
    expect(index.count(EVERY_ROW).total).toBe(4);
    expect(index.idsOf({ ...EVERY_ROW, year: [2026] }, NEWEST_FIRST)).toEqual(['farmacia', 'acqua', 'strada']);
    expect(index.extent()).toEqual({ rows: 4, since: 2025 });
  });

  test.each([
    ['farm', ['farmacia']],
    ['FARMACIE', ['farmacia']],
    ['perche', ['acqua']],
    ['perché', ['acqua']],
    ['limitrofe', ['acqua']],
    ['condotta', ['acqua']],
    ['asfalt via rom', ['strada']],
    ['"via Piave"', ['acqua']],
    ['"Piave via"', []],
    ['piave via', ['acqua']],
    ['lavori pubblici', ['acqua', 'strada']],
    ['novita/raccolta-verde', ['verde']],
    ['2026/0002', ['acqua']],
    ['2026/2', ['acqua']],
    ['2026/000', ['farmacia', 'acqua', 'strada']],
    ['2025/1 verde', ['verde']],
    ['2026/1 verde', []],
    ['0002', ['acqua']],
    ['nulla di simile', []],
  ])('by «%s»', (text, ids) => {
    expect(finder(openRegister())(text)).toEqual(ids);
  });

  test('within days of Rome, both included', () => {
    const find = finder(openRegister());
    expect(find('', { from: '2026-03-18', to: '2026-03-20' })).toEqual(['farmacia', 'acqua']);
    expect(find('acqua', { from: '2026-03-18' })).toEqual(['acqua']);
    expect(find('acqua', { from: '2026-03-19' })).toEqual([]);
    expect(find('acqua', { to: '2026-03-18' })).toEqual(['acqua']);
    expect(find('acqua', { to: '2026-03-17' })).toEqual([]);
  });

  test('by office, also the missing one, by category, route, year and deviations', () => {
    const find = finder(openRegister());
    expect(find('', { office: ['Ambiente', null] })).toEqual(['farmacia', 'verde']);
    expect(find('', { category: ['Viabilità'], route: ['e-mail alla ditta'] })).toEqual(['acqua']);
    expect(find('', { year: [2025] })).toEqual(['verde']);
    expect(find('', { note: ['testo cambiato', 'emergenza'] })).toEqual(['acqua']);
    expect(find('via', { office: ['Sport'] })).toEqual([]);
  });

  test('with counts after the other filters', () => {
    const { index } = openRegister();
    const { facets, total } = index.count({ ...EVERY_ROW, text: 'piave', office: ['Scuola'] });
    expect(total).toBe(0);
    expect(facets.office).toEqual([
      { value: 'Lavori pubblici', count: 1 },
      { value: 'Scuola', count: 0 },
    ]);
  });

  test('notices of the same millisecond all stand, the higher number first whenever it came', () => {
    const { opened, index } = openRegister();
    const sentAt = '2026-04-01T08:00:00.000Z';
    for (const [id, number] of [
      ['trenta', 30],
      ['mille', 1_030],
      ['quaranta', 40],
      ['dieci', 10],
    ] as const) {
      const numbered = registerFact('entry.numbered', `entry/${id}`, { year: 2026, number });
      write(opened, registerFact('entry.recorded', `entry/${id}`, { ...BODY, sentAt }), numbered);
    }
    expect(index.idsOf(EVERY_ROW, NEWEST_FIRST, { limit: 4, offset: 0 })).toEqual([
      'quaranta',
      'mille',
      'trenta',
      'dieci',
    ]);
  });

  test('a row without a number is there, counted in the year of its sending in Rome', () => {
    const { opened, index } = openRegister();
    const body = { ...BODY, sentAt: '2026-12-31T23:30:00.000Z' };
    write(opened, registerFact('entry.recorded', 'entry/capodanno', body));
    expect(index.idsOf({ ...EVERY_ROW, year: [2027] }, NEWEST_FIRST)).toEqual(['capodanno']);
  });

  test('the rows that put another right', () => {
    const { opened, index } = openRegister();
    record(opened, 'rettifica2', { corrects: 'strada', sentAt: '2026-03-07T08:00:00.000Z' });
    record(opened, 'rettifica1', { corrects: 'strada', sentAt: '2026-03-06T08:00:00.000Z' });
    expect(index.correctionsOf('strada')).toEqual(['rettifica1', 'rettifica2']);
    expect(index.correctionsOf('acqua')).toEqual([]);
    const find = finder({ opened, index });
    expect(find('', { state: ['rettificato'] })).toEqual(['strada']);
    expect(find('', { note: ['rettifica'] })).toEqual(['rettifica2', 'rettifica1']);
  });

  test('a wrong row that arrives after its rettifica counts as put right too', () => {
    const { opened, index } = openRegister();
    record(opened, 'prima', { corrects: 'dopo' });
    record(opened, 'dopo');
    expect(finder({ opened, index })('', { state: ['rettificato'] })).toEqual(['dopo']);
    expect(index.count(EVERY_ROW).facets.state).toEqual([
      { value: 'inviato', count: 5 },
      { value: 'rettificato', count: 1 },
    ]);
  });
});

test('an empty register answers too', () => {
  const index = registerIndex(openTownDesk().database);
  expect(index.idsOf(EVERY_ROW, NEWEST_FIRST, PAGE)).toEqual([]);
  expect(index.count(EVERY_ROW)).toMatchObject({ total: 0, facets: { office: [], year: [] } });
  expect(index.extent()).toEqual({ rows: 0, since: null });
});

test('the rows of a series are found by its name, and listed oldest first', () => {
  const { opened, index } = openRegister();
  const series = (at: number) => ({ series: { name: 'Notte bianca', index: at, of: 2 } });
  record(opened, 'seconda', { ...series(2), sentAt: '2026-05-02T08:00:00.000Z' });
  record(opened, 'prima', { ...series(1), sentAt: '2026-05-01T08:00:00.000Z' });
  expect(finder({ opened, index })('notte bianca')).toEqual(['seconda', 'prima']);
  expect(opened.register.inSeries().map(({ id }) => id)).toEqual(['prima', 'seconda']);
});

test('every further fact of a row replaces what it is found by', () => {
  const { opened, index } = openRegister();
  const find = finder({ opened, index });
  expect(find('0001 asfaltatura')).toEqual(['strada']);
  const moved = { year: 2026, number: 77, was: '2026/0001', other: 'Altro' };
  write(opened, registerFact('entry.renumbered', 'entry/strada', moved));
  expect(find('0001 asfaltatura')).toEqual([]);
  expect(find('0077 asfaltatura')).toEqual(['strada']);
  expect(index.count(EVERY_ROW).total).toBe(4);
});

test('the search table has every column rows are ordered by, and an index for each', () => {
  const { database } = openTownDesk();
  const columns = database.prepare<[], string>("SELECT name FROM pragma_table_info('entry_line')").pluck().all();
  const indexes = database.prepare<[], string>("SELECT name FROM pragma_index_list('entry_line')").pluck().all();
  expect(columns).toEqual(['row', 'id', 'cell', 'corrects', ...ORDER_COLUMNS.map(({ id }) => id)]);
  for (const { id } of ORDER_COLUMNS) expect(indexes).toContain(`entry_line_by_${id}`);
});

test('the tables are made again from the facts when their form changes', () => {
  const first = openTownDesk({ inFile: true });
  for (const id of ['strada', 'altra']) record(first, id);
  first.database.prepare("UPDATE projection SET version = 0 WHERE name = 'entry_search'").run();
  first.close();
  const { database } = openTownDesk({ folder: first.folder });
  const found = registerIndex(database).idsOf({ ...EVERY_ROW, text: 'asfaltatura' }, NEWEST_FIRST);
  expect(found).toEqual(['altra', 'strada']);
});

test('nothing that can be typed is an error', () => {
  const { index } = openRegister();
  const piece = fc.oneof(
    fc.constantFrom(
      '"',
      '*',
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      ')',
      '^',
      '{a}:',
      ':',
      '-',
      '+',
      "'",
      '2026/',
      'via',
      ' ',
      '\0',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const filter = { ...EVERY_ROW, text: pieces.join('') };
      expect(index.idsOf(filter, NEWEST_FIRST)).toHaveLength(index.count(filter).total);
    }),
  );
});

describe('rows in the order of a column', () => {
  const ordered = (index: ReturnType<typeof registerIndex>, by: RegisterOrder['by']) => ({
    up: index.idsOf(EVERY_ROW, { by, direction: 'ascending' }),
    down: index.idsOf(EVERY_ROW, { by, direction: 'descending' }),
  });

  const EXPECTED = {
    number: ['verde', 'strada', 'acqua', 'farmacia'],
    sentAt: ['verde', 'strada', 'acqua', 'farmacia'],
    title: ['farmacia', 'acqua', 'verde', 'strada'],
    office: ['verde', 'acqua', 'strada', 'farmacia'],
    category: ['verde', 'farmacia', 'acqua', 'strada'],
    route: ['farmacia', 'strada', 'verde', 'acqua'],
    recipients: ['verde', 'farmacia', 'acqua', 'strada'],
    note: ['acqua', 'farmacia', 'strada', 'verde'],
  } satisfies Readonly<Record<OrderId, readonly string[]>>;
  test.each(ORDERS.map((by) => [by, EXPECTED[by]] as const))(
    '%s: missing words last, unknown recipients as none, equal ones newest first, the other way exactly reversed',
    (by, ids) => {
      const { index } = openRegister();
      const { up, down } = ordered(index, by);
      expect(up).toEqual(ids);
      expect(down).toEqual(ids.toReversed());
    },
  );

  test('a row without a number comes after the numbers of its year, and no search for a number finds it', () => {
    const { opened, index } = openRegister();
    const body = { ...BODY, sentAt: '2026-02-01T08:00:00.000Z' };
    write(opened, registerFact('entry.recorded', 'entry/nuova', body));
    expect(ordered(index, 'number').up).toEqual(['verde', 'strada', 'acqua', 'farmacia', 'nuova']);
    expect(finder({ opened, index })('2026/')).toEqual(['farmacia', 'acqua', 'strada']);
  });

  test('pages of any order, text and facet together are the whole, each row once', () => {
    const { opened, index } = openRegister();
    for (const [at, office] of ['Scuola', 'Sport', null, 'Scuola', 'Ambiente'].entries()) {
      record(opened, `altra${at}`, {
        office,
        sentAt: `2026-04-0${at + 1}T08:00:00.000Z`,
        recipients: at % 2 ? 10 : null,
      });
    }
    const filter = fc.record({
      text: fc.constantFrom('', 'via', 'strada', 'roma'),
      office: fc.subarray(['Scuola', 'Ambiente', null]),
    });
    const order = fc.record({ by: fc.constantFrom(...ORDERS), direction: fc.constantFrom('ascending', 'descending') });
    fc.assert(
      fc.property(filter, order, fc.integer({ min: 1, max: 4 }), (wanted, by, limit) => {
        const whole = index.idsOf({ ...EVERY_ROW, ...wanted }, by as RegisterOrder);
        const pages = whole.flatMap((_, at) =>
          at % limit === 0 ? index.idsOf({ ...EVERY_ROW, ...wanted }, by as RegisterOrder, { limit, offset: at }) : [],
        );
        expect(pages).toEqual(whole);
        for (const [at, id] of whole.entries()) {
          expect(index.placeOf({ ...EVERY_ROW, ...wanted }, by as RegisterOrder, id)).toBe(at);
        }
        expect(new Set(whole).size).toBe(index.count({ ...EVERY_ROW, ...wanted }).total);
      }),
    );
  });
});

test('a row the filter leaves out, or that is not there, has no place', () => {
  const { index } = openRegister();
  expect(index.placeOf({ ...EVERY_ROW, text: 'farmacia' }, NEWEST_FIRST, 'verde')).toBeNull();
  expect(index.placeOf({ ...EVERY_ROW, office: ['Ambiente'] }, NEWEST_FIRST, 'farmacia')).toBeNull();
  expect(index.placeOf(EVERY_ROW, NEWEST_FIRST, 'mai vista')).toBeNull();
});

describe('the plan of the list', () => {
  const planOf = (
    { database }: TestDesk,
    filter: Partial<RegisterFilter>,
    cells: readonly number[] | null,
    order: RegisterOrder = NEWEST_FIRST,
  ) => {
    const { sql, parameters } = listStatement({ ...EVERY_ROW, ...filter }, order, cells, PAGE);
    return database
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail)
      .join('\n');
  };
  const DAYS = { from: '2026-01-01', to: '2026-02-28' };

  test.each([
    ['all rows', {}, null],
    ['days', DAYS, null],
    ['text', { text: 'via' }, null],
    ['text, days and facets', { text: 'via', ...DAYS }, [1]],
  ] as const)('%s: read in order, never sorted', (_, filter, cells) => {
    expect(planOf(openTownDesk(), filter, cells)).not.toContain('TEMP B-TREE');
  });

  test.each(ORDERS)('every row by %s, both ways: read from its index, never sorted', (by) => {
    const opened = openTownDesk();
    for (const direction of ['ascending', 'descending'] as const) {
      expect(planOf(opened, {}, null, { by, direction })).not.toContain('TEMP B-TREE');
    }
  });

  test('days are a span of rows, text is the index of words, a number is its own index', () => {
    const opened = openTownDesk();
    expect(planOf(opened, DAYS, null)).toContain('SEARCH line USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)');
    expect(planOf(opened, { text: 'via', ...DAYS }, null)).toMatch(/^SCAN entry_words VIRTUAL TABLE INDEX \d+:M1><$/m);
    expect(planOf(opened, { text: 'via' }, null)).toContain('SEARCH line USING INTEGER PRIMARY KEY (rowid=?)');
    expect(planOf(opened, { text: '2026/0042' }, null)).toContain('entry_line_by_number');
  });
});
