import { expect, test } from 'vitest';
import { registerCases } from '#electron/register/register.ts';
import { registerIndex } from '#electron/register/search.ts';
import { EVERY_ROW, parseSearch } from '#shared/register/search.ts';
import { openTownDesk } from '../helpers/desk.ts';
import { fillRegister } from '../helpers/fullRegister.ts';

const ROWS = 150_000;
/** What still feels like nothing while one types. */
const LIMIT_MILLISECONDS = 100;
const TIMEOUT_MILLISECONDS = 300_000;
const PAGE = { limit: 100, offset: 0 };

test(
  `search a register of ${ROWS} rows`,
  async ({ bench }) => {
    const opened = openTownDesk();
    fillRegister(opened, ROWS);
    const { database, desk, register } = opened;
    const sources = { store: register, index: registerIndex(database), askedBy: () => null, differences: () => [] };
    const { search } = registerCases(desk, sources);
    const raw = database.prepare('SELECT count(*) FROM entry_words WHERE entry_words MATCH ?');
    for (const text of ['via', 'via rom', '"concerto in auditorium"', 'farmacia via verdi']) {
      const { match } = parseSearch(text);
      const found = search({ ...EVERY_ROW, ...PAGE, text }).total;
      const results = await bench.compare(
        bench('search', () => void search({ ...EVERY_ROW, ...PAGE, text, office: ['Scuola'] })),
        bench('floor: the raw query alone', () => void raw.get(match)),
      );
      const whole = results.get('search').latency.p50;
      const floor = results.get('floor: the raw query alone').latency.p50;
      console.log(
        `«${text}», ${found} rows found: median ${whole.toFixed(1)} ms, ${(whole / floor).toFixed(1)} × the raw query`,
      );
      expect(whole).toBeLessThan(LIMIT_MILLISECONDS);
    }
    const { latency } = await bench('every row', () => void search({ ...EVERY_ROW, ...PAGE })).run();
    console.log(`every row with its facets: median ${latency.p50.toFixed(1)} ms`);
    expect(latency.p50).toBeLessThan(LIMIT_MILLISECONDS);
  },
  TIMEOUT_MILLISECONDS,
);
