import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewFact } from '#shared/journal/fact.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { foldJob, type Job, jobSchema } from '#shared/queue/job.ts';
import { foldedState } from '#shared/queue/states.ts';
import { pen } from '../../helpers/facts.ts';
import { jobOf, NOTICE, PLANNED, queuedThen } from './sample.ts';

const LATER = '2026-03-06T07:30:00.000Z';
const job = 'job/r1';
/** One fact of each type, as it happens at a desk. */
const fact = {
  queued: queueFact('job.queued', job, { notice: NOTICE, plannedFor: LATER, route: 'e-mail alla ditta' }),
  started: queueFact('job.started', job, { desk: 'desk0001' }),
  handedOver: queueFact('job.handedOver', job, { evidence: '2026-03-05_0830_r1.json' }),
  sent: queueFact('job.sent', job, { sentAt: PLANNED, text: NOTICE.text, recipients: 1_204 }),
  partlySent: queueFact('job.partlySent', job, { why: 'la ditta ha raggiunto 800 iscritti su 1.204' }),
  uncertain: queueFact('job.uncertain', job, { why: 'il computer si è spento durante la consegna' }),
  deferred: queueFact('job.deferred', job, { until: LATER, why: 'lo chiede l’ufficio' }),
  moved: queueFact('job.moved', job, { plannedFor: LATER, why: 'la piazza è occupata' }),
  held: queueFact('job.held', job, { why: 'si aspetta il permesso della Polizia locale' }),
  refused: queueFact('job.refused', job, { why: 'per il gruppo operativo è da cambiare' }),
  requeued: queueFact('job.requeued', job, { plannedFor: LATER, why: 'non era partito' }),
  renewed: queueFact('job.renewed', job, {
    notice: { ...NOTICE, text: 'Via Roma chiusa dalle 9.', hash: 'altro' },
    plannedFor: LATER,
    route: 'e-mail alla ditta',
  }),
  cancelled: queueFact('job.cancelled', job, { why: 'i lavori sono rinviati' }),
} as const;

describe('what two desks did apart', () => {
  /** Facts of two desks that both knew only that it was queued. */
  const apart = (stopped: NewFact, ...left: readonly NewFact[]): Job => {
    const [first, second] = [pen('desk0001'), pen('desk0002')];
    const queued = first.write(
      'ornella',
      queueFact('job.queued', job, { notice: NOTICE, plannedFor: PLANNED, route: 'cartella della ditta' }),
    );
    const sending = first.write('app', ...left);
    const base = { base: queued[0]?.h ?? null, ver: 2, hlc: `${queued[0]?.hlc.slice(0, 16)}.desk0002` };
    const [stop] = second.write('luca', stopped).map((one) => ({ ...one, ...base }));
    if (!stop) throw new Error('Manca un fatto.');
    const folded = foldJob('r1', [...queued, ...sending, stop]);
    expect(folded).toEqual(foldJob('r1', [stop, ...[...sending].reverse(), ...queued]));
    return folded ?? expect.fail('no job');
  };
  it.each([['cancelled', fact.cancelled] as const, ['held', fact.held] as const])(
    'a sending that left while it was %s counts as it happened',
    (_word, stopped) => {
      expect(apart(stopped, fact.started)).toMatchObject({
        state: 'uncertain',
        why: expect.stringContaining('non sappiamo'),
      });
      expect(apart(stopped, fact.started, fact.handedOver)).toMatchObject({ state: 'handedOver' });
      expect(apart(stopped, fact.started, fact.handedOver, fact.sent)).toMatchObject({ state: 'sent' });
    },
  );
});

