import { expect, test } from 'vitest';
import { buildIndex } from '#shared/register/duplicates/duplicateIndex.ts';
import { queryIndex } from '#shared/register/duplicates/duplicates.ts';
import { townNotices } from '../shared/register/duplicates/notices.ts';

const LIMIT_MILLISECONDS = 10;
const SENT = 20_000;

test('one duplicate query among 20,000 sent notices', async ({ bench }) => {
  const sent = townNotices(SENT);
  const started = performance.now();
  const index = buildIndex(sent);
  const built = performance.now() - started;
  const fresh = townNotices(50, 99, '2026-11-23', 1).map((notice) => ({
    ...notice,
    id: `nuovo-${notice.id}`,
    link: null,
  }));
  const folded = index.notices.map((notice) => notice.folded);
  let turn = 0;
  const next = () => fresh[turn++ % fresh.length] ?? fresh[0];
  const results = await bench.compare(
    bench('query', () => {
      const notice = next();
      if (notice) queryIndex(index, notice);
    }),
    bench(
      'floor: one search of a word in every text',
      () => void folded.filter((text) => text.includes('condotta')).length,
    ),
  );
  const whole = results.get('query').latency.p50;
  const floor = results.get('floor: one search of a word in every text').latency.p50;
  console.log(
    `a query among ${SENT} notices: median ${whole.toFixed(2)} ms, ${(whole / floor).toFixed(1)} × one search of a word in every text; index built in ${Math.round(built)} ms`,
  );
  expect(whole).toBeLessThan(LIMIT_MILLISECONDS);
});
