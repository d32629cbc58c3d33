import { describe, expect, it } from 'vitest';
import { answerHold, answersAgainst, heldByAnswer } from '#shared/queue/answerHold.ts';
import { JOB_STATES, type JobState } from '#shared/queue/states.ts';

const at = (hour: number): string => `2026-03-05T${String(hour).padStart(2, '0')}:00:00.000Z`;
const office = { mail: 'm2', at: at(9), fromHead: false, withdraws: false };
const withdrawal = { ...office, mail: 'm3', withdraws: true };
const head = { ...office, mail: 'm4', fromHead: true };
const approved = (way: 'app' | 'telefono', hour = 8) => ({
  approved: { text: '', hash: '', by: 'ornella', at: at(hour) },
  approval: { way, note: '', recordedBy: null, recordedAt: null, samePerson: false, changed: false },
  release: null,
});

describe('an answer nobody has read', () => {
  it('holds a sending until it has left, and no more afterwards', () => {
    const held = (Object.keys(JOB_STATES) as JobState[]).filter((state) =>
      answerHold({ state }, approved('app'), { unread: [office] }),
    );
    expect(held).toEqual(['queued', 'delivering', 'toPost', 'deferred', 'held']);
    expect(answerHold({ state: 'queued' }, approved('app'), { unread: [] })).toBeUndefined();
  });

  it('that takes the request back is named before any other', () => {
    const answer = answerHold({ state: 'queued' }, approved('app'), { unread: [office, withdrawal] });
    expect(answer).toEqual(withdrawal);
    expect(heldByAnswer(withdrawal)).toMatchObject({ code: 'answer-holds', what: expect.stringContaining('ritirare') });
  });

  it('never holds an emergency', () => {
    const released = { way: 'emergenza', authoriser: 'Sindaca', why: null, regularisedAt: null } as const;
    const draft = { approved: null, approval: null, release: released };
    expect(answerHold({ state: 'queued' }, draft, { unread: [withdrawal] })).toBeUndefined();
  });

  it('of the head counts unless she decided in the app after writing it', () => {
    expect(answersAgainst([head], approved('app', 8))).toEqual([head]);
    expect(answersAgainst([head], approved('app', 10))).toEqual([]);
    expect(answersAgainst([head], approved('telefono', 10))).toEqual([head]);
    expect(answersAgainst([office], approved('app', 10))).toEqual([office]);
  });
});
