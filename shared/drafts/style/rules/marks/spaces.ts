import { hitsOf, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import { type Rule, replaceFix } from '#shared/drafts/style/engine/rule.ts';

/** T01. */
export const doubleSpace: Rule = {
  id: 'T01',
  title: 'Doppio spazio',
  severity: 'avviso',
  why: 'Gli spazi di troppo sul telefono si vedono.',
  source: 'Uso redazionale',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, /(?<=\S)[ \u00a0]{2,}(?=\S)/g, (_, from, to) => ({
      from,
      to,
      message: 'Lascia uno spazio solo.',
      fixes: [replaceFix('Lascia uno spazio', from, to, ' ')],
    })),
  examples: { bad: ['Il parco  è chiuso.'], good: ['Il parco è chiuso.'] },
};

/** T02. */
export const spaceBeforeMark: Rule = {
  id: 'T02',
  title: 'Spazio prima del segno',
  severity: 'errore',
  why: 'In italiano il segno sta attaccato alla parola che precede.',
  source: 'Ortografia italiana',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, /(?<=[\p{L}\p{N}”"»)])[ \u00a0]+(?=[,;!?](?!\))|:(?![)(DPp-])|\.(?![.\d]))/gu, (_, from, to) => ({
      from,
      to,
      message: 'Togli lo spazio prima del segno.',
      fixes: [replaceFix('Togli lo spazio', from, to, '')],
    })),
  examples: { bad: ['Il parco è chiuso .', 'Aperto : sabato.'], good: ['Il parco è chiuso.', 'Grazie :-)'] },
};

/** T03. */
export const noSpaceAfterMark: Rule = {
  id: 'T03',
  title: 'Manca lo spazio dopo il segno',
  severity: 'errore',
  why: 'Senza spazio due parole si leggono come una e WhatsApp può crederle un link.',
  source: 'Ortografia italiana',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, /(?<=\p{L}{2}|\d)[,;!?](?=\p{L})|(?<=[\p{Ll}\d]{2})[.:](?=\p{Lu}\p{Ll}|È\s)/gu, (match, from, to) =>
      rewrite(from, to, `${match[0]} `, 'Metti uno spazio dopo il segno.'),
    ),
  examples: {
    bad: ['Chiuso fino alle 4.30.Ai cittadini si chiede prudenza.', 'Pane,acqua e sale.'],
    good: ['Chiuso fino alle 4.30. Ai cittadini si chiede prudenza.'],
  },
};

/** T07. */
export const spaceAfterApostrophe: Rule = {
  id: 'T07',
  title: 'Spazio dopo l’apostrofo',
  severity: 'errore',
  why: 'L’articolo con l’apostrofo sta attaccato alla parola.',
  source: 'Ortografia italiana',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(
      masked,
      /(?<=(?<!\p{L})(?:l|dell|all|dall|nell|sull|un|d|c|quest|quell))(['’])[ \u00a0]+(?=\p{L})/giu,
      (match, from, to) => rewrite(from, to, match[1] ?? '’', 'Togli lo spazio dopo l’apostrofo.'),
    ),
  examples: { bad: ['L’ ufficio è chiuso.'], good: ['L’ufficio è chiuso.', 'Un po’ di pioggia.'] },
};

/** T09. */
export const spaceInBrackets: Rule = {
  id: 'T09',
  title: 'Spazio dentro le parentesi',
  severity: 'avviso',
  why: 'La parentesi sta attaccata alla parola che racchiude.',
  source: 'Ortografia italiana',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, /\([ \u00a0]+(?=\S)|(?<=[^\s:;])[ \u00a0]+\)/g, (match, from, to) => ({
      from,
      to,
      message: 'Togli lo spazio dentro la parentesi.',
      fixes: [replaceFix('Togli lo spazio', from, to, match[0].trim())],
    })),
  examples: { bad: ['La sala ( piano terra ) è chiusa.'], good: ['La sala (piano terra) è chiusa.'] },
};
