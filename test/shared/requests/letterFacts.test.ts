import { describe, expect, it } from 'vitest';
import { asIfKept, type NewFact } from '#shared/journal/fact.ts';
import { foldLetter, letterFact } from '#shared/requests/letterFacts.ts';

const LETTER = { messageId: 'x@y', letter: '0'.repeat(64), purpose: 'missing', request: 'r1', mail: null } as const;
const written = letterFact('letter.sent', 'letter/l1', { ...LETTER, date: '2026-03-02T08:00:00.000Z', toPost: true });
const said = (word: 'posted' | 'postUndone' | 'dropped' | 'kept') => letterFact(`letter.${word}`, 'letter/l1', {});
const stateOf = (...facts: readonly NewFact[]) =>
  foldLetter(asIfKept(facts, 'marta', '2026-03-02T08:00:00.000Z'))?.state;

it('is to be sent until a person says that she sent it: the file proves nothing (P66)', () => {
  expect(stateOf(written)).toBe('toPost');
  expect(stateOf(written, said('posted'))).toBe('posted');
  expect(stateOf(written, said('posted'), said('postUndone'))).toBe('toPost');
  expect(stateOf(written, said('dropped'))).toBe('dropped');
  expect(stateOf(written, said('dropped'), said('kept'))).toBe('toPost');
});

it('was sent, whatever another desk that did not know said of it; nobody takes back what was not said', () => {
  expect(stateOf(written, said('posted'), said('dropped'))).toBe('posted');
  expect(stateOf(written, said('dropped'), said('posted'))).toBe('posted');
  expect(stateOf(written, said('posted'), said('kept'))).toBe('posted');
  expect(stateOf(written, said('dropped'), said('postUndone'))).toBe('dropped');
});

it('of a former version nobody knows whether it was sent, until somebody says', () => {
  const former = letterFact('letter.sent', 'letter/l1', { ...LETTER, date: '2026-03-02T08:00:00.000Z' });
  expect(stateOf(former)).toBe('unknown');
  expect(stateOf(former, said('posted'))).toBe('posted');
});

describe('a letter that leaves by itself', () => {
  const left = letterFact('letter.sent', 'letter/l1', { ...LETTER, date: '2026-03-02T08:00:00.000Z', byServer: true });
  const accepted = letterFact('letter.accepted', 'letter/l1', { server: 'posta.example' });
  const partly = letterFact('letter.partlyAccepted', 'letter/l1', {
    server: 'posta.example',
    missed: [{ recipient: 1, why: 'casella piena' }],
  });
  const refused = letterFact('letter.refused', 'letter/l1', { why: 'casella piena' });
  const uncertain = letterFact('letter.uncertain', 'letter/l1', {});
  const person = (word: 'arrived' | 'arrivedUndone' | 'resent') => letterFact(`letter.${word}`, 'letter/l1', {});

  it('is with the server, or not, as the server proved', () => {
    expect(stateOf(left, accepted)).toBe('accepted');
    expect(stateOf(left, partly)).toBe('partial');
    expect(stateOf(left, refused)).toBe('refused');
    expect(stateOf(left, uncertain)).toBe('uncertain');
  });

  it('is what a person saw, and as it was before when she takes that back', () => {
    expect(stateOf(left, uncertain, person('arrived'))).toBe('arrived');
    expect(stateOf(left, uncertain, person('arrived'), person('arrivedUndone'))).toBe('uncertain');
    expect(stateOf(left, refused, said('dropped'), said('kept'))).toBe('refused');
    expect(stateOf(left, refused, said('posted'), said('postUndone'))).toBe('refused');
    expect(stateOf(written, person('arrived'))).toBe('toPost');
  });

  it('leaves again because a person says so, and then is what the server proves of that', () => {
    expect(stateOf(left, refused, person('resent'))).toBe('resending');
    expect(stateOf(left, refused, person('resent'), accepted)).toBe('accepted');
  });
});
