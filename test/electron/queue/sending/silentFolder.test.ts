import { readdirSync, renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listJobs } from '#electron/queue/acts/list.ts';
import { stopQueue } from '#electron/queue/acts/stop.ts';
import type { Channel } from '#electron/queue/sending/channels/channel.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { queueFact } from '#shared/queue/facts.ts';
import type { JobState } from '#shared/queue/states.ts';
import { approvedNotice, must, openTownDesk, type TestDesk, type TestDeskOptions } from '../../../helpers/desk.ts';

const SECOND = 1_000;
const NAMES = { deskName: (dev: string) => dev, receiptProblem: () => undefined };
const stateOf = ({ queue }: TestDesk): JobState | undefined => queue.get('r1')?.state;
const obstacleOf = (opened: TestDesk): Problem | null | undefined => listJobs(opened.desk, opened, NAMES)[0]?.obstacle;
/** What the program of the contractor finds: whole deliveries only. */
const delivered = ({ deliveries }: TestDesk): string[] =>
  readdirSync(deliveries).filter((name) => name.endsWith('.json'));

/** A desk on which a notice is approved and its moment has come. */
function dueDesk(options: TestDeskOptions = {}): TestDesk {
  const opened = openTownDesk(options);
  opened.clock.set(approvedNotice(opened, 'r1'));
  return opened;
}

describe('a folder that stops answering', () => {
  const UNKNOWN = { code: 'file-outcome-unknown', what: 'Non si sa se c’è.', remedy: 'Guarda nella cartella.' };
  const AWAY = { code: 'folder-not-answering', what: 'La cartella non risponde.', remedy: 'Riprova.' };
  /** Takes the files of the first delivery, or not, and says no more; the folder answers again later. */
  const fallingSilent =
    (taken: boolean, handOvers: string[]) =>
    (spool: Channel): Channel => ({
      ...spool,
      handOver: async (job, leaving) => {
        handOvers.push(job.id);
        if (taken)
          return (await spool.handOver(job, leaving)).ok ? { ok: false, error: UNKNOWN } : expect.fail('refused');
        return leaving().ok ? { ok: false, error: UNKNOWN } : expect.fail('refused');
      },
    });

  it.each([
    [true, 'handedOver'],
    [false, 'uncertain'],
  ] as const)('while a delivery appears: found there %s, it is %s and never delivered twice', async (taken, state) => {
    const handOvers: string[] = [];
    const opened = dueDesk({ channel: fallingSilent(taken, handOvers) });
    await opened.desk.outbox.tick();
    expect([stateOf(opened), obstacleOf(opened)?.code]).toEqual(['delivering', 'file-outcome-unknown']);
    opened.clock.advance(60 * SECOND);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), handOvers]).toEqual([state, ['r1']]);
    if (!taken) expect(opened.queue.get('r1')?.why).toContain('la rete si è interrotta mentre l’invio partiva');
  });

  it('and then is away: it waits for the folder, for one that is not there shows no proof', async () => {
    const opened = dueDesk({ channel: fallingSilent(true, []) });
    await opened.desk.outbox.tick();
    const elsewhere = `${opened.deliveries}-scollegata`;
    renameSync(opened.deliveries, elsewhere);
    opened.clock.advance(60 * SECOND);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), obstacleOf(opened)?.code]).toEqual(['delivering', 'folder-missing']);
    renameSync(elsewhere, opened.deliveries);
    opened.clock.advance(600 * SECOND);
    await opened.desk.outbox.tick();
    expect(stateOf(opened)).toBe('handedOver');
  });

  it('before a delivery: it waits, and is delivered once the folder says what lies in it', async () => {
    let away = true;
    const opened = dueDesk({
      channel: (spool) => ({
        ...spool,
        evidence: async (job) => (away ? { ok: false, error: AWAY } : spool.evidence(job)),
      }),
    });
    await opened.desk.outbox.tick();
    expect([stateOf(opened), obstacleOf(opened)?.code, delivered(opened)]).toEqual([
      'delivering',
      'folder-not-answering',
      [],
    ]);
    away = false;
    opened.clock.advance(60 * SECOND);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened).length]).toEqual(['handedOver', 1]);
  });

  it('while a delivery is written down: what was stopped meanwhile does not appear', async () => {
    const opened: TestDesk = dueDesk({
      channel: (spool) => ({
        ...spool,
        handOver: (job, leaving) =>
          spool.handOver(job, () => {
            must(stopQueue(opened.desk, opened.queue, { why: 'il testo è sbagliato' }));
            return leaving();
          }),
      }),
    });
    await opened.desk.outbox.tick();
    expect([stateOf(opened), readdirSync(opened.deliveries)]).toEqual(['delivering', []]);
  });

  it('while a delivery is written down: what was moved elsewhere meanwhile does not appear', async () => {
    const opened: TestDesk = dueDesk({
      channel: (spool) => ({
        ...spool,
        handOver: (job, leaving) =>
          spool.handOver(job, () => {
            opened.desk.journal.append([queueFact('job.uncertain', 'job/r1', { why: 'altrove' })], { actor: THE_APP });
            return leaving();
          }),
      }),
    });
    await opened.desk.outbox.tick();
    expect([obstacleOf(opened)?.code, readdirSync(opened.deliveries)]).toEqual(['job-changed-meanwhile', []]);
    opened.clock.advance(60 * SECOND);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), readdirSync(opened.deliveries)]).toEqual(['uncertain', []]);
  });
});
