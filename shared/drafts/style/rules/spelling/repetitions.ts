import { hitsOf, likeCase, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import { type Rule, replaceFix } from '#shared/drafts/style/engine/rule.ts';

/** O18. */
export const missingEuphonicD: Rule = {
  id: 'O18',
  title: 'D che manca tra due vocali uguali: a aprile, e è',
  severity: 'suggerimento',
  why: 'Tra due vocali uguali la d aiuta a leggere ad alta voce.',
  source: 'Accademia della Crusca',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(
      masked,
      /(?<![\p{L}'’-])(?:(e)(?=[ \u00a0]+[eèé](?:\p{L}|[ \u00a0]))|(a)(?=[ \u00a0]+a\p{Ll}))/giu,
      (match, from, to) => {
        const right = `${match[0]}d`;
        return match[0] === 'E' || match[0] === 'A' ? undefined : rewrite(from, to, right, `Scrivi «${right}».`);
      },
    ),
  examples: {
    bad: ['Dal parco a aprile.', 'Il campo è pronto e è aperto.'],
    good: ['Ad aprile.', 'Il punto A apre.', 'Pane e olio.'],
  },
};

/** Turns that say the same thing twice, and what remains when the second is taken away. */
const TWICE: readonly (readonly [pattern: string, keep: (match: string) => string])[] = [
  ['ma però', () => 'ma'],
  ['(?:a me mi|a te ti|a lui gli|a lei le|a noi ci|a voi vi|a loro gli)', (match) => match.split(' ').at(-1) ?? ''],
  ['più (?:migliore|peggiore|maggiore|minore|meglio|peggio)', (match) => match.split(/\s+/)[1] ?? ''],
  ['più molto', () => 'di più'],
  ['più poco', () => 'meno'],
  ['attimino', () => 'attimo'],
  ['momentino', () => 'momento'],
  ['abolit[oaie] (?:interamente|completamente)', (match) => match.split(/\s+/)[0] ?? ''],
  ['(?:io|noi|voi) personalmente', (match) => match.split(/\s+/)[0] ?? ''],
  ['(?:esce|escono|uscire) fuori', (match) => match.split(/\s+/)[0] ?? ''],
  ['(?:entra|entrano|entrare) dentro', (match) => match.split(/\s+/)[0] ?? ''],
  ['entrambi e due', () => 'tutti e due'],
  [
    '(?:requisiti|requisito|condizioni|condizione) (?:necessari|necessario|necessarie|necessaria)',
    (match) => match.split(/\s+/)[0] ?? '',
  ],
  ['assolutamente (?:obbligatorio|obbligatoria|vietato|vietata)', (match) => match.split(/\s+/)[1] ?? ''],
  ['(?:prosegue|proseguono|proseguire) avanti', (match) => match.split(/\s+/)[0] ?? ''],
];
const SAID_TWICE = new RegExp(
  `(?<![\\p{L}\\d])(?:${TWICE.map(([pattern]) => `(${pattern})`).join('|')})(?![\\p{L}\\d])`,
  'giu',
);

/** O19. */
export const saidTwice: Rule = {
  id: 'O19',
  title: 'La stessa cosa detta due volte: ma però, a me mi',
  severity: 'avviso',
  why: 'La parola in più non aggiunge niente e a molti suona come un errore.',
  source: 'Uso redazionale',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, SAID_TWICE, (match, from, to) => {
      const keep = TWICE[match.slice(1).findIndex((group) => group !== undefined)]?.[1];
      if (keep === undefined) return undefined;
      const text = likeCase(keep(match[0]), match[0]);
      return { from, to, message: `Basta «${text}».`, fixes: [replaceFix(`Scrivi «${text}»`, from, to, text)] };
    }),
  examples: {
    bad: ['Il parco è chiuso ma però il bar è aperto.', 'Un servizio più migliore.', 'Aspetta un attimino.'],
    good: ['Il parco è chiuso ma il bar è aperto.', 'A me pare giusto.'],
  },
};
