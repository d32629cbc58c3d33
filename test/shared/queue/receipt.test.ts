import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReceipt } from '#shared/queue/receipt.ts';
import { jobOf, NOTICE, queuedThen } from './sample.ts';

const job = jobOf(queuedThen());
const GOOD = { id: 'r1', hash: NOTICE.hash, outcome: 'inviato', at: '2026-03-05T07:41:00.000Z' };
const codeOf = (raw: unknown): string => {
  const read = readReceipt(job, raw);
  return read.ok ? 'ok' : read.error.code;
};

describe('readReceipt', () => {
  it('reads what the contractor says, and what it does not say as unknown', () => {
    expect(readReceipt(job, { ...GOOD, recipients: 1_204 })).toEqual({
      ok: true,
      value: { outcome: 'inviato', at: GOOD.at, recipients: 1_204, text: null, why: null },
    });
  });

  it.each([
    [{ ...GOOD, id: 'r2' }, 'receipt-of-another'],
    [{ ...GOOD, hash: 'altro' }, 'receipt-of-another'],
    [{ ...GOOD, outcome: 'forse' }, 'receipt-unreadable'],
    [{ ...GOOD, at: 'ieri' }, 'receipt-unreadable'],
    [{ ...GOOD, recipients: -1 }, 'receipt-unreadable'],
    [null, 'receipt-unreadable'],
  ])('%j is refused as %s', (raw, code) => {
    expect(codeOf(raw)).toBe(code);
  });

  it('never throws, whatever lies there', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(codeOf(raw)).not.toBe('ok');
      }),
    );
  });
});
