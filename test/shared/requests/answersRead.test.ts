import { describe, expect, it } from 'vitest';
import { NO_ANSWER } from '#shared/requests/answer.ts';
import { close, forward } from '#shared/requests/decide.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import { seeAnswer } from '#shared/requests/waiting.ts';
import { must } from '../../helpers/desk.ts';
import { type Pen, pen, requestReceived } from '../../helpers/facts.ts';
import { contextOf, MARTA } from '../../helpers/town.ts';

const ENT = 'request/r1';
const answer = (mail: string, withdraws = false) =>
  requestFact('request.answered', ENT, {
    ...{ mail, receivedAt: '2026-03-02T09:00:00.000Z', says: NO_ANSWER, withdraws, fromHead: false },
  });
const requestOf = (...desks: readonly Pen[]) =>
  foldRequest(
    'r1',
    desks.flatMap((desk) => desk.all()),
  ) ?? expect.fail('no request');

function opened(): Pen {
  const desk = pen();
  desk.write('app', requestReceived('r1'));
  desk.write(MARTA.id, requestFact('request.takenInCharge', ENT, { round: 1 }));
  return desk;
}

describe('an answer nobody has read (P18)', () => {
  it('stays unread whatever is done with the request, until somebody says to have read it', () => {
    const desk = opened();
    desk.write('app', answer('m2'), answer('m3', true));
    desk.write(MARTA.id, requestFact('request.dataSet', ENT, { category: 'Eventi' }));
    expect(requestOf(desk).unread.map(({ mail, withdraws }) => [mail, withdraws])).toEqual([
      ['m2', false],
      ['m3', true],
    ]);
    desk.write(MARTA.id, ...seeAnswer(requestOf(desk), ['m2']));
    expect(requestOf(desk).unread.map(({ mail }) => mail)).toEqual(['m3']);
    desk.write(MARTA.id, ...seeAnswer(requestOf(desk)));
    expect(requestOf(desk).unread).toEqual([]);
    expect(seeAnswer(requestOf(desk))).toEqual([]);
  });

  it('lets no text go to the head', () => {
    const desk = opened();
    desk.write('app', answer('m2'));
    const context = contextOf(MARTA);
    expect(forward(requestOf(desk), 'h', context)).toMatchObject({ ok: false, error: { code: 'answer-unread' } });
    desk.write(MARTA.id, ...seeAnswer(requestOf(desk)));
    expect(forward(requestOf(desk), 'h', context).ok).toBe(true);
  });

  it('is not read by who forwards or closes on another desk without knowing of it', () => {
    for (const act of [
      () => forward(requestOf(opened()), 'h', contextOf(MARTA)),
      () => close(requestOf(opened()), { outcome: 'ritirata', why: 'rinviata', sameAs: null }, contextOf(MARTA)),
    ]) {
      const desk = opened();
      desk.write('app', answer('m2'));
      // The act comes after the answer in the order of the facts, and its author had not seen it.
      desk.write(MARTA.id, ...must(act()));
      expect(requestOf(desk).unread.map(({ mail }) => mail)).toEqual(['m2']);
    }
  });

  it('of a former version was read by the forwarding, the closing and the word of before', () => {
    for (const body of [
      requestFact('request.forwarded', ENT, { hash: 'h' }),
      requestFact('request.closed', ENT, { outcome: 'ritirata', why: 'rinviata', sameAs: null }),
      requestFact('request.answerSeen', ENT, {}),
    ]) {
      const desk = opened();
      desk.write('app', answer('m2'));
      desk.write(MARTA.id, body);
      expect(requestOf(desk).unread).toEqual([]);
    }
  });
});
