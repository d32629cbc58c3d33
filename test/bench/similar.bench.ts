import { expect, test } from 'vitest';
import { queuedNotices } from '#electron/queue/notices.ts';
import { similarCases } from '#electron/requests/comparing/similar.ts';
import { ok } from '#shared/kernel/result.ts';
import { buildIndex } from '#shared/register/duplicates/duplicateIndex.ts';
import { queryIndex } from '#shared/register/duplicates/duplicates.ts';
import { approvedNotice, must, openTownDesk, write } from '../helpers/desk.ts';
import { requestReceived } from '../helpers/facts.ts';
import { fillRegister } from '../helpers/fullRegister.ts';
import { townNotices } from '../shared/register/duplicates/notices.ts';

const SENT = 20_000;
const LIMIT_MILLISECONDS = 10;
const TIMEOUT_MILLISECONDS = 120_000;

test(
  `what resembles a request among ${SENT} sent notices`,
  async ({ bench }) => {
    const opened = openTownDesk();
    const { desk, requests, register, queue } = opened;
    fillRegister(opened, SENT);
    for (const id of ['uno', 'due', 'tre']) approvedNotice(opened, id);
    write(opened, requestReceived('nuova'));
    const queued = queuedNotices(queue);
    const end = () => ok({ effect: null });
    const cases = similarCases(desk, { requests, register, queued, forwarded: () => [], end });

    const started = performance.now();
    must(cases.similar({ id: 'nuova', text: '' }));
    const first = performance.now() - started;
    const fresh = townNotices(50, 99, '2026-11-23', 1).map(({ text }) => text);
    const index = buildIndex(register.notices());
    let turn = 0;
    const text = (): string => fresh[turn++ % fresh.length] ?? '';
    const results = await bench.compare(
      bench('use-case', () => void must(cases.similar({ id: 'nuova', text: text() }))),
      bench(
        'floor: the query of the index alone',
        () => void queryIndex(index, { id: 'nuova', text: text(), link: null, date: '2026-03-02' }),
      ),
    );
    const whole = results.get('use-case').latency.p50;
    const floor = results.get('floor: the query of the index alone').latency.p50;

    approvedNotice(opened, 'quattro');
    const changedAt = performance.now();
    must(cases.similar({ id: 'nuova', text: text() }));
    const followed = performance.now() - changedAt;
    console.log(
      `similar among ${SENT}: median ${whole.toFixed(2)} ms, ${(whole / floor).toFixed(1)} × the index alone; ` +
        `first question ${Math.round(first)} ms, after a change ${followed.toFixed(1)} ms`,
    );
    expect(whole).toBeLessThan(LIMIT_MILLISECONDS);
  },
  TIMEOUT_MILLISECONDS,
);
