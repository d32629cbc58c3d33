import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BATCH,
  inBatches,
  MAX_BROUGHT,
  MAX_BROUGHT_BYTES,
  NOTHING_BROUGHT,
  ofBrought,
  sayBrought,
  sortOffered,
  together,
} from '#shared/requests/bringing.ts';

const file = (name: string, size = 1_000, type = '') => ({ name, size, type });

describe('which files are taken', () => {
  it('takes saved e-mails by their ending or their type, and names the others with what to do', () => {
    const { taken, problems } = sortOffered([
      file('a.eml'),
      file('B.MSG'),
      file('Avviso', 10, 'message/rfc822'),
      file('foto.png'),
      file('vuota.eml', 0),
      file('grande.eml', 25_000_001),
    ]);
    expect(taken.map(({ name }) => name)).toEqual(['a.eml', 'B.MSG', 'Avviso']);
    expect(problems.map(({ name, problem }) => [name, problem.code])).toEqual([
      ['foto.png', 'file-no-mail'],
      ['vuota.eml', 'mail-empty'],
      ['grande.eml', 'mail-too-large'],
    ]);
  });

  it('takes the first 5,000 and says how many are left', () => {
    const { taken, problems } = sortOffered(Array.from({ length: MAX_BROUGHT + 2 }, (_, n) => file(`${n}.eml`)));
    expect(taken).toHaveLength(MAX_BROUGHT);
    expect(problems).toEqual([
      { name: '2 altre e-mail', problem: expect.objectContaining({ code: 'too-many-brought' }) },
    ]);
    expect(problems[0]?.problem.what).toBe('In una volta si leggono 5.000 e-mail e 2 GB: ne restano 2.');
  });

  it('never takes more than the bytes of all together', () => {
    const { taken } = sortOffered(Array.from({ length: 100 }, (_, n) => file(`${n}.eml`, 25_000_000)));
    expect(taken.length * 25_000_000).toBeLessThanOrEqual(MAX_BROUGHT_BYTES);
    expect(taken).toHaveLength(80);
  });
});

it('one call carries few files and few bytes; every file is carried once, in its order', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 25_000_000 }), { maxLength: 200 });
  fc.assert(
    fc.property(sizes, (found) => {
      const files = found.map((size, place) => ({ size, place }));
      const batches = inBatches(files);
      expect(batches.flat()).toEqual(files);
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length).toBeLessThanOrEqual(BATCH.files);
        expect(batch.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(BATCH.bytes);
      }
    }),
  );
});

describe('what is said of it', () => {
  const brought = (counts: Partial<typeof NOTHING_BROUGHT>) => sayBrought({ ...NOTHING_BROUGHT, ...counts });
  it('counts what came of each e-mail', () => {
    expect(brought({ read: 3, added: 2, known: 1 })).toBe('3 e-mail lette: 2 richieste nuove, 1 c’era già.');
    expect(brought({ read: 1, added: 1 })).toBe('1 e-mail letta: 1 richiesta nuova.');
    expect(brought({ read: 4, answers: 1, others: 1, known: 2 })).toBe(
      '4 e-mail lette: 1 risposta a una richiesta, 1 in «Altre e-mail», 2 c’erano già.',
    );
    expect(brought({})).toBe('Nessuna e-mail letta.');
  });
  it('adds up whatever the lots are', () => {
    const lot = { ...NOTHING_BROUGHT, read: 2, added: 1, request: 'a-1' };
    expect(together(together(NOTHING_BROUGHT, lot), { ...lot, request: 'b-1' })).toEqual({
      ...NOTHING_BROUGHT,
      read: 4,
      added: 2,
      request: 'a-1',
    });
  });
});

it('tells who has the file in hand to bring it again: nothing tries it by itself', () => {
  const slow = { code: 'mail-too-slow', what: 'Non letta.', remedy: 'L’app la riprova.' };
  expect(ofBrought(slow).remedy).toMatch(/^Portala di nuovo qui/);
  const broken = { code: 'mail-unreadable', what: 'Rovinata.', remedy: 'Aprila.' };
  expect(ofBrought(broken)).toBe(broken);
});
