/** A desk that is really killed in the middle of a delivery, again and again: nothing lost, nothing twice (P33). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deliverySchema } from '#shared/queue/delivery.ts';
import { approvedNotice, openTownDesk } from '../../../helpers/desk.ts';
import { ROAD_WORKS } from '../../../helpers/facts.ts';

const NOTICES = 40;
const DEATHS = 4;

/** Lets a program deliver in `folder` until it was told `after` steps, then kills it; false when it had nothing left. */
async function deliverUntilKilled(folder: string, now: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'deliverer.child.ts'), folder, now], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let steps = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    steps += chunk.length;
    if (steps >= after) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'close');
  return signal === 'SIGKILL';
}

it('after kill -9 in the middle of deliveries each notice was delivered once, whole', async () => {
  const opened = openTownDesk({ inFile: true });
  const ids = Array.from({ length: NOTICES }, (_, index) => `r${index}`);
  for (const id of ids) approvedNotice(opened, id, { sendDate: '2026-03-02' });
  opened.clock.advance(10_000);
  opened.close();
  for (let death = 0; death < DEATHS; death++) {
    // An odd number of steps dies between "started" and "handed over".
    expect(await deliverUntilKilled(opened.folder, opened.clock.now(), 4 * death + 3)).toBe(true);
  }

  const last = openTownDesk({ folder: opened.folder, clock: opened.clock });
  expect(last.queue.inState('delivering', 'handedOver').length).toBeGreaterThan(DEATHS);
  await last.desk.outbox.tick();
  expect(last.queue.open().map(({ state, rounds, rejected }) => [state, rounds, rejected])).toEqual(
    ids.map(() => ['handedOver', 1, []]),
  );
  const files = readdirSync(last.deliveries).filter((name) => !name.endsWith('.tmp'));
  expect(files).toHaveLength(2 * NOTICES);
  const texts = files.filter((name) => name.endsWith('.txt'));
  for (const name of texts) {
    expect(readFileSync(join(last.deliveries, name), 'utf8')).toBe(`${ROAD_WORKS.text}\n`);
    const json = JSON.parse(readFileSync(join(last.deliveries, name.replace(/txt$/, 'json')), 'utf8'));
    expect(ids).toContain(deliverySchema.parse(json).id);
  }
  for (const { id } of last.queue.open()) {
    const types = last.desk.journal.factsOf(`job/${id}`).map(({ type }) => type);
    expect(types).toEqual(['job.queued', 'job.started', 'job.handedOver']);
  }
}, 60_000);
