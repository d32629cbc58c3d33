import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Fact } from '#shared/journal/fact.ts';
import { factSchema } from '#shared/journal/fact.ts';
import { readFact, writerOf } from '#shared/journal/vocabulary.ts';
import { requestFacts } from '#shared/requests/facts.ts';
import { pen, requestReceived } from '../../helpers/facts.ts';

const [received] = pen().write('marta', requestReceived('r1'));
if (!received) throw new Error('no fact');

describe('readFact', () => {
  it('gives the fact with its body typed', () => {
    const fact = readFact(requestFacts, received);
    expect(fact?.type === 'request.received' && fact.body.title).toBe('Via Roma chiusa per asfaltatura');
  });

  it.each<[string, Partial<Fact>]>([
    ['of another word', { type: 'job.queued' }],
    ['of a newer app', { type: 'request.translated', body: { language: 'en' } }],
    ['named like something every object has', { type: 'constructor' }],
    ['with a damaged body', { body: { title: 3 } }],
    ['with no body', { body: null }],
    ['with a day no calendar has', { type: 'request.dataSet', body: { sendDate: '2026-02-30' } }],
  ])('drops one %s', (_what, change) => {
    expect(readFact(requestFacts, { ...received, ...change })).toBeUndefined();
  });

  it('reads a body to which a newer app added something, without what was added', () => {
    const fact = { ...received, type: 'request.takenInCharge', body: { room: '12' } };
    expect(readFact(requestFacts, fact)?.body).toEqual({});
  });

  it('tells a value that was set to nothing from one that was not set', () => {
    const fact = { ...received, type: 'request.dataSet', body: { link: null } };
    expect(readFact(requestFacts, fact)?.body).toEqual({ link: null });
  });
});

it('writerOf writes facts of its vocabulary', () => {
  const write = writerOf({ 'draft.returned': z.object({ why: z.string() }) });
  expect(write('draft.returned', 'draft/r1', { why: 'manca l’orario' })).toEqual({
    type: 'draft.returned',
    ent: 'draft/r1',
    body: { why: 'manca l’orario' },
  });
});

describe('factSchema', () => {
  it('takes a sealed fact', () => {
    expect(factSchema.parse(received)).toEqual(received);
  });

  it.each<[string, Partial<Record<keyof Fact, unknown>>]>([
    ['an entity without an id', { ent: 'request/' }],
    ['an entity that is a path', { ent: 'request/../../x' }],
    ['an entity with a Message-ID in brackets', { ent: 'request/<a@b.example>' }],
    ['a position of zero', { seq: 0 }],
    ['a version of zero', { ver: 0 }],
    ['nobody who acted', { actor: '' }],
    ['a stamp without a device', { hlc: '0'.repeat(16) }],
    ['a hash in capitals', { h: 'A'.repeat(64) }],
    ['a moment without milliseconds', { at: '2026-03-02T08:00:00Z' }],
  ])('refuses %s', (_what, change) => {
    expect(factSchema.safeParse({ ...received, ...change }).success).toBe(false);
  });
});
