import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryName, deliveryOf, deliverySchema } from '#shared/queue/delivery.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { ROAD_WORKS } from '../../helpers/facts.ts';
import { jobOf, NOTICE, PLANNED, queuedThen } from './sample.ts';

const job = jobOf(queuedThen());

describe('deliveryName', () => {
  it('begins with the planned day and time of Rome, so that files sort as they go out', () => {
    expect(deliveryName(job)).toBe('2026-03-05_0830_r1');
  });

  it('tells apart the notices of one long e-mail, planned for the same minute (P12)', () => {
    const identity = '9f2c'.repeat(16);
    const names = [1, 2, 10].map((index) => deliveryName({ ...job, id: `${identity}-${index}` }));
    expect(new Set(names).size).toBe(3);
  });

  it('tells apart any two ids and rounds, and is a name every file system takes', () => {
    const any = fc.record({
      id: fc.stringMatching(/^[A-Za-z0-9._-]{1,120}$/),
      rounds: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const names = [a, b].map((change) => deliveryName({ ...job, ...change }));
        expect(names[0] === names[1]).toBe(a.id === b.id && a.rounds === b.rounds);
        for (const name of names) expect(name).toMatch(/^2026-03-05_0830[A-Za-z0-9._-]{2,130}$/);
      }),
    );
    expect(deliveryName({ ...job, id: 'a.b' })).not.toBe(deliveryName({ ...job, id: 'a_b' }));
  });

  it('tells the second round apart, also when it is planned for the same minute', () => {
    const why = 'la ditta non l’ha ricevuto';
    const again = jobOf(
      queuedThen(
        queueFact('job.started', 'job/r1', { desk: 'desk0001' }),
        queueFact('job.uncertain', 'job/r1', { why }),
        queueFact('job.requeued', 'job/r1', { plannedFor: PLANNED, why }),
      ),
    );
    expect(deliveryName(again)).toBe('2026-03-05_0830-2_r1');
  });
});

it('the delivery is all a program of the contractor needs', () => {
  expect(deliverySchema.parse(deliveryOf(job))).toEqual({
    format: 1,
    id: 'r1',
    text: ROAD_WORKS.text,
    hash: NOTICE.hash,
    plannedFor: PLANNED,
    link: ROAD_WORKS.link,
    office: 'Lavori pubblici',
    category: 'Viabilità',
  });
});
