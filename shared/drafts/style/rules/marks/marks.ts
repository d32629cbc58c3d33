import { hitsOf, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import { type Hit, type Rule, replaceFix } from '#shared/drafts/style/engine/rule.ts';

/** T04. */
export const exclamation: Rule = {
  id: 'T04',
  title: 'Punto esclamativo',
  severity: 'avviso',
  why: 'Un avviso informa con calma; il punto esclamativo alza la voce.',
  source: 'Uso redazionale (tono istituzionale)',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, /(?<![?!])!+(?![?!])/g, (_, from, to) => rewrite(from, to, '.', 'Metti un punto.')),
  examples: { bad: ['Vi aspettiamo!!', 'Attenzione!'], good: ['Vi aspettiamo.'] },
};

/** T05. */
export const repeatedQuestionMark: Rule = {
  id: 'T05',
  title: 'Punti interrogativi ripetuti',
  severity: 'errore',
  why: 'Ne basta uno.',
  source: 'Ortografia italiana',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, /(?<![?!])(?=[?!]*\?)[?!]{2,}/g, (_, from, to) =>
      rewrite(from, to, '?', 'Lascia un punto interrogativo solo.'),
    ),
  examples: { bad: ['Hai prenotato??', 'Davvero?!'], good: ['Hai prenotato?'] },
};

/** T06. */
export const suspensionPoints: Rule = {
  id: 'T06',
  title: 'Puntini di sospensione sbagliati',
  severity: 'avviso',
  why: 'I puntini sono tre; in un avviso di solito serve un punto.',
  source: 'Ortografia italiana',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, /(?<!\.)(?:\.{2}|\.{4,})(?!\.)/g, (match, from, to) =>
      rewrite(from, to, match[0].length === 2 ? '.' : '…', 'Lascia un punto solo, o tre puntini.'),
    ),
  examples: { bad: ['Vi aspettiamo....', 'Chiuso lunedì..'], good: ['Vi aspettiamo.', 'Pane, latte...'] },
};

const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['«', '»'],
  ['“', '”'],
];
/** A bracket that closes the name of a list item (`a)`, `1)`) or draws a face. */
const NOT_A_BRACKET = /(?:(?<=^|\s)(?:\d{1,2}|[a-z])\))|[:;=]-?[()]/gm;

function unpaired(text: string, [open, close]: readonly [string, string]): readonly number[] {
  const opened: number[] = [];
  const alone: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === open) opened.push(at);
    else if (character === close && opened.pop() === undefined) alone.push(at);
  }
  return [...alone, ...opened];
}

/** T08. */
export const unpairedBracket: Rule = {
  id: 'T08',
  title: 'Parentesi o virgolette non chiuse',
  severity: 'errore',
  why: 'Senza la compagna non si capisce dove finisce l’inciso.',
  source: 'Ortografia italiana',
  safeFix: false,
  check({ masked }) {
    const text = masked.replace(NOT_A_BRACKET, (match) => ' '.repeat(match.length));
    return PAIRS.flatMap((pair) =>
      unpaired(text, pair).map((at): Hit => {
        const other = text.charAt(at) === pair[0] ? pair[1] : pair[0];
        return {
          from: at,
          to: at + 1,
          message: `Manca ${other}: aggiungila o togli ${text.charAt(at)}.`,
          fixes: [replaceFix(`Togli ${text.charAt(at)}`, at, at + 1, '')],
        };
      }),
    );
  },
  examples: {
    bad: ['La sala (piano terra è chiusa.', 'La sala piano terra) è chiusa.', 'Il film «Rocky è sospeso.'],
    good: ['La sala (piano terra) è chiusa.', '1) carta\n2) vetro', 'Grazie :-)'],
  },
};

/** T10. */
export const slash: Rule = {
  id: 'T10',
  title: 'Barra tra due parole',
  severity: 'suggerimento',
  why: 'La barra lascia a chi legge la scelta tra «e» e «o».',
  source: 'Direttiva 8/5/2002 (parole comuni)',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, /(?<![\p{L}\d/])(?:e\/o|\p{L}{3,}\/\p{L}{3,})(?![\p{L}\d/])/giu, (match, from, to) => {
      const both = /^e\/o$/i.test(match[0]);
      const [first = '', second = ''] = match[0].split('/');
      const choices = both ? ['o', 'e'] : [`${first} o ${second}`, `${first} e ${second}`];
      return {
        from,
        to,
        message: 'Al posto della barra scegli «o» oppure «e».',
        fixes: choices.map((choice) => replaceFix(`Scrivi «${choice}»`, from, to, choice)),
      };
    }),
  examples: { bad: ['Auto e/o moto.', 'Portare carta/cartone.'], good: ['Auto o moto.', 'Limite di 30 km/h.'] },
};

/** T13. */
export const lowerCaseAfterStop: Rule = {
  id: 'T13',
  title: 'Minuscola dopo il punto',
  severity: 'avviso',
  why: 'La maiuscola dice dove comincia la frase.',
  source: 'Ortografia italiana',
  safeFix: true,
  check: ({ masked, sentences }) =>
    sentences.flatMap(({ from, text }) => {
      const afterStop = /[\p{Ll}\d)”»][.!?][ \u00a0]+$/u.test(masked.slice(Math.max(0, from - 6), from));
      const [letter = ''] = text;
      const capital = letter.toUpperCase();
      if (!afterStop || !/^\p{Ll}{2,}(?!\p{L})/u.test(text) || capital === letter || capital.length !== letter.length)
        return [];
      return [rewrite(from, from + letter.length, capital, 'Comincia la frase con la maiuscola.')];
    }),
  examples: {
    bad: ['Il parco è chiuso. riapre lunedì.'],
    good: [
      'Il parco è chiuso. Riapre lunedì.',
      'Vedi art. sette.',
      'Paga online. pagoPA è attivo.',
      'In piazza p.v. e in sala.',
    ],
  },
};
