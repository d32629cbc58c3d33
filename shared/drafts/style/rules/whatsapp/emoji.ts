import { hitsOf, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import type { Reading } from '#shared/drafts/style/engine/reading.ts';
import { type Hit, type Rule, replaceFix } from '#shared/drafts/style/engine/rule.ts';

const EMOJI =
  /\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|(?![©®™])\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*/gu;

/** Removes an emoji with the spaces that followed it, or at the end of a line those before it. */
function removal(text: string, from: number, to: number) {
  const after = /^[ \u00a0]+/.exec(text.slice(to))?.[0].length ?? 0;
  const ends = to + after === text.length || text.charAt(to + after) === '\n';
  const before = ends ? (/[ \u00a0]+$/.exec(text.slice(0, from))?.[0].length ?? 0) : 0;
  return replaceFix('Togli l’emoji', from - before, ends ? to : to + after, '');
}

/** W04. */
export const manyEmoji: Rule = {
  id: 'W04',
  title: 'Troppe emoji',
  severity: 'avviso',
  why: 'I lettori di schermo leggono il nome di ogni emoji, una per una.',
  source: 'Scelta dell’ente; accessibilità',
  parameters: ['maximumEmoji'],
  safeFix: false,
  check: ({ text, parameters: { maximumEmoji } }) =>
    [...text.matchAll(EMOJI)].slice(maximumEmoji).map((match) => {
      const from = match.index;
      const to = from + match[0].length;
      return {
        from,
        to,
        message: `Al massimo ${maximumEmoji} emoji: togli questa o un’altra.`,
        fixes: [removal(text, from, to)],
      };
    }),
  examples: { bad: ['🎄🎁⛄✨ Mercatino'], good: ['🎄 Mercatino', '👩‍👩‍👧‍👦 Famiglie 🇮🇹 ☎️ 049'] },
};

function inSentence({ text }: Reading, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 8), from);
  return /[\p{L}\d,][ \u00a0]*$/u.test(before) && /^[ \u00a0]*\p{Ll}/u.test(text.slice(to, to + 8));
}

/** W05. */
export const emojiInSentence: Rule = {
  id: 'W05',
  title: 'Emoji in mezzo alla frase',
  severity: 'avviso',
  why: 'Un’emoji in mezzo alla frase interrompe la lettura e, al posto di una parola, la nasconde a chi non la vede.',
  source: 'Accessibilità (lettori di schermo)',
  safeFix: false,
  check: (reading) =>
    hitsOf(reading.text, EMOJI, (_, from, to) =>
      inSentence(reading, from, to)
        ? {
            from,
            to,
            message: 'Sposta l’emoji a inizio riga o a fine testo, e scrivi la parola.',
            fixes: [removal(reading.text, from, to)],
          }
        : undefined,
    ),
  examples: { bad: ['Porta la 🚗 in via Roma.'], good: ['🚗 Porta l’auto in via Roma.', 'Buone feste 🎄'] },
};

/** W06. */
export const repeatedEmoji: Rule = {
  id: 'W06',
  title: 'Emoji uguali ripetute',
  severity: 'avviso',
  why: 'I lettori di schermo le leggono una per una.',
  source: 'Accessibilità (lettori di schermo)',
  safeFix: false,
  check({ text }) {
    const hits: Hit[] = [];
    let first: RegExpMatchArray | undefined;
    let end = 0;
    for (const match of [...text.matchAll(EMOJI), undefined]) {
      const same = match !== undefined && match[0] === first?.[0] && text.slice(end, match.index).trim() === '';
      if (!same) {
        const from = first?.index ?? 0;
        if (first !== undefined && end > from + first[0].length)
          hits.push(rewrite(from, end, first[0], 'Lascia una sola emoji.'));
        first = match;
      }
      if (match !== undefined) end = match.index + match[0].length;
    }
    return hits;
  },
  examples: { bad: ['⚠️⚠️ Allerta', 'Festa 🎉 🎉 🎉'], good: ['⚠️ Allerta', '🎉🎄 Festa'] },
};

/** W07. */
export const textFace: Rule = {
  id: 'W07',
  title: 'Faccine di testo',
  severity: 'suggerimento',
  why: 'I lettori di schermo le leggono come punteggiatura.',
  source: 'Accessibilità (lettori di schermo)',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, / ?(?<![\p{L}\d:(])[:;]-?[)(DPp](?![\p{L}\d])/gu, (_, from, to) => ({
      from,
      to,
      message: 'Togli la faccina.',
      fixes: [replaceFix('Togli la faccina', from, to, '')],
    })),
  examples: { bad: ['Grazie :-)', 'A presto ;)'], good: ['Grazie.', 'Orari (mattina:): aperto'] },
};