describe('foldJob', () => {
  it('tells a sending that was just queued', () => {
    const told = jobOf(queuedThen());
    expect(told).toEqual({
      id: 'r1',
      mayorCopy: null,
      headCopy: null,
      mail: null,
      told: null,
      page: null,
      state: 'queued',
      notice: NOTICE,
      route: 'cartella della ditta',
      plannedFor: PLANNED,
      rounds: 1,
      moves: 0,
      movedBy: null,
      deferrals: 0,
      evenStopped: false,
      queuedBy: 'ornella',
      queuedAt: '2026-03-02T08:00:00.000Z',
      desk: null,
      withoutShare: false,
      evidence: null,
      posted: null,
      receipt: null,
      sent: null,
      why: null,
      answer: null,
      changedAt: '2026-03-02T08:00:00.000Z',
      rejected: [],
    });
    expect(jobSchema.parse(told)).toEqual(told);
  });

  it.each<[string, readonly NewFact[], Partial<Job>]>([
    ['delivering', [fact.started], { state: 'delivering', desk: 'desk0001' }],
    ['handed over', [fact.started, fact.handedOver], { state: 'handedOver', evidence: '2026-03-05_0830_r1.json' }],
    [
      'sent',
      [fact.started, fact.handedOver, fact.sent],
      {
        state: 'sent',
        sent: {
          sentAt: PLANNED,
          text: NOTICE.text,
          recipients: 1_204,
          by: 'ornella',
          confirmedAt: '2026-03-02T08:03:00.000Z',
        },
      },
    ],
    [
      'sent in part, then confirmed',
      [fact.started, fact.handedOver, fact.partlySent, fact.sent],
      { state: 'sent', why: null },
    ],
    ['deferred', [fact.deferred], { state: 'deferred', plannedFor: LATER, deferrals: 1, why: 'lo chiede l’ufficio' }],
    [
      'deferred twice, then queued again by a person',
      [fact.deferred, fact.deferred, fact.requeued],
      { state: 'queued', rounds: 2, deferrals: 0 },
    ],
    [
      'deferred twice, then moved by a person: the same round, which waits anew',
      [fact.deferred, fact.deferred, fact.moved],
      {
        ...{ state: 'queued', rounds: 1, moves: 1, movedBy: 'ornella', deferrals: 0 },
        ...{ plannedFor: LATER, why: 'la piazza è occupata' },
      },
    ],
    ['held, then moved twice', [fact.held, fact.moved, fact.moved], { state: 'queued', moves: 2 }],
    [
      'moved, then queued again by a person',
      [fact.moved, fact.requeued],
      { state: 'queued', rounds: 2, moves: 0, movedBy: null },
    ],
    ['held', [fact.held], { state: 'held', plannedFor: PLANNED }],
    [
      'uncertain',
      [fact.started, fact.uncertain],
      { state: 'uncertain', desk: 'desk0001', why: 'il computer si è spento durante la consegna' },
    ],
    ['uncertain, then proved', [fact.started, fact.uncertain, fact.handedOver], { state: 'handedOver', why: null }],
    [
      'refused, and queued again by a person',
      [fact.started, fact.handedOver, fact.refused, fact.requeued],
      { state: 'queued', rounds: 2, plannedFor: LATER, desk: null, evidence: null },
    ],
    [
      'refused, cancelled, and renewed with another text',
      [fact.started, fact.handedOver, fact.refused, fact.cancelled, fact.renewed],
      {
        ...{ state: 'queued', rounds: 2, plannedFor: LATER, route: 'e-mail alla ditta' },
        ...{ notice: { ...NOTICE, text: 'Via Roma chiusa dalle 9.', hash: 'altro' }, evidence: null, why: null },
      },
    ],
    ['cancelled', [fact.held, fact.cancelled], { state: 'cancelled', why: 'i lavori sono rinviati' }],
  ])('tells one that is %s', (_what, happened, told) => {
    const one = jobOf(queuedThen(...happened));
    expect(one).toMatchObject({ ...told, rejected: [] });
    expect(jobSchema.parse(one)).toEqual(one);
  });

  it('keeps what the machine does not allow, with who and when, and changes nothing else', () => {
    const before = jobOf(queuedThen(fact.cancelled));
    const after = jobOf(queuedThen(fact.cancelled, fact.deferred, fact.queued));
    expect(after).toEqual({
      ...before,
      rejected: [
        { type: 'job.deferred', by: 'ornella', at: '2026-03-02T08:02:00.000Z' },
        { type: 'job.queued', by: 'ornella', at: '2026-03-02T08:03:00.000Z' },
      ],
    });
  });

  it('knows no sending before it was queued', () => {
    const desk = pen();
    desk.write('ornella', fact.started);
    expect(foldJob('r1', desk.all())).toBeUndefined();
  });
});

const anyHistory = fc.array(fc.constantFrom(...Object.values(fact)), { maxLength: 25 });

describe('in any history of facts', () => {
  it('every fact is either followed or kept as rejected', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const desk = queuedThen();
        let followed = 0;
        for (const one of history) {
          const before = jobOf(desk);
          desk.write('luca', one);
          const after = jobOf(desk);
          const isTooLate = one.type === 'job.cancelled' && before.state === 'delivering';
          const allowed =
            one.type === 'job.queued' || isTooLate ? undefined : foldedState(before.state, one.type as 'job.started');
          expect(after.state).toBe(allowed ?? before.state);
          expect(after.rejected.length - before.rejected.length).toBe(allowed ? 0 : 1);
          if (allowed) followed++;
        }
        expect(followed + jobOf(desk).rejected.length).toBe(history.length);
      }),
    );
  });

  it('each round is begun at most once, and a round begins only with a person who asks for it', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const desk = queuedThen();
        const handed = new Map<number, number>();
        for (const one of history) {
          const before = jobOf(desk);
          desk.write('luca', one);
          const after = jobOf(desk);
          if (after.rounds !== before.rounds) expect(['job.requeued', 'job.renewed']).toContain(one.type);
          if (after.state === 'delivering' && before.state !== 'delivering')
            handed.set(after.rounds, (handed.get(after.rounds) ?? 0) + 1);
          if (before.state === 'cancelled' && one.type !== 'job.requeued' && one.type !== 'job.renewed')
            expect(['queued', 'deferred', 'delivering']).not.toContain(after.state);
        }
        expect([...handed.values()].every((times) => times === 1)).toBe(true);
      }),
    );
  });
});

describe('a confirmation taken back right after (P67)', () => {
  const undo = (hash: string | undefined) => queueFact('job.sentUndone', job, { fact: hash ?? '' });

  it.each([
    ['handedOver', [fact.started, fact.handedOver]],
    ['uncertain', [fact.started, fact.uncertain]],
    ['partlySent', [fact.started, fact.partlySent]],
    ['refused', [fact.started, fact.handedOver, fact.refused]],
  ] as const)('leaves it %s, as it was', (state, before) => {
    const desk = queuedThen(...before);
    const [sent] = desk.write('marta', fact.sent);
    expect(jobOf(desk).state).toBe('sent');
    desk.write('marta', undo(sent?.h));
    expect(jobOf(desk)).toMatchObject({ state, sent: null, rejected: [] });
    desk.write('luca', fact.sent);
    expect(jobOf(desk)).toMatchObject({ state: 'sent', sent: { by: 'luca' } });
  });

  it('takes nothing from what another desk confirmed meanwhile', () => {
    const desk = queuedThen(fact.started, fact.handedOver);
    const [mine] = desk.write('marta', fact.sent);
    desk.write('luca', fact.sent);
    desk.write('marta', undo(mine?.h));
    expect(jobOf(desk)).toMatchObject({ state: 'sent', sent: { by: 'luca' } });
  });
});
