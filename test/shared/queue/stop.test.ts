import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewFact } from '#shared/journal/fact.ts';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { foldStop, holdsBack, NEVER_STOPPED, resumeAll, type Stop, stopAll, stopSchema } from '#shared/queue/stop.ts';
import { pen } from '../../helpers/facts.ts';

const AT = '2026-03-05T07:30:00.000Z';
const STOPPED: Stop = { stopped: { by: 'marta', at: AT, why: 'errore' }, resumedAt: null };
const factsOf = (decided: ReturnType<typeof stopAll>): readonly NewFact[] => (decided.ok ? decided.value : []);

describe('all sendings are stopped (P33)', () => {
  it('by who stops first, until somebody resumes', () => {
    const desk = pen();
    desk.write('marta', ...factsOf(stopAll(NEVER_STOPPED, ' errore nel testo ')));
    // Another desk stopped them too before it knew.
    desk.write('luca', ...factsOf(stopAll(NEVER_STOPPED, 'anch’io')));
    const stop = foldStop(desk.all());
    expect(stop).toEqual({
      stopped: { by: 'marta', at: expect.any(String), why: 'errore nel testo' },
      resumedAt: null,
    });
    expect(stopSchema.parse(stop)).toEqual(stop);
    desk.write('ornella', ...resumeAll(stop));
    expect(foldStop(desk.all())).toEqual({ stopped: null, resumedAt: expect.any(String) });
  });

  it('needs a reason; what is so already is not written again', () => {
    expect(stopAll(NEVER_STOPPED, ' ')).toMatchObject({ ok: false, error: { code: 'reason-missing' } });
    expect(stopAll(STOPPED, 'ancora')).toEqual({ ok: true, value: [] });
    expect(resumeAll(NEVER_STOPPED)).toEqual([]);
    expect(foldStop([])).toEqual(NEVER_STOPPED);
  });

  it('holds back while it lasts, and as long as the resuming can be taken back', () => {
    const resumed = { stopped: null, resumedAt: AT };
    expect(holdsBack(NEVER_STOPPED, AT)).toBe(false);
    expect(holdsBack(STOPPED, AT)).toBe(true);
    expect(holdsBack(resumed, addMilliseconds(AT, 9_999))).toBe(true);
    expect(holdsBack(resumed, addMilliseconds(AT, 10_000))).toBe(false);
    // By a clock of another desk that is ahead.
    expect(holdsBack(resumed, addMilliseconds(AT, -60_000))).toBe(false);
  });

  it('in any history the last word of who knew the state counts', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (acts) => {
        const desk = pen();
        let expected = false;
        for (const isStop of acts) {
          const stop = foldStop(desk.all());
          desk.write('marta', ...(isStop ? factsOf(stopAll(stop, 'errore')) : resumeAll(stop)));
          expected = isStop;
          expect(foldStop(desk.all()).stopped !== null).toBe(expected);
        }
      }),
    );
  });
});
