import { flag, hitsOf, wholeWords } from '#shared/drafts/style/engine/patterns.ts';
import { type Rule, replaceFix } from '#shared/drafts/style/engine/rule.ts';
import { withoutTracking } from '#shared/text/addresses.ts';

/** L05. */
export const insecureLink: Rule = {
  id: 'L05',
  title: 'Link http non protetto',
  severity: 'avviso',
  why: 'Con https nessuno può cambiare la pagina lungo la strada.',
  source: 'Procedura P22',
  safeFix: true,
  check: ({ links }) =>
    links
      .filter(({ url }) => /^http:/i.test(url))
      .map(({ from, to }) => ({
        from,
        to,
        message: 'Usa l’indirizzo che comincia con https.',
        fixes: [replaceFix('Metti https', from, from + 4, 'https')],
      })),
  examples: { bad: ['http://www.comune.valdombra.example/x'], good: ['https://www.comune.valdombra.example/x'] },
};

/** L06. */
export const trackedLink: Rule = {
  id: 'L06',
  title: 'Link con parametri di tracciamento',
  severity: 'avviso',
  why: 'Quei parametri seguono chi legge e allungano il link.',
  source: 'Protezione dei dati (GDPR, art. 5)',
  safeFix: true,
  check: ({ links }) =>
    links
      .filter(({ url }) => withoutTracking(url) !== url)
      .map(({ from, to, url }) => ({
        from,
        to,
        message: 'Togli dal link i parametri di tracciamento.',
        fixes: [replaceFix('Togli i parametri', from, to, withoutTracking(url))],
      })),
  examples: {
    bad: [
      'https://www.comune.valdombra.example/x?utm_source=wa&fbclid=9',
      'https://www.comune.valdombra.example/x?id=3&utm_source=wa#orari',
    ],
    good: ['https://www.comune.valdombra.example/x', 'https://www.comune.valdombra.example/x?id=3'],
  },
};

/** L08. */
export const markAfterLink: Rule = {
  id: 'L08',
  title: 'Segno attaccato alla fine del link',
  severity: 'avviso',
  why: 'Su alcuni telefoni il segno entra nel link e la pagina non si apre.',
  source: 'WhatsApp, riconoscimento dei link',
  safeFix: true,
  check: ({ text, links }) =>
    links.flatMap(({ to, rawTo }) => {
      const marks = /^[.,;:!?)\]'’"”»]+/.exec(text.slice(to, rawTo))?.[0].length ?? 0;
      if (marks === 0) return [];
      const end = to + marks;
      return [
        {
          from: to,
          to: end,
          message: 'Togli il segno dopo il link.',
          fixes: [replaceFix('Togli il segno', to, end, '')],
        },
      ];
    }),
  examples: {
    bad: ['Vedi https://www.comune.valdombra.example/x.'],
    good: ['Vedi https://www.comune.valdombra.example/x', '*https://www.comune.valdombra.example/x*'],
  },
};

/** L09. */
export const vagueLinkWords: Rule = {
  id: 'L09',
  title: '«Clicca qui» o «a questo link»',
  severity: 'avviso',
  why: 'Chi usa un lettore di schermo deve sapere dove porta il link prima di aprirlo.',
  source: 'AgID, Guida al linguaggio della PA, Accessibilità',
  safeFix: false,
  check: ({ masked }) =>
    flag(
      masked,
      wholeWords(
        'clicca(?:re|te|ndo)? (?:qui|qua|sul link|sul|sulla)|(?:al|a questo|al seguente|seguente) link|link in bio|premi qui',
      ),
      'Di’ dove porta il link, per esempio «Leggi la notizia:».',
    ),
  examples: {
    bad: ['Per info clicca qui https://www.comune.valdombra.example/x'],
    good: ['Leggi la notizia: https://www.comune.valdombra.example/x'],
  },
};

/** L10. */
export const linkWithoutScheme: Rule = {
  id: 'L10',
  title: 'Link senza https',
  severity: 'suggerimento',
  why: 'Scritto per intero il link si apre su tutti i telefoni.',
  source: 'WhatsApp, riconoscimento dei link',
  safeFix: false,
  check: ({ links }) =>
    links
      .filter(({ url }) => !/^https?:/i.test(url))
      .map(({ from, to }) => ({
        from,
        to,
        message: 'Scrivi il link per intero, con https.',
        fixes: [replaceFix('Metti https', from, from, 'https://')],
      })),
  examples: { bad: ['Info: www.comune.valdombra.example/x'], good: ['Info: https://www.comune.valdombra.example/x'] },
};

/** L11. */
export const brokenLink: Rule = {
  id: 'L11',
  title: 'Link spezzato o scritto male',
  severity: 'errore',
  why: 'Un link spezzato non si apre.',
  source: 'WhatsApp, riconoscimento dei link',
  safeFix: false,
  check: ({ text }) => [
    ...hitsOf(text, /(?<![\p{L}\d])(?:https?:\/\/|www\.)[ \u00a0\n]+(?=[a-z0-9-]+\.)/giu, (match, from, to) => ({
      from,
      to,
      message: 'Il link è spezzato: togli lo spazio.',
      fixes: [replaceFix('Togli lo spazio', from, to, match[0].trimEnd())],
    })),
    ...hitsOf(
      text,
      /(?<![\p{L}\d])(?:https?\/\/|h?t?tps?:\/(?!\/)|https?:(?=www\.)|htt?ps?;\/\/|hhttps?:\/\/|htps?:\/\/)/giu,
      (match, from, to) =>
        /^https?:\/\/$/i.test(match[0])
          ? undefined
          : {
              from,
              to,
              message: 'L’inizio del link è scritto male: correggilo in «https://».',
              fixes: [replaceFix('Scrivi «https://»', from, to, 'https://')],
            },
    ),
  ],
  examples: {
    bad: [
      'Info: https:// www.comune.valdombra.example/x',
      'Info: htps://www.comune.valdombra.example/x',
      'Info: www. comune.valdombra.example',
    ],
    good: ['Info: https://www.comune.valdombra.example/x'],
  },
};
