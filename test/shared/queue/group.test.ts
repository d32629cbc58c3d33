import { describe, expect, it } from 'vitest';
import { addressLimit, pickerUrl } from '#shared/queue/group.ts';

const BASE = 'https://wa.me/?text='.length;
/** Italian words with accents, an emoji and lines: every third character and more is written as several in an address. */
const words = (length: number): string => 'Perché no? Già, è così.\n\u{1F6AB} '.repeat(100).slice(0, length);

describe('the address of the chat picker (P31)', () => {
  it('holds the text percent-encoded', () => {
    expect(pickerUrl('Città è\nqui', 2_081)).toBe('https://wa.me/?text=Citt%C3%A0%20%C3%A8%0Aqui');
  });

  it('on Windows has 2,081 characters at the most: above them the clipboard alone carries the text', () => {
    const limit = addressLimit('win32');
    expect(limit).toBe(2_081);
    expect(pickerUrl('%'.repeat((limit - BASE) / 3), limit)).toHaveLength(2_081);
    expect(pickerUrl(`${'%'.repeat((limit - BASE) / 3)}x`, limit)).toBeNull();
    for (let length = 0; length <= 1_600; length += 7) {
      const address = pickerUrl(words(length), limit);
      const encoded = BASE + encodeURIComponent(words(length).toWellFormed()).length;
      expect(address?.length ?? null).toBe(encoded <= 2_081 ? encoded : null);
    }
    expect(pickerUrl(words(1_600), limit)).toBeNull();
  });

  it('is one also for a text with half a character', () => {
    expect(pickerUrl('a\uD83D', 2_081)).toBe('https://wa.me/?text=a%EF%BF%BD');
  });

  it('elsewhere may be longer, within what WhatsApp takes', () => {
    for (const platform of ['darwin', 'linux']) {
      const limit = addressLimit(platform);
      expect(pickerUrl(words(1_600), limit)).not.toBeNull();
      expect(pickerUrl('x'.repeat(2_000), limit)).toContain('https://wa.me/?text=xxx');
      expect(pickerUrl('x'.repeat(2_001), limit)).toBeNull();
    }
  });
});
