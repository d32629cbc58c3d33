/** «Ferma tutti gli invii»: nothing that has not left leaves until somebody resumes, then once (P33). */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askGroup } from '#electron/queue/acts/group.ts';
import { resumeQueue, stopQueue, viewStop } from '#electron/queue/acts/stop.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import { addMilliseconds, instantAt } from '#shared/kernel/instant.ts';
import { enqueue } from '#shared/queue/decide.ts';
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
import { NOTICE } from '../../../shared/queue/sample.ts';

const SECOND = 1_000;
/** Thursday 5 March 2026 at 8:30, when the desk of Valdombra opens: what the road works are planned for. */
const PLANNED = instantAt('2026-03-05', '08:30');
const WHY = 'Errore nel testo';

const delivered = ({ deliveries }: TestDesk): string[] =>
  readdirSync(deliveries)
    .filter((name) => name.endsWith('.json'))
    .sort();
const stateOf = ({ queue }: TestDesk, id = 'r1') => queue.get(id)?.state;
const stop = ({ desk, queue }: TestDesk) => must(stopQueue(desk, queue, { why: WHY }));

/** A desk on which the notice is approved, all is stopped, and the moment of the notice has come. */
function stoppedDesk(options: TestDeskOptions = {}): TestDesk {
  const opened = openTownDesk(options);
  approvedNotice(opened, 'r1');
  stop(opened);
  opened.clock.set(PLANNED);
  return opened;
}

/** Lets the outbox work whenever something is due, until `end`. */
async function workUntil({ desk, clock }: TestDesk, end: string): Promise<void> {
  for (let due = desk.outbox.nextDue(); due !== undefined && due <= end; due = desk.outbox.nextDue()) {
    clock.set(due > clock.now() ? due : clock.now());
    await desk.outbox.tick();
  }
  clock.set(end);
}

describe('while all sendings are stopped', () => {
  it('nothing leaves and nothing is put off, however often it is tried', async () => {
    const opened = stoppedDesk();
    await workUntil(opened, addMilliseconds(PLANNED, 3_600 * SECOND));
    expect([stateOf(opened), delivered(opened)]).toEqual(['queued', []]);
    expect(opened.desk.outbox.problemOf('queue.deliver/r1/1')).toEqual({
      code: 'queue-stopped',
      what: 'Tutti gli invii sono fermi.',
      remedy: 'Quando possono ripartire scegli «Riprendi» nella coda.',
    });
    expect(opened.queue.get('r1')).toMatchObject({ deferrals: 0, plannedFor: PLANNED });
  });

  it('who stopped them, when and why is told to every screen', () => {
    const opened = openTownDesk();
    expect(viewStop(opened.desk, opened.queue)).toBeNull();
    stop(opened);
    expect(viewStop(opened.desk, opened.queue)).toEqual({ by: 'Marta Bellin', at: opened.clock.now(), why: WHY });
    expect(opened.changed.at(-1)).toEqual(['queue']);
  });

  it('it is still so after the program was killed and opened again', async () => {
    const first = stoppedDesk({ inFile: true });
    first.close();
    const again = openTownDesk({ folder: first.folder, clock: first.clock });
    await again.desk.outbox.tick();
    expect(delivered(again)).toEqual([]);
  });

  it('stopped while the link was opened: it does not leave any more', async () => {
    const check = async (link: string): Promise<LinkCheck> => {
      stop(opened);
      return { link, outcome: 'unverified', status: null, title: null, leadsTo: null, checkedAt: PLANNED };
    };
    const opened: TestDesk = openTownDesk({ site: { check, picture: async () => null } });
    approvedNotice(opened, 'r1');
    opened.clock.set(PLANNED);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened)]).toEqual(['queued', []]);
  });

  it('begun before the program died it does not leave, but what left is recognised', async () => {
    const opened = stoppedDesk();
    write(opened, queueFact('job.started', 'job/r1', { desk: 'desk0001' }));
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened)]).toEqual(['delivering', []]);
    for (const end of ['json', 'txt']) writeFileSync(join(opened.deliveries, `2026-03-05_0830_r1.${end}`), '');
    await workUntil(opened, addMilliseconds(PLANNED, 60 * SECOND));
    expect(stateOf(opened)).toBe('handedOver');
  });

  it('nobody asks in the group; an emergency that was to leave all the same may (P34)', async () => {
    const opened = openTownDesk();
    const { text, hash } = NOTICE;
    for (const id of ['g1', 'g2']) {
      const words = { asked: text, text, hash, checks: [], pack: '1' };
      const way = { way: 'emergenza' as const, authoriser: 'Ornella Vidal', why: 'frana' };
      write(opened, draftFact('draft.released', `draft/${id}`, { ...words, ...way }));
    }
    write(opened, ...enqueue('g1', NOTICE, PLANNED, 'gruppo operativo'));
    write(opened, ...enqueue('g2', NOTICE, PLANNED, 'gruppo operativo', true));
    stop(opened);
    expect(await askGroup(opened.desk, opened, 'g1')).toMatchObject({ ok: false, error: { code: 'queue-stopped' } });
    expect(stateOf(opened, 'g1')).toBe('queued');
    expect((await askGroup(opened.desk, opened, 'g2')).ok).toBe(true);
    expect(stateOf(opened, 'g2')).toBe('delivering');
  });
});

