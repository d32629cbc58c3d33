/** A notice asked twice, through the use-cases of the app, their answers checked by the contract. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { App } from '#electron/app.ts';
import { act } from '#electron/demo/procedure.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { ok } from '#shared/kernel/result.ts';
import { EVERY_ROW, NEWEST_FIRST } from '#shared/register/search/search.ts';
import { ROAD_WORKS, ROAD_WORKS_DATA } from '../helpers/facts.ts';
import { openTown } from '../helpers/openTown.ts';

afterAll(stopWorkers);

/** A request typed at the desk, with the text of the road works unless another is given. */
async function asks(app: App, text: string = ROAD_WORKS.text): Promise<string> {
  const { title } = ROAD_WORKS;
  return (await act(app, 'requests.write', { title, text, data: ROAD_WORKS_DATA, corrects: null })).id;
}
/** To the head with a reason for everything but the doubles. */
const forwards = (app: App, id: string, text: string = ROAD_WORKS.text) =>
  app.call('drafts.forward', {
    id,
    text,
    reasons: { prontuario: 'va bene così', link: 'esce domani', mittente: 'ok' },
  });

async function approves(app: App, id: string): Promise<void> {
  await act(app, 'people.actAs', { id: 'ornella' });
  const waiting = (await act(app, 'drafts.waiting', {})).find((draft) => draft.id === id);
  if (!waiting) throw new Error('Nessun testo da approvare.');
  const { hash, text } = waiting.rewritten;
  await act(app, 'queue.approve', { id, seen: hash, text, route: null });
  await act(app, 'people.actAs', { id: 'marta' });
}

test('a double is held back until somebody decides, and the decision stays', async () => {
  const { app } = await openTown();
  const first = await asks(app);
  expect(await act(app, 'requests.similar', { id: first, text: ROAD_WORKS.text })).toMatchObject({
    candidates: [],
    sent: 0,
    queued: 0,
  });
  expect(await forwards(app, first)).toMatchObject({ ok: true });
  await approves(app, first);

  const second = await asks(app);
  const { candidates } = await act(app, 'requests.similar', { id: second, text: ROAD_WORKS.text });
  expect(candidates).toMatchObject([{ id: first, kind: 'queued', verdict: 'duplicate', decided: null }]);
  expect(await forwards(app, second)).toMatchObject({
    ok: false,
    error: { code: 'check-failed', what: expect.stringContaining(`forse già in coda: «${ROAD_WORKS.title}»`) },
  });
  await act(app, 'requests.compare', {
    id: second,
    with: first,
    verdict: 'diverso',
    why: 'altro tratto',
    series: null,
  });
  expect(await forwards(app, second)).toMatchObject({ ok: true });
  const [draft] = await act(app, 'drafts.waiting', {});
  expect(draft?.checks.find(({ line }) => line === 'duplicati')).toEqual({
    line: 'duplicati',
    outcome: 'a posto',
    detail: `diverso da «${ROAD_WORKS.title}»: altro tratto`,
    why: null,
  });

  const third = await asks(app);
  await act(app, 'requests.compare', { id: third, with: first, verdict: 'duplicato', why: '', series: null });
  expect(await act(app, 'requests.get', { id: third })).toMatchObject({
    state: 'closed',
    closed: { outcome: 'duplicato', sameAs: first },
    comparisons: [{ with: first, verdict: 'duplicato', by: 'marta' }],
  });
});

test('a reminder joins the series, which goes with it into the register, its search and its export', async () => {
  const { app, folder, asked, clock } = await openTown({ ask: async () => ok(null) });
  const first = await asks(app);
  await forwards(app, first);
  await approves(app, first);
  expect(await act(app, 'service.pressure', { date: '2026-03-05', id: first })).toMatchObject({
    windows: [{ days: 7, sent: 0, planned: 1 }, { days: 30 }],
    sentence: 'Con questo: 1 avviso in 7 giorni, soglia 8.',
  });

  const reminder = await asks(app);
  const [like] = (await act(app, 'requests.similar', { id: reminder, text: ROAD_WORKS.text })).candidates;
  if (!like) throw new Error('Nessun avviso simile.');
  expect(like.asSeries).toEqual({ name: ROAD_WORKS.title, index: 2, of: 2 });
  const joined = { id: reminder, with: first, verdict: 'serie', why: '', series: like.asSeries } as const;
  await act(app, 'requests.compare', joined);
  expect((await act(app, 'requests.similar', { id: reminder, text: ROAD_WORKS.text })).candidates).toEqual([]);
  expect(await act(app, 'requests.series', {})).toMatchObject([
    {
      name: ROAD_WORKS.title,
      of: 2,
      notices: [
        { id: first, index: null },
        { id: reminder, index: 2 },
      ],
    },
  ]);
  expect(await forwards(app, reminder)).toMatchObject({ ok: true });
  await approves(app, reminder);

  clock.set('2026-03-05T07:30:00.000Z');
  await app.tick();
  for (const id of [first, reminder])
    await act(app, 'queue.confirmSent', { id, text: null, recipients: 1_204, sentAt: null });
  const page = await act(app, 'register.search', {
    ...EVERY_ROW,
    ...{ text: 'asfaltatura', order: NEWEST_FIRST, limit: 50 },
  });
  expect(page).toMatchObject({ total: 2, all: 2, facets: { office: [{ value: 'Lavori pubblici', count: 2 }] } });
  expect(await act(app, 'register.get', { id: reminder })).toMatchObject({
    series: { index: 2, of: 2 },
    approvedByName: 'Ornella Vidal',
    differences: [],
  });
  expect(await act(app, 'service.pressure', {})).toMatchObject({ windows: [{ sent: 2, planned: 0 }, { sent: 2 }] });

  const { fileName, rows } = await act(app, 'register.export', { ...EVERY_ROW, order: NEWEST_FIRST, format: 'xlsx' });
  expect(rows).toBe(2);
  await act(app, 'register.openExport', { what: 'document' });
  const path = join(folder, 'relazioni', fileName);
  expect(existsSync(path)).toBe(true);
  expect(asked).toEqual([{ what: 'open-document', path }]);
});
