/** «Sposta…»: a sending that has not left gets another moment, and leaves once, at that moment (P33). */
import { readdirSync, renameSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveJob, undoMove } from '#electron/queue/acts/move.ts';
import { cancel, requeue } from '#electron/queue/acts/requeue.ts';
import { deliveryEffect } from '#electron/queue/sending/deliver.ts';
import { receivedJobs } from '#electron/queue/sending/received.ts';
import { addMilliseconds, instantAt, romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { queueFact } from '#shared/queue/facts.ts';
import type { LinkCheck } from '#shared/requests/linkCheck.ts';
import {
  approvedNotice,
  must,
  openTownDesk,
  type TestDesk,
  type TestDeskOptions,
  write,
} from '../../../helpers/desk.ts';
import { jobOf, queuedThen } from '../../../shared/queue/sample.ts';

const SECOND = 1_000;
/** Thursday 5 March 2026 at 8:30, when the desk of Valdombra opens: what the road works are planned for. */
const PLANNED = instantAt('2026-03-05', '08:30');
const LATER = instantAt('2026-03-05', '16:00');
const SOONER = instantAt('2026-03-03', '11:00');

const delivered = ({ deliveries }: TestDesk): string[] =>
  readdirSync(deliveries)
    .filter((name) => name.endsWith('.json'))
    .sort();
const stateOf = ({ queue }: TestDesk) => queue.get('r1')?.state;
const planned = ({ queue }: TestDesk): string => Object.values(romeOf(queue.get('r1')?.plannedFor ?? '')).join(' ');
const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? 'done' : result.error.code);
const moveTo = ({ desk, queue }: TestDesk, plannedFor: string, why: string | null = null) =>
  moveJob(desk, queue, { id: 'r1', plannedFor, why });

function queuedDesk(options: TestDeskOptions = {}): TestDesk {
  const opened = openTownDesk(options);
  approvedNotice(opened, 'r1');
  return opened;
}

async function tickAt(opened: TestDesk, moment: string): Promise<void> {
  opened.clock.set(moment);
  await opened.desk.outbox.tick();
}

describe('a sending that waits', () => {
  it('leaves later: at the old moment nothing happens', async () => {
    const opened = queuedDesk();
    must(moveTo(opened, LATER, ' la piazza è occupata '));
    expect(opened.queue.get('r1')).toMatchObject({ why: 'la piazza è occupata', movedBy: 'marta', rounds: 1 });
    await tickAt(opened, PLANNED);
    expect([stateOf(opened), delivered(opened)]).toEqual(['queued', []]);
    await tickAt(opened, LATER);
    expect([stateOf(opened), delivered(opened)]).toEqual(['handedOver', ['2026-03-05_1600_r1.json']]);
  });

  it('leaves sooner, once', async () => {
    const opened = queuedDesk();
    must(moveTo(opened, SOONER));
    await tickAt(opened, SOONER);
    await tickAt(opened, PLANNED);
    expect([stateOf(opened), delivered(opened)]).toEqual(['handedOver', ['2026-03-03_1100_r1.json']]);
  });

  it('moved away and back again leaves once, at its first moment', async () => {
    const opened = queuedDesk();
    for (const moment of [LATER, SOONER, PLANNED]) must(moveTo(opened, moment));
    for (const moment of [SOONER, PLANNED, LATER]) await tickAt(opened, moment);
    expect(delivered(opened)).toEqual(['2026-03-05_0830_r1.json']);
    expect(opened.queue.get('r1')).toMatchObject({ moves: 3, rejected: [] });
  });

  it('leaves at night too, when a person wants it so', async () => {
    const opened = queuedDesk();
    const night = instantAt('2026-03-05', '22:00');
    must(moveTo(opened, night));
    await tickAt(opened, night);
    expect([stateOf(opened), delivered(opened)]).toEqual(['handedOver', ['2026-03-05_2200_r1.json']]);
  });

  it('moved to the next seconds it does not leave before the moving can be taken back', async () => {
    const opened = queuedDesk();
    must(moveTo(opened, addMilliseconds(opened.clock.now(), 2 * SECOND)));
    opened.clock.advance(9 * SECOND);
    await opened.desk.outbox.tick();
    expect(delivered(opened)).toEqual([]);
    opened.clock.advance(SECOND);
    await opened.desk.outbox.tick();
    expect(delivered(opened)).toHaveLength(1);
  });

  it('is still so after the program was killed and opened again', async () => {
    const first = queuedDesk({ inFile: true });
    must(moveTo(first, LATER));
    first.close();
    const again = openTownDesk({ folder: first.folder, clock: first.clock });
    await tickAt(again, PLANNED);
    expect(delivered(again)).toEqual([]);
    await tickAt(again, LATER);
    expect(delivered(again)).toEqual(['2026-03-05_1600_r1.json']);
  });
});

