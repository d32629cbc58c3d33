import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { describeCause } from '#electron/log/describe.ts';

describe('what is kept of an error', () => {
  it('is its name, code, masked message and stack, then those of its causes', () => {
    const inner = Object.assign(new RangeError('manca «Via Roma»'), { code: 'SQLITE_FULL' });
    const lines = describeCause(new Error('drafts.save', { cause: inner }));
    expect(lines[0]).toBe('Error: drafts.save');
    expect(lines[1]).toMatch(/^ {2}\S.*, electron\/log\/describe\.test\.ts:\d+:\d+$/);
    const causes = lines.filter((line) => line.startsWith('causa: '));
    expect(causes).toEqual(['causa: RangeError [SQLITE_FULL]: manca ‹testo›']);
    expect(lines.length).toBeGreaterThan(4);
  });

  it('ends, also when causes go in a circle', () => {
    const one = new Error('uno');
    one.cause = new Error('due', { cause: one });
    expect(describeCause(one).filter((line) => line.startsWith('causa: '))).toHaveLength(4);
  });

  it('of a broken schema says which fields, not what they hold', () => {
    const schema = z.object({
      people: z.array(z.object({ address: z.email() })),
      notes: z.record(z.string(), z.int()),
    });
    const broken = schema.safeParse({ people: [{ address: 'mario rossi' }], notes: { 'mario rossi': 'segreto' } });
    expect(describeCause(broken.error)[0]).toBe(
      'ZodError: non rispettano lo schema: people.0.address invalid_format, notes.‹chiave› invalid_type',
    );
  });

  it.each([
    ['ciao a mario@ufficio.example', 'ciao a ‹indirizzo›'],
    [{ address: 'mario@ufficio.example' }, 'valore di tipo object'],
    [undefined, 'valore di tipo undefined'],
    [Object.assign(new Error('x'), { message: 3, stack: null, name: 'Mario Rossi', code: 'mario' }), 'Error: '],
  ])('%j, thrown as it is', (thrown, line) => {
    expect(describeCause(thrown)).toEqual([line]);
  });
});

test('no address and no quoted text survives, in whatever field of an error', () => {
  const secret = fc.tuple(fc.emailAddress(), fc.string()).map(([address, text]) => `${address} «${text}zqxjk»`);
  fc.assert(
    fc.property(secret, secret, fc.boolean(), (one, other, late) => {
      const error = new Error(late ? 'prima' : `${one}\n    at ${other} (file:///x/electron/zqxjk.ts:1:1)`, {
        cause: other,
      });
      if (late) Object.assign(error, { message: one, name: other, code: one });
      const kept = describeCause(error).join('\n');
      expect(kept).not.toContain('zqxjk');
      expect(kept).not.toContain('@');
    }),
  );
});
