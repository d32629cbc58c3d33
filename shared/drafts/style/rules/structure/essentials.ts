import type { Fix } from '#shared/drafts/style/engine/finding.ts';
import { flag } from '#shared/drafts/style/engine/patterns.ts';
import { type Hit, type Rule, replaceFix } from '#shared/drafts/style/engine/rule.ts';
import { foldText } from '#shared/kernel/text.ts';

const WHEN =
  /(?<!\p{L})(?:(?:ore|entro|fino al?|dal|dalle|alle|dall['’])\s*\d|domenica|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|oggi|domani|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|tutto l['’]anno|da subito)/iu;

const whole = (message: string, fixes: readonly Fix[] = []): readonly Hit[] => [{ from: 0, to: 0, message, fixes }];

/** S02. */
export const whenMissing: Rule = {
  id: 'S02',
  title: 'Manca il quando',
  severity: 'avviso',
  why: 'Chi, che cosa, dove, come, quando: senza il quando l’avviso non serve.',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura',
  safeFix: false,
  check: ({ masked, dates }) =>
    dates.length > 0 || WHEN.test(masked) ? [] : whole('Non trovo una data o un’ora: aggiungila.'),
  examples: {
    bad: ['La biblioteca resta chiusa.'],
    good: ['La biblioteca resta chiusa lunedì 30 novembre.', 'Aperto dalle 9.'],
  },
};

const WHERE =
  /(?<!\p{L})(?:via|vie|viale|piazz\p{L}+|corso|largo|vicolo|strad\p{L}+|ponte|parc\p{L}+|giardin\p{L}+|sal[ae]|scuol\p{L}+|nido|bibliotec\p{L}+|municipio|comune|uffici\p{L}*|anagrafe|sportell\p{L}+|palestr\p{L}+|piscin\p{L}+|teatro|auditorium|chiesa|cimiter\p{L}+|quartier\p{L}+|frazion\p{L}+|territorio|zon[ae]|centr\p{L}+|online|sito|portale|app|impiant\p{L}+|farmaci\p{L}+|ospedale|distretto|casa|case|domicilio|raccolta)(?!\p{L})/iu;

/** S03. */
export const whereMissing: Rule = {
  id: 'S03',
  title: 'Manca il dove',
  severity: 'suggerimento',
  why: 'Chi, che cosa, dove, come, quando: senza il dove qualcuno resta a casa.',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura',
  safeFix: false,
  check({ masked, context }) {
    const named = context.municipality !== '' && foldText(masked).includes(foldText(context.municipality));
    return named || WHERE.test(masked) ? [] : whole('Non trovo un luogo: aggiungilo se serve.');
  },
  examples: {
    bad: ['L’incontro è lunedì 30 novembre alle 20.30.'],
    good: ['L’incontro è lunedì 30 novembre alle 20.30 in municipio.', 'Lunedì festa a Valdombra.'],
  },
};

/** A full stop before a space ends it, or the question or exclamation mark itself; the dots of hours and numbers do not. */
const FIRST_SENTENCE = /^\s*((?:[^\n.!?]|\.(?=\S)){10,200}(?:[!?](?=\s)|(?=\.\s)))\.?\s*/;

/** The first sentence on a line of its own, and the name of the request: whichever is short enough to be the title. */
function titleFixes(text: string, name: string | undefined, longest: number): readonly Fix[] {
  const fixes: Fix[] = [];
  const fits = (title: string): boolean => title !== '' && title.length <= longest && !/[*_~`\n]|https?:/.test(title);
  const offer = (title: string, to: number, after: string): void => {
    fixes.push(replaceFix(`Usa «${title}» come titolo`, 0, to, `*${title}*${after}`));
  };
  const sentence = FIRST_SENTENCE.exec(text);
  const first = sentence?.[1]?.trim() ?? '';
  if (sentence && fits(first) && text.slice(sentence[0].length).trim() !== '') offer(first, sentence[0].length, '\n');
  const title = name?.trim() ?? '';
  const isThere = foldText(text).startsWith(foldText(title));
  if (fits(title) && !isThere && text.trim() !== '') offer(title, text.length - text.trimStart().length, '\n');
  return fixes;
}

/** S04. */
export const titleMissing: Rule = {
  id: 'S04',
  title: 'Manca un titolo breve in prima riga',
  severity: 'suggerimento',
  why: 'La prima riga è quella che si legge nella notifica del telefono.',
  source: 'AgID, Guida al linguaggio della PA, Stile di scrittura (vai dritto al punto)',
  parameters: ['maximumTitleLength'],
  safeFix: false,
  check({ text, context, parameters: { maximumTitleLength } }) {
    const [first = '', ...rest] = text.trim().split('\n');
    if (first.length <= maximumTitleLength && rest.length > 0) return [];
    return whole(
      `Comincia con una riga di titolo, al massimo ${maximumTitleLength} caratteri, poi vai a capo.`,
      titleFixes(text, context.title, maximumTitleLength),
    );
  },
  examples: {
    bad: ['La biblioteca di viale Po resta chiusa lunedì 30 novembre per inventario e riapre martedì 1° dicembre.'],
    good: ['*Biblioteca chiusa il 30 novembre*\nRiapre martedì 1° dicembre.'],
  },
};

/** S08. */
export const senderMissing: Rule = {
  id: 'S08',
  title: 'Manca il nome dell’ente',
  severity: 'suggerimento',
  offByDefault: true,
  why: 'Un messaggio inoltrato perde il mittente: il nome nel testo resta.',
  source: 'Riconoscibilità dell’ente',
  safeFix: false,
  check({ text, context }) {
    const { municipality } = context;
    if (municipality === '' || foldText(text).includes(foldText(municipality))) return [];
    const signature = `Comune di ${municipality}`;
    return [
      {
        from: text.length,
        to: text.length,
        message: `Aggiungi il nome dell’ente: ${signature}.`,
        fixes: [replaceFix('Firma in fondo', text.length, text.length, `\n${signature}`)],
      },
    ];
  },
  examples: { bad: ['Domani parco chiuso.'], good: ['Domani parco chiuso. Comune di Valdombra'] },
};

/** S12. */
export const placeholder: Rule = {
  id: 'S12',
  title: 'Testo da completare',
  severity: 'errore',
  why: 'Un segnaposto rimasto nel testo arriva a tutti i cittadini.',
  source: 'Procedura P35',
  safeFix: false,
  check: ({ masked }) =>
    flag(
      masked,
      /\[[^\]\n]{0,40}\](?!\()|\{\{?[^}\n]{0,40}\}?\}|(?<![\p{L}\d])(?:[Xx]{3,}|(?<=(?:ore|il|alle|giorno)\s)XX(?!\s+secolo))(?![\p{L}\d])|_{4,}|\.{6,}|(?<![\p{L}\d])(?:TODO|DA COMPLETARE|da completare|lorem ipsum|gg\/mm(?:\/aa(?:aa)?)?|hh[.:]mm)(?![\p{L}\d])|\?\?\?+/gu,
      'Completa il testo o togli il segnaposto.',
    ),
  examples: {
    bad: ['Incontro il [data] in sala.', 'Chiuso il gg/mm/aaaa.', 'Referente: ____', 'Ore XX in sala {{luogo}}.'],
    good: ['Incontro il 24 novembre in sala.', 'Mostra sul XX secolo in sala.'],
  },
};