describe('a sending that was put off or held', () => {
  it('put off because its drive is away: the wait ends, the new moment counts', async () => {
    const opened = queuedDesk();
    renameSync(opened.deliveries, `${opened.deliveries}-scollegata`);
    await tickAt(opened, PLANNED);
    expect(stateOf(opened)).toBe('deferred');
    must(moveTo(opened, LATER));
    renameSync(`${opened.deliveries}-scollegata`, opened.deliveries);
    await tickAt(opened, instantAt('2026-03-05', '09:30'));
    expect([stateOf(opened), delivered(opened)]).toEqual(['queued', []]);
    await tickAt(opened, LATER);
    expect(delivered(opened)).toEqual(['2026-03-05_1600_r1.json']);
  });

  it('put off again after it was moved: each turn is its own, and it leaves once', async () => {
    const opened = queuedDesk();
    const away = `${opened.deliveries}-scollegata`;
    renameSync(opened.deliveries, away);
    await tickAt(opened, PLANNED);
    must(moveTo(opened, LATER));
    await tickAt(opened, LATER);
    expect([stateOf(opened), planned(opened)]).toEqual(['deferred', '2026-03-05 16:05']);
    renameSync(away, opened.deliveries);
    await tickAt(opened, instantAt('2026-03-05', '16:05'));
    await tickAt(opened, instantAt('2026-03-05', '17:00'));
    expect(delivered(opened)).toEqual(['2026-03-05_1605_r1.json']);
  });

  it('held for its link: moved it waits for its new moment', async () => {
    let isGone = true;
    const check = async (link: string): Promise<LinkCheck> => ({
      link,
      outcome: isGone ? 'notFound' : 'reachable',
      status: isGone ? 404 : 200,
      title: null,
      leadsTo: null,
      checkedAt: PLANNED,
    });
    const opened = queuedDesk({ site: { check, picture: async () => null } });
    await tickAt(opened, PLANNED);
    expect(stateOf(opened)).toBe('held');
    isGone = false;
    must(moveTo(opened, LATER));
    await tickAt(opened, LATER);
    expect([stateOf(opened), delivered(opened)]).toEqual(['handedOver', ['2026-03-05_1600_r1.json']]);
  });

  it('moved while its link was opened: it does not leave now', async () => {
    const check = async (link: string): Promise<LinkCheck> => {
      if (stateOf(opened) === 'queued' && opened.queue.get('r1')?.moves === 0) must(moveTo(opened, LATER));
      return { link, outcome: 'unverified', status: null, title: null, leadsTo: null, checkedAt: PLANNED };
    };
    const opened: TestDesk = queuedDesk({ site: { check, picture: async () => null } });
    await tickAt(opened, PLANNED);
    expect([stateOf(opened), delivered(opened)]).toEqual(['queued', []]);
    await tickAt(opened, LATER);
    expect(delivered(opened)).toEqual(['2026-03-05_1600_r1.json']);
  });
});

describe('taking a moving back', () => {
  it('gives the sending its moment again', async () => {
    const opened = queuedDesk();
    must(moveTo(opened, SOONER));
    must(undoMove(opened.desk, opened.queue, { id: 'r1' }));
    expect(planned(opened)).toBe('2026-03-05 08:30');
    for (const moment of [SOONER, PLANNED]) await tickAt(opened, moment);
    expect(delivered(opened)).toEqual(['2026-03-05_0830_r1.json']);
  });

  it('also a moment that is over: what was due is due again', async () => {
    const opened = queuedDesk();
    opened.clock.set(instantAt('2026-03-05', '08:31'));
    must(moveTo(opened, LATER));
    must(undoMove(opened.desk, opened.queue, { id: 'r1' }));
    opened.clock.advance(10 * SECOND);
    await opened.desk.outbox.tick();
    expect(delivered(opened)).toEqual(['2026-03-05_0830_r1.json']);
  });

  it('leaves standing still what stood still, with its reason', async () => {
    const opened = queuedDesk();
    write(opened, queueFact('job.held', 'job/r1', { why: 'si aspetta il permesso' }));
    must(moveTo(opened, LATER));
    must(undoMove(opened.desk, opened.queue, { id: 'r1' }));
    expect(opened.queue.get('r1')).toMatchObject({ state: 'held', why: 'si aspetta il permesso' });
    await tickAt(opened, LATER);
    expect(delivered(opened)).toEqual([]);
    const evening = instantAt('2026-03-05', '17:00');
    opened.clock.set(instantAt('2026-03-05', '16:30'));
    must(moveTo(opened, evening));
    await tickAt(opened, evening);
    expect(delivered(opened)).toEqual(['2026-03-05_1700_r1.json']);
  });

  it('is too late once something else happened', async () => {
    const opened = queuedDesk();
    must(moveTo(opened, LATER));
    must(await cancel(opened.desk, opened.queue, { id: 'r1', why: 'rinviato' }));
    expect(codeOf(undoMove(opened.desk, opened.queue, { id: 'r1' }))).toBe('too-late');
    expect(stateOf(opened)).toBe('cancelled');
  });
});

