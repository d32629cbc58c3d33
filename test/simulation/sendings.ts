/** What people of the simulated town do with sendings: into the queue, back into it, to another moment. */
import { deliveryEffect } from '#electron/queue/sending/deliver.ts';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import { queueFact } from '#shared/queue/facts.ts';
import type { Computer } from './computer.ts';
import { NOTICE } from './samples.ts';

type Keep = (computer: Computer, facts: readonly NewFact[], effects: readonly Effect[]) => readonly Fact[];
type Act = (computer: Computer, of: number) => void;

const MOVED_BY = 60_000;

/** The acts of a computer on one of the sendings, where they are possible. */
export function sendingActs(keep: Keep): { readonly queue: Act; readonly requeue: Act; readonly move: Act } {
  return {
    queue: (computer, of) => {
      const id = `r${of}`;
      if (computer.desk.queue.get(id)) return;
      const plannedFor = computer.desk.clock.now();
      const fact = queueFact('job.queued', `job/${id}`, { notice: NOTICE, plannedFor, route: 'cartella della ditta' });
      keep(computer, [fact], [deliveryEffect({ id, rounds: 1, deferrals: 0, moves: 0 }, plannedFor)]);
    },
    requeue: (computer, of) => {
      const job = computer.desk.queue.get(`r${of}`);
      if (!job || !['queued', 'deferred', 'uncertain'].includes(job.state)) return;
      const plannedFor = computer.desk.clock.now();
      const fact = queueFact('job.requeued', `job/${job.id}`, { plannedFor, why: 'di nuovo' });
      const next = { id: job.id, rounds: job.rounds + 1, deferrals: 0, moves: 0 };
      keep(computer, [fact], [deliveryEffect(next, plannedFor)]);
    },
    move: (computer, of) => {
      const job = computer.desk.queue.get(`r${of}`);
      if (!job || !['queued', 'deferred', 'held'].includes(job.state)) return;
      const plannedFor = addMilliseconds(computer.desk.clock.now(), MOVED_BY);
      const fact = queueFact('job.moved', `job/${job.id}`, { plannedFor, why: null });
      keep(computer, [fact], [deliveryEffect({ ...job, deferrals: 0, moves: job.moves + 1 }, plannedFor)]);
    },
  };
}
