import type { Hit, Rule } from '#shared/drafts/style/engine/rule.ts';
import { countCharacters } from '#shared/kernel/text.ts';

const SEGMENTER = new Intl.Segmenter('it', { granularity: 'grapheme' });

/** Where the character after the first `limit` ones starts: UTF-16 offset. */
function offsetAfter(text: string, limit: number): number {
  let seen = 0;
  for (const { index } of SEGMENTER.segment(text)) {
    if (seen === limit) return index;
    seen++;
  }
  return text.length;
}

/** The first word beyond `limit` visible characters, when the text is longer. */
function beyond(text: string, limit: number, tell: (count: number) => string): readonly Hit[] {
  if (text.length <= limit) return [];
  const count = countCharacters(text);
  if (count <= limit) return [];
  const from = offsetAfter(text, limit);
  const rest = /^\s*\S+/u.exec(text.slice(from))?.[0].length ?? 0;
  return [{ from, to: from + rest, message: tell(count) }];
}

const LONG = `*Avviso*\n${'La biblioteca resta chiusa lunedì. '.repeat(21)}`;

/** S01. */
export const tooLong: Rule = {
  id: 'S01',
  title: 'Messaggio lungo',
  severity: 'avviso',
  why: 'Oltre questa lunghezza il telefono nasconde la fine sotto «Leggi tutto».',
  source: 'Scelta dell’ente; limite osservato su WhatsApp',
  parameters: ['maximumLength'],
  safeFix: false,
  check: ({ text, parameters: { maximumLength } }) =>
    beyond(
      text,
      maximumLength,
      (count) => `${count} caratteri di ${maximumLength}: da qui il telefono nasconde il testo. Accorcia.`,
    ),
  examples: { bad: [LONG], good: ['Testo breve.', '👩‍👩‍👧‍👦'.repeat(100)] },
};

/** S13. */
export const farTooLong: Rule = {
  id: 'S13',
  title: 'Messaggio troppo lungo',
  severity: 'errore',
  why: 'Un testo così lungo non si legge su un telefono: il posto dei particolari è la notizia sul sito.',
  source: 'Scelta dell’ente',
  parameters: ['hardLength'],
  safeFix: false,
  check: ({ text, parameters: { hardLength } }) =>
    beyond(
      text,
      hardLength,
      (count) => `${count} caratteri, al massimo ${hardLength}: lascia i particolari alla notizia sul sito.`,
    ),
  examples: { bad: [LONG.repeat(2)], good: [LONG] },
};
