import { describe, expect, it } from 'vitest';
import { notFromHere, servingOf } from '#shared/queue/serving.ts';
import { SHARED } from '../../helpers/shares.ts';

const ROUTE = 'cartella della ditta';
const [here, there] = SHARED.desks;
if (!here || !there) throw new Error('Mancano le due postazioni.');
const desks = (...serves: readonly (readonly string[] | null)[]) => ({
  state: 'connected' as const,
  desks: [here, there].map((desk, index) => ({
    ...desk,
    seenAt: '2026-11-24T08:11:00.000Z' as const,
    serves: serves[index] === null ? null : [...(serves[index] ?? [])],
  })),
});

describe('the desk that serves a route (P33)', () => {
  it('is this one when it has the folder, whoever else has it', () => {
    const serving = servingOf(ROUTE, desks([ROUTE], [ROUTE]));
    expect(serving).toEqual({ by: 'this' });
    expect(notFromHere(serving)).toBeUndefined();
  });

  it('is another by its name, and whether it is there is said', () => {
    const share = desks([], [ROUTE]);
    expect(servingOf(ROUTE, share)).toMatchObject({ by: 'other', name: 'Sportello 2' });
    const gone = { ...share, desks: share.desks.map((desk) => ({ ...desk, isThere: desk.isThis })) };
    expect(notFromHere(servingOf(ROUTE, gone))).toMatchObject({
      what: 'Questo invio parte da «Sportello 2», che adesso non si vede.',
      remedy: expect.stringContaining('Accendi'),
    });
  });

  it('is nobody only where every desk has told: not an older app, not a share that is away', () => {
    expect(servingOf(ROUTE, desks([], []))).toEqual({ by: 'nobody' });
    expect(servingOf(ROUTE, desks(['e-mail alla ditta'], []))).toEqual({ by: 'nobody' });
    expect(servingOf(ROUTE, desks([], null))).toEqual({ by: 'unknown' });
    expect(servingOf(ROUTE, { ...desks([], []), state: 'away' })).toEqual({ by: 'unknown' });
  });

  it('is not an expelled desk', () => {
    const share = desks([], [ROUTE]);
    const revoked = { by: 'marta', at: '2026-11-24T08:11:00.000Z' as const, why: 'Ritirata.' };
    const expelled = share.desks.map((desk) => (desk.isThis ? desk : { ...desk, revoked }));
    expect(servingOf(ROUTE, { ...share, desks: expelled })).toEqual({ by: 'nobody' });
  });
});
