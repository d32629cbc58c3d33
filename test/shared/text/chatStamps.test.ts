import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatStamps, withoutChatStamps } from '#shared/text/chatStamps.ts';
import { blank } from '#shared/text/plainForm.ts';

const CHAT = [
  '[16/11/26, 21:14:05] Sindaco: Domenica la piazza è chiusa dalle 8.',
  '[16/11/26, 21:15:40] Sindaco: Ingresso libero ai mercatini.',
];

describe('a chat copied from WhatsApp (R45)', () => {
  it('loses who wrote when, on an iPhone and on Android', () => {
    const words = 'Domenica la piazza è chiusa dalle 8.\nIngresso libero ai mercatini.';
    expect(withoutChatStamps(CHAT.join('\n'))).toBe(words);
    const android = CHAT.map((line) => line.replace('[', '').replace(':05]', ' -').replace(':40]', ' -'));
    expect(withoutChatStamps(android.join('\n'))).toBe(words);
    expect(
      withoutChatStamps('16/11/26, 21:14 - Rita: <Media omessi>\n16/11/26, 21:15 - Rita: Ecco la locandina.'),
    ).toBe('Ecco la locandina.');
  });

  it('leaves any other text as it is', () => {
    for (const text of ['Mercato: il 16/11/26 alle 21:14.', '16/11/26, ore 21: concerto', '[avviso] Strada chiusa'])
      expect(withoutChatStamps(text)).toBe(text);
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => typeof withoutChatStamps(text) === 'string'));
  });

  it('tells its places, so that blanked words keep theirs', () => {
    const text = CHAT.join('\n');
    const working = blank(text, chatStamps(text));
    expect(working).toHaveLength(text.length);
    expect(working.indexOf('Domenica')).toBe(text.indexOf('Domenica'));
  });
});
