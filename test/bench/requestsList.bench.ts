/** What the lists of requests cost after years of work: those in work with the first page of the decided, and a search. */
import { expect, test } from 'vitest';
import { silentNewsSite } from '#electron/requests/newsSite.ts';
import { requestCases } from '#electron/requests/requests.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { FIRST_IN_WORK } from '#shared/requests/views.ts';
import { openTownDesk, write } from '../helpers/desk.ts';
import { requestReceived } from '../helpers/facts.ts';
import { MONDAY_MORNING } from '../helpers/town.ts';

const SIZES = [500, 2_000, 6_000];
/** An office that is far behind. */
const IN_WORK = 60;
const NEVER_DECIDED = 6_000;
const A_PAGE = 100;
const RUNS = 9;
const MINUTE = 60_000;
const A_BATCH = 250;
const LIMIT_MILLISECONDS = 60;
const LIMIT_BYTES = 1_000_000;
const TIMEOUT_MILLISECONDS = 600_000;

const ent = (id: string): string => `request/${id}`;
const PAUSE = { for: 'la biblioteca', missing: [], letter: null };
const WAITED_MILLISECONDS = 3 * 86_400_000;

/**
 * A desk with `count` requests, each of a sender of its own; but `inWork` of them closed, or sent by way of the head.
 * Of those in work every fourth waited three days for its office.
 */
function fullDesk(count: number, inWork: number) {
  const opened = openTownDesk();
  const { desk } = opened;
  const factsOf = (index: number): readonly NewFact[] => {
    const id = `r${index}`;
    const sender = { name: `Referente ${index}`, address: `ufficio${index}@comune.valdombra.example` };
    const blob = desk.blobs.put(Buffer.from(JSON.stringify(sender)));
    const fact = requestReceived(id, {}, addMilliseconds(MONDAY_MORNING, (index - count) * MINUTE));
    const received = { ...fact, body: { ...(fact.body as object), sender: blob } };
    if (index >= count - inWork)
      return index % 4 === 0 ? [received, requestFact('request.paused', ent(id), PAUSE)] : [received];
    const ending = { outcome: 'non necessario', why: 'Riguarda pochi.', sameAs: null } as const;
    const ended =
      index % 3 === 0
        ? requestFact('request.closed', ent(id), ending)
        : requestFact('request.forwarded', ent(id), { hash: blob });
    return [received, requestFact('request.takenInCharge', ent(id), {}), ended];
  };
  const all = Array.from({ length: count }, (_, index) => index);
  for (let from = 0; from < count; from += A_BATCH) write(opened, ...all.slice(from, from + A_BATCH).flatMap(factsOf));
  opened.clock.advance(WAITED_MILLISECONDS);
  const paused = all.filter((index) => index >= count - inWork && index % 4 === 0);
  write(opened, ...paused.map((index) => requestFact('request.resumed', ent(`r${index}`), {})));
  return opened;
}

const median = (run: () => unknown): number => {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
};

function lists(count: number, inWork: number) {
  const { desk, database, requests } = fullDesk(count, inWork);
  const cases = requestCases(desk, requests, silentNewsSite(desk.now));
  const joined = 'SELECT * FROM request_row AS row LEFT JOIN sender_name ON sender_name.blob = row.sender';
  const open = database.prepare(`${joined} WHERE row.decided = 0`);
  const over = database.prepare(`${joined} WHERE row.decided = 1 ORDER BY row.since DESC LIMIT ?`);
  return {
    requests,
    cases,
    /** What the screen of requests asks. */
    screen: () => [cases.list([], FIRST_IN_WORK), cases.decided([], { text: '', limit: A_PAGE })] as const,
    plain: () => [open.all(), over.all(A_PAGE)] as const,
    search: () => cases.decided([], { text: 'asfaltat', limit: A_PAGE }),
  };
}

for (const count of SIZES) {
  test(
    `the lists of ${count} requests`,
    async ({ bench }) => {
      const { requests, screen, plain, search } = lists(count, IN_WORK);
      const began = performance.now();
      const bytes = Buffer.byteLength(JSON.stringify(screen()));
      const first = performance.now() - began;
      const results = await bench.compare(
        bench('both lists', () => void screen()),
        bench('floor: the same columns by a plain SELECT', () => void plain()),
      );
      const whole = results.get('both lists').latency.p50;
      const floor = results.get('floor: the same columns by a plain SELECT').latency.p50;
      console.log(
        `${count} requests, ${IN_WORK} in work: median ${whole.toFixed(1)} ms, ${(whole / floor).toFixed(1)} × a plain ` +
          `SELECT, ${Math.round(bytes / 1_000)} kB; the first time, with every sender to be read, ${Math.round(first)} ms; ` +
          `a word among the decided ${median(search).toFixed(1)} ms; count ${median(requests.countOpen).toFixed(2)} ms`,
      );
      expect(whole).toBeLessThan(LIMIT_MILLISECONDS);
      expect(bytes).toBeLessThan(LIMIT_BYTES);
    },
    TIMEOUT_MILLISECONDS,
  );
}

test(
  `an office that never decided any of ${NEVER_DECIDED} requests`,
  () => {
    const { cases, screen } = lists(NEVER_DECIDED, NEVER_DECIDED);
    const bytes = Buffer.byteLength(JSON.stringify(screen()));
    const whole = median(screen);
    const search = median(() => cases.list([], { ...FIRST_IN_WORK, text: 'asfaltat' }));
    console.log(
      `${NEVER_DECIDED} in work: median ${whole.toFixed(0)} ms, ${Math.round(bytes / 1_000)} kB; a word ${search.toFixed(0)} ms`,
    );
    expect(cases.list([], FIRST_IN_WORK)).toMatchObject({ toDo: { total: NEVER_DECIDED } });
    expect(whole).toBeLessThan(LIMIT_MILLISECONDS);
    expect(bytes).toBeLessThan(LIMIT_BYTES);
  },
  TIMEOUT_MILLISECONDS,
);
