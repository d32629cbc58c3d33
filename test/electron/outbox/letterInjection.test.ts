/** Whatever the words of a letter hold, no header and no recipient comes with them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { composeLetter } from '#electron/outbox/letter.ts';
import { isPlainAddress, recipientsOf } from '#shared/outbox/recipient.ts';
import { MONDAY_MORNING } from '../../helpers/town.ts';

const HEADERS = [
  ...['x-unsent', 'x-puntosi-lettera', 'from', 'to', 'cc', 'subject', 'message-id', 'in-reply-to', 'references'],
  ...['content-transfer-encoding', 'date', 'mime-version', 'content-type'],
];

/** What breaks headers elsewhere: ends of lines in every form, other headers, bidi marks, letters that look like others. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r\n', '\n', '\r', '\u0000', '\u2028', '\u0085', '\r\n ', '\r\n\r\n', '\n.\n'),
      fc.constantFrom(
        'Bcc: tutti@altro.example',
        'To: altri@altro.example',
        'Content-Type: text/html',
        '<',
        '>',
        '"',
        ',',
      ),
      fc.constantFrom('\u202e', '\u2066', '\u200b', 'ѕіndаса', '＠', '@', '=?utf-8?q?=0D=0ABcc:_x@y.example?='),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const ADDRESSES = ['avvisi@comune.example', 'invii@ditta.example', 'capo@comune.example', 'sindaca@comune.example'];

/** The headers of a message as any reader unfolds them, lower-case names with their values. */
function headersOf(bytes: Buffer): readonly (readonly [string, string])[] {
  const [head = ''] = bytes.toString('utf8').split('\r\n\r\n');
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r\n|\r|\n/);
  return lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
  });
}

it('lets no header in through subject, text or conversation, and names whom it goes to and nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, fc.array(hostile, { maxLength: 3 }), async (subject, text, references) => {
      const [from = '', to = '', ...copy] = ADDRESSES;
      const bytes = await composeLetter(
        { from, to: [to], copy, subject, text, references, messageId: 'uno@comune.example', date: MONDAY_MORNING },
        'leaving',
      );
      const headers = headersOf(bytes);
      const names = headers.map(([name]) => name);
      expect(names.filter((name) => !HEADERS.includes(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      const headerNamed = (name: string) => headers.find(([one]) => one === name)?.[1];
      expect([headerNamed('from'), headerNamed('to'), headerNamed('cc')]).toEqual([from, to, copy.join(', ')]);
      expect(headerNamed('message-id')).toBe('<uno@comune.example>');
    }),
    { numRuns: 300 },
  );
});

it('takes for an address only one that every server reads alike: printable, one @, no quotes, no list, no other alphabet', () => {
  const mixed = fc.tuple(hostile, fc.constantFrom(...ADDRESSES), hostile).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(hostile, mixed, fc.emailAddress()), (address) => {
      if (!isPlainAddress(address)) return;
      expect(address).toMatch(/^[!-~]+$/);
      expect(address.split('@')).toHaveLength(2);
      expect(address).not.toMatch(/[\s"(),:;<>[\]\\]/);
    }),
    { numRuns: 2_000 },
  );
});

it('goes to each address once, in the order in which it is named', () => {
  const address = fc.constantFrom(...ADDRESSES, ...ADDRESSES.map((one) => one.toUpperCase()));
  fc.assert(
    fc.property(fc.array(address, { minLength: 1 }), fc.array(address), (to, copy) => {
      const found = recipientsOf({ to, copy });
      const lower = found.map((one) => one.toLowerCase());
      expect(new Set(lower).size).toBe(found.length);
      expect(new Set(lower)).toEqual(new Set([...to, ...copy].map((one) => one.toLowerCase())));
      expect(found.every((one) => to.includes(one) || copy.includes(one))).toBe(true);
    }),
  );
});
