import { expect, test } from 'vitest';
import { registerCases } from '#electron/register/register.ts';
import { registerIndex } from '#electron/register/search.ts';
import { registerProjections } from '#electron/register/store.ts';
import { asIfKept } from '#shared/journal/fact.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { registerFact } from '#shared/register/facts.ts';
import { EVERY_ROW, parseSearch } from '#shared/register/search.ts';
import { openTownDesk } from '../helpers/desk.ts';
import { townNotices } from '../shared/register/notices.ts';
import { BODY } from '../shared/register/sample.ts';

const ROWS = 150_000;
/** What still feels like nothing while one types. */
const LIMIT_MILLISECONDS = 100;
const OFFICES = ['Ambiente', 'Biblioteca', 'Cultura', 'Lavori pubblici', 'Scuola', 'Sport', 'Tributi', null];
const PAGE = { limit: 100, offset: 0 };

/** A register of `ROWS` rows, written by the projections without the journal, which would take minutes. */
function fullRegister() {
  const opened = openTownDesk();
  const { database, desk, register } = opened;
  const rows = townNotices(ROWS);
  database.transaction(() => {
    for (const [index, { id, text, date, link }] of rows.entries()) {
      const version = { ...BODY.sent, text };
      const year = Number(date.slice(0, 4));
      const body = {
        ...BODY,
        title: text.slice(0, 60),
        office: OFFICES[index % OFFICES.length] ?? null,
        link,
        sentAt: instantAt(date, '10:00'),
        ...{ asked: `Si chiede l’invio: ${text}`, rewritten: version, approved: version, sent: version },
      };
      const ent = `entry/${id}`;
      const facts = asIfKept(
        [registerFact('entry.recorded', ent, body), registerFact('entry.numbered', ent, { year, number: index + 1 })],
        'marta',
        body.sentAt,
      );
      for (const projection of registerProjections) projection.project(database, ent, facts);
    }
  })();
  const index = registerIndex(database);
  return { database, ...registerCases(desk, { store: register, index, askedBy: () => null, differences: () => [] }) };
}

test(`search a register of ${ROWS} rows`, async ({ bench }) => {
  const { database, search } = fullRegister();
  const raw = database.prepare('SELECT count(*) FROM entry_words WHERE entry_words MATCH ?');
  for (const text of ['via', 'via rom', '"concerto in auditorium"', 'farmacia via verdi']) {
    const { match } = parseSearch(text);
    const found = search({ ...EVERY_ROW, ...PAGE, text }).total;
    const results = await bench.compare(
      bench('search', () => void search({ ...EVERY_ROW, ...PAGE, text, office: ['Scuola'] })),
      bench('floor', () => void raw.get(match)),
    );
    const [whole, floor] = [results.get('search').latency.p50, results.get('floor').latency.p50];
    console.log(
      `«${text}», ${found} rows found: median ${whole.toFixed(1)} ms, ${(whole / floor).toFixed(1)} × the raw query`,
    );
    expect(whole).toBeLessThan(LIMIT_MILLISECONDS);
  }
  const { latency } = await bench('every row', () => void search({ ...EVERY_ROW, ...PAGE })).run();
  console.log(`Every row with its facets: median ${latency.p50.toFixed(1)} ms`);
  expect(latency.p50).toBeLessThan(LIMIT_MILLISECONDS);
}, 180_000);