describe('when somebody resumes', () => {
  it('what is overdue leaves ten seconds later, once', async () => {
    const opened = stoppedDesk();
    await workUntil(opened, addMilliseconds(PLANNED, 1_800 * SECOND));
    must(resumeQueue(opened.desk, opened.queue));
    expect(viewStop(opened.desk, opened.queue)).toBeNull();
    await workUntil(opened, addMilliseconds(PLANNED, 1_809 * SECOND));
    expect(delivered(opened)).toEqual([]);
    await workUntil(opened, addMilliseconds(PLANNED, 1_810 * SECOND));
    expect([stateOf(opened), delivered(opened)]).toEqual(['handedOver', ['2026-03-05_0830_r1.json']]);
    await workUntil(opened, addMilliseconds(PLANNED, 7_200 * SECOND));
    expect(delivered(opened)).toHaveLength(1);
  });

  it('stopped again in those ten seconds nothing leaves', async () => {
    const opened = stoppedDesk();
    await opened.desk.outbox.tick();
    must(resumeQueue(opened.desk, opened.queue));
    opened.clock.advance(9 * SECOND);
    stop(opened);
    await workUntil(opened, addMilliseconds(PLANNED, 600 * SECOND));
    expect([stateOf(opened), delivered(opened)]).toEqual(['queued', []]);
  });

  it('outside the hours of service what is overdue waits for the next ones', async () => {
    const opened = stoppedDesk();
    await opened.desk.outbox.tick();
    opened.clock.set(instantAt('2026-03-05', '20:00'));
    must(resumeQueue(opened.desk, opened.queue));
    await workUntil(opened, instantAt('2026-03-05', '20:01'));
    expect([stateOf(opened), delivered(opened)]).toEqual(['deferred', []]);
    await workUntil(opened, instantAt('2026-03-06', '08:30'));
    expect(delivered(opened)).toHaveLength(1);
  });
});

it('needs a reason, and says nothing twice', () => {
  const opened = openTownDesk();
  expect(stopQueue(opened.desk, opened.queue, { why: ' ' })).toMatchObject({ error: { code: 'reason-missing' } });
  stop(opened);
  stop(opened);
  must(resumeQueue(opened.desk, opened.queue));
  must(resumeQueue(opened.desk, opened.queue));
  expect(opened.desk.journal.factsOf('queue/town').map(({ type }) => type)).toEqual(['queue.stopped', 'queue.resumed']);
});