describe('what cannot be moved', () => {
  it('to the past, what already left, what is not there', async () => {
    const opened = queuedDesk();
    expect(codeOf(moveTo(opened, opened.clock.now()))).toBe('moment-past');
    expect(codeOf(moveJob(opened.desk, opened.queue, { id: 'r9', plannedFor: LATER, why: null }))).toBe('job-unknown');
    expect(codeOf(undoMove(opened.desk, opened.queue, { id: 'r9' }))).toBe('job-unknown');
    await tickAt(opened, PLANNED);
    expect(codeOf(moveTo(opened, LATER))).toBe('job-not-allowed');
    expect(opened.queue.get('r1')).toMatchObject({ state: 'handedOver', plannedFor: PLANNED });
  });

  it('after a new round the moving of the old one counts no more', async () => {
    const opened = queuedDesk();
    must(moveTo(opened, LATER));
    must(await cancel(opened.desk, opened.queue, { id: 'r1', why: 'rinviato' }));
    must(requeue(opened.desk, opened, { id: 'r1', why: 'si fa' }));
    expect(opened.queue.get('r1')).toMatchObject({ rounds: 2, moves: 0, plannedFor: LATER });
    await tickAt(opened, LATER);
    expect(delivered(opened)).toEqual(['2026-03-05_1600-2_r1.json']);
  });
});

describe('in any history', () => {
  const step = fc.constantFrom(
    (moment: string) => queueFact('job.moved', 'job/r1', { plannedFor: moment, why: null }),
    (moment: string) => queueFact('job.deferred', 'job/r1', { until: moment, why: 'la cartella non si apre' }),
    (moment: string) => queueFact('job.requeued', 'job/r1', { plannedFor: moment, why: 'di nuovo' }),
    () => queueFact('job.held', 'job/r1', { why: 'si aspetta il permesso' }),
    () => queueFact('job.cancelled', 'job/r1', { why: 'rinviato' }),
  );

  it('no turn of a sending is used for two moments: what was kept for the old one never stands for the new one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const facts = queuedThen();
        const turns = new Map<string, string>();
        for (const [index, fact] of [undefined, ...steps].entries()) {
          if (fact) facts.write('marta', fact(addMilliseconds(LATER, index)));
          const job = jobOf(facts);
          const { id } = deliveryEffect(job, job.plannedFor);
          expect(turns.get(id) ?? job.plannedFor).toBe(job.plannedFor);
          turns.set(id, job.plannedFor);
        }
      }),
    );
  });
});

describe('with other desks', () => {
  it('a desk that hears of a moving keeps the turn of the new moment', () => {
    const opened = queuedDesk();
    write(opened, queueFact('job.moved', 'job/r1', { plannedFor: LATER, why: null }));
    const kept = receivedJobs(opened.desk, opened.queue, opened.desk.journal.factsOf('job/r1'));
    expect(kept.map(({ id, notBefore }) => [id, notBefore])).toEqual([['queue.deliver/r1/1/0/1', LATER]]);
  });

  it('begun here and moved elsewhere before that was known: nothing leaves a second time', async () => {
    const opened = queuedDesk({ inFile: true });
    // Moved at another desk, begun here without knowing; the program died before it noted what left.
    write(opened, queueFact('job.moved', 'job/r1', { plannedFor: LATER, why: null }));
    write(opened, queueFact('job.started', 'job/r1', { desk: 'desk0001' }));
    await tickAt(opened, PLANNED);
    expect([stateOf(opened), delivered(opened)]).toEqual(['uncertain', []]);
    expect(opened.queue.get('r1')?.why).toContain('spostato mentre partiva');
  });
});
