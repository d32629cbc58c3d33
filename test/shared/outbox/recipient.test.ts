import { describe, expect, it } from 'vitest';
import { isPlainAddress, recipientsOf } from '#shared/outbox/recipient.ts';

describe('an address of a letter', () => {
  it.each(['biblioteca@comune.valdombra.example', "d'amico+uffici@comune.example", 'a@b.example'])(
    'may be %s',
    (address) => {
      expect(isPlainAddress(address)).toBe(true);
    },
  );

  it.each([
    ['quotes', '"due parole"@comune.example'],
    ['two @', 'uno@due@comune.example'],
    ['quotes with an @', '"uno@due"@comune.example'],
    ['a name beside it', 'Ufficio <uno@comune.example>'],
    ['two addresses', 'uno@comune.example, due@comune.example'],
    ['a line that ends inside', 'uno@comune.example\r\nBcc: tutti@comune.example'],
    ['a line that ends after it', 'uno@comune.example\n'],
    ['a space', 'uno due@comune.example'],
    ['a route', '@altro.example:uno@comune.example'],
    ['no domain', 'uno'],
    ['a domain of one word', 'uno@server'],
    ['a dot at the end', 'uno.@comune.example'],
    ['letters that look alike', 'uno@cоmune.example'],
    ['a name too long', `${'a'.repeat(65)}@comune.example`],
  ])('never has %s', (_what, address) => {
    expect(isPlainAddress(address)).toBe(false);
  });

  it('is named once', () => {
    expect(recipientsOf({ to: ['a@b.example', 'C@b.example'], copy: ['c@b.example', 'd@b.example'] })).toEqual([
      'a@b.example',
      'C@b.example',
      'd@b.example',
    ]);
  });
});
