import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifySmtp, type SmtpAttempt, type SmtpOutcome } from '#shared/outbox/smtpOutcome.ts';

const NOTHING: SmtpAttempt = { wasAsked: false, answer: null, stop: null, rejected: [] };

describe('what an attempt to send came to', () => {
  it.each<readonly [string, Partial<SmtpAttempt>, SmtpOutcome]>([
    ['nobody listening, a refused password, a certificate', {}, 'notSent'],
    ['broken off while the recipients were named', { stop: null }, 'notSent'],
    ['the sender refused', { stop: 550 }, 'refused'],
    ['the sender put off', { stop: 451 }, 'deferred'],
    ['every recipient refused', { stop: 550, rejected: [550, 550] }, 'refused'],
    ['every recipient put off', { stop: 451, rejected: [451, 450] }, 'deferred'],
    ['all refused, one for good', { stop: 451, rejected: [550, 451] }, 'refused'],
    ['broken off in the text', { wasAsked: true }, 'unknown'],
    ['broken off or silent after the final dot', { wasAsked: true, answer: null }, 'unknown'],
    ['put off after the text', { wasAsked: true, answer: 451 }, 'deferred'],
    ['refused after the text', { wasAsked: true, answer: 554 }, 'refused'],
    ['taken', { wasAsked: true, answer: 250 }, 'sent'],
    ['taken for some', { wasAsked: true, answer: 250, rejected: [550] }, 'partial'],
    ['broken off in the text after one was refused', { wasAsked: true, rejected: [550] }, 'unknown'],
  ])('%s', (_name, attempt, outcome) => {
    expect(classifySmtp({ ...NOTHING, ...attempt })).toBe(outcome);
  });

  it('never lets be tried again what the server may have taken', () => {
    const code = fc.option(fc.integer({ min: 200, max: 599 }), { nil: null });
    fc.assert(
      fc.property(fc.record({ stop: code, rejected: fc.array(code) }), (rest) => {
        expect(['notSent', 'deferred']).not.toContain(classifySmtp({ ...rest, wasAsked: true, answer: null }));
      }),
    );
  });
});
