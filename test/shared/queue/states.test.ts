import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueStep } from '#shared/queue/facts.ts';
import { JOB_STATES, type JobState, nextState, TRANSITIONS } from '#shared/queue/states.ts';

type Step = QueueStep;
const STATES = Object.keys(JOB_STATES) as JobState[];
const STEPS = Object.keys(TRANSITIONS) as Step[];

/** The whole machine of P33, written down a second time: from each state, each step that is allowed and where it leads. */
const MACHINE: Readonly<Record<JobState, Partial<Record<Step, JobState>>>> = {
  queued: {
    'job.undone': 'cancelled',
    'job.started': 'delivering',
    'job.takenOver': 'uncertain',
    'job.deferred': 'deferred',
    'job.held': 'held',
    'job.moved': 'queued',
    'job.requeued': 'queued',
    'job.cancelled': 'cancelled',
  },
  deferred: {
    'job.started': 'delivering',
    'job.takenOver': 'uncertain',
    'job.deferred': 'deferred',
    'job.held': 'held',
    'job.moved': 'queued',
    'job.requeued': 'queued',
    'job.cancelled': 'cancelled',
  },
  held: { 'job.moved': 'queued', 'job.requeued': 'queued', 'job.cancelled': 'cancelled' },
  delivering: {
    'job.undone': 'cancelled',
    'job.cancelled': 'cancelled',
    'job.handedOver': 'handedOver',
    'job.mailed': 'handedOver',
    'job.sent': 'sent',
    'job.partlySent': 'partlySent',
    'job.uncertain': 'uncertain',
    'job.takenOver': 'uncertain',
    'job.refused': 'refused',
  },
  toPost: {
    'job.posted': 'handedOver',
    'job.sent': 'sent',
    'job.partlySent': 'partlySent',
    'job.refused': 'refused',
    'job.cancelled': 'cancelled',
  },
  handedOver: {
    'job.postUndone': 'toPost',
    'job.bounced': 'refused',
    'job.sent': 'sent',
    'job.partlySent': 'partlySent',
    'job.refused': 'refused',
  },
  uncertain: {
    'job.handedOver': 'handedOver',
    'job.mailed': 'handedOver',
    'job.mailFound': 'handedOver',
    'job.bounced': 'refused',
    'job.sent': 'sent',
    'job.requeued': 'queued',
  },
  partlySent: { 'job.sent': 'sent' },
  refused: { 'job.sent': 'sent', 'job.requeued': 'queued', 'job.cancelled': 'cancelled' },
  sent: {},
  cancelled: { 'job.requeued': 'queued', 'job.renewed': 'queued' },
};

describe.each(STATES)('from «%s»', (state) => {
  it.each(STEPS)('%s', (step) => {
    expect(nextState(state, step)).toBe(MACHINE[state][step]);
  });
});

const anySteps = fc.array(fc.constantFrom(...STEPS), { maxLength: 30 });

/** The states a sending goes through; steps the machine does not allow leave it where it is. */
function walk(steps: readonly Step[]): readonly (readonly [JobState, Step, JobState])[] {
  let state: JobState = 'queued';
  return steps.map((step) => {
    const before = state;
    state = nextState(state, step) ?? state;
    return [before, step, state] as const;
  });
}

describe('in any history', () => {
  it('only a person brings a sending back that may have left', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        for (const [before, step, after] of walk(steps)) {
          if (['delivering', 'uncertain', 'refused'].includes(before) && ['queued', 'deferred'].includes(after))
            expect(step).toBe('job.requeued');
        }
      }),
    );
  });

  it('a sending is handed over at most once in each round', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        let handed = 0;
        for (const [before, step, after] of walk(steps)) {
          if (step === 'job.requeued' && after === 'queued') handed = 0;
          // A person may take back that she sent the e-mail, and say it again: the app hands nothing over by that.
          if (step === 'job.handedOver' && after === 'handedOver' && before !== 'handedOver') handed++;
          expect(handed).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('«sent» is final; what was cancelled comes back only by a person', () => {
    expect(STEPS.filter((step) => nextState('sent', step))).toEqual([]);
    expect(STEPS.filter((step) => nextState('cancelled', step))).toEqual(['job.requeued', 'job.renewed']);
  });

  it('every state can be reached, and every state but the final ones can be left', () => {
    const reached = new Set<JobState>(['queued']);
    for (const state of reached) for (const next of Object.values(MACHINE[state])) reached.add(next);
    expect([...reached].sort()).toEqual([...STATES].sort());
    expect(STATES.filter((state) => STEPS.every((step) => nextState(state, step) === undefined))).toEqual(['sent']);
  });
});
