import { expect, test } from 'vitest';
import { registerCases } from '#electron/register/register.ts';
import { registerIndex } from '#electron/register/search/search.ts';
import { ORDERS } from '#shared/register/columns.ts';
import { EVERY_ROW, NEWEST_FIRST, parseSearch, type RegisterOrder } from '#shared/register/search/search.ts';
import { openTownDesk } from '../helpers/desk.ts';
import { fillRegister } from '../helpers/fullRegister.ts';

const ROWS = 150_000;
/** What still feels like nothing while one types. */
const LIMIT_MILLISECONDS = 100;
/** The last page, in the order of a column, of a word every row has: the most there is to do. */
const WORST_MILLISECONDS = 300;
const TIMEOUT_MILLISECONDS = 300_000;
const LIMIT = 100;
const WHOLE = { ...EVERY_ROW, order: NEWEST_FIRST, limit: LIMIT };

test(
  `search a register of ${ROWS} rows`,
  async ({ bench }) => {
    const opened = openTownDesk();
    fillRegister(opened, ROWS);
    const { database, desk, register } = opened;
    const index = registerIndex(database);
    const { search, page } = registerCases(desk, {
      ...{ store: register, index, askedBy: () => null, differences: () => [] },
    });
    const median = async (name: string, run: () => unknown): Promise<number> =>
      (await bench(name, () => void run()).run()).latency.p50;

    // The floor of every page: its rows read by their keys, in order, from the table they lie in.
    const plain = database.prepare('SELECT state FROM entry ORDER BY sent_at DESC LIMIT ?');
    const floor = await median('floor: one page by an index', () => plain.all(LIMIT));
    const say = (what: string, milliseconds: number, limit = LIMIT_MILLISECONDS) => {
      console.log(`${what}: median ${milliseconds.toFixed(1)} ms, ${(milliseconds / floor).toFixed(1)} × a plain page`);
      expect(milliseconds).toBeLessThan(limit);
    };
    console.log(`a plain page of ${LIMIT} rows: median ${floor.toFixed(2)} ms`);
    say('every row with its facets', await median('every row', () => search(WHOLE)));

    for (const text of ['via', 'via rom', '"concerto in auditorium"', 'farmacia via verdi', '2016/0042']) {
      const { match } = parseSearch(text);
      const found = index.count({ ...EVERY_ROW, text }).total;
      say(
        `«${text}» in an office, ${found} rows found`,
        await median(text, () => search({ ...WHOLE, text, office: ['Scuola'] })),
      );
      if (match === null) continue;
      const raw = database.prepare('SELECT count(*) FROM entry_words WHERE entry_words MATCH ?');
      console.log(
        `  the raw query of FTS5 alone: ${(await median(`raw ${text}`, () => raw.get(match))).toFixed(1)} ms`,
      );
    }

    const offset = ROWS - LIMIT - 50;
    for (const by of ORDERS) {
      for (const direction of ['ascending', 'descending'] as const) {
        const order: RegisterOrder = { by, direction };
        const wanted = { ...WHOLE, order, offset: 0 };
        say(`by ${by} ${direction}, first page`, await median(`${by} first`, () => page(wanted)));
        say(`by ${by} ${direction}, last page`, await median(`${by} last`, () => page({ ...wanted, offset })));
      }
      const worst = { ...WHOLE, text: 'via', order: { by, direction: 'ascending' } as const, offset };
      say(`«via» by ${by}, last page`, await median(`via ${by} last`, () => page(worst)), WORST_MILLISECONDS);
    }
  },
  TIMEOUT_MILLISECONDS,
);
