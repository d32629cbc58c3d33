import type { CheckContext } from '#shared/drafts/style/engine/context.ts';
import type { Fix } from '#shared/drafts/style/engine/finding.ts';
import { isHomePage, isShortened } from '#shared/drafts/style/engine/links.ts';
import { type Hit, type Rule, replaceFix } from '#shared/drafts/style/engine/rule.ts';
import { isOneOfHosts, parseWebAddress } from '#shared/text/addresses.ts';
import type { WrittenLink } from '#shared/text/mask.ts';

const on = ({ from, to }: WrittenLink, message: string): Hit => ({ from, to, message });

/** The link of the request at the end of the text, where it is one of the site. */
function linkFix(text: string, { link, hosts }: CheckContext): readonly Fix[] {
  const address = link ? parseWebAddress(link) : undefined;
  if (!link || !address || !isOneOfHosts(address.host, hosts)) return [];
  const end = text.trimEnd().length;
  return [
    replaceFix('Aggiungi in fondo «Leggi la notizia» con il link', end, text.length, `\n\nLeggi la notizia:\n${link}`),
  ];
}

/** L01. */
export const linkMissing: Rule = {
  id: 'L01',
  title: 'Manca il link alla notizia sul sito',
  severity: 'errore',
  why: 'L’avviso riassume una notizia pubblicata: chi vuole i particolari deve poterla aprire.',
  source: 'Procedura P11; AgID, Social e newsletter',
  safeFix: false,
  check: ({ text, links, context }) =>
    links.some((link) => isOneOfHosts(link.host, context.hosts))
      ? []
      : [
          {
            ...{ from: text.length, to: text.length, fixes: linkFix(text, context) },
            message: 'Aggiungi il link diretto alla notizia pubblicata sul sito.',
          },
        ],
  examples: {
    bad: ['Lunedì 30 novembre la biblioteca è chiusa.', 'Tutto su https://comune.valdombra.example.truffa.com/x'],
    good: ['Lunedì 30 novembre la biblioteca è chiusa. https://www.comune.valdombra.example/novita/biblioteca'],
  },
};

/** L02. */
export const severalLinks: Rule = {
  id: 'L02',
  title: 'Più di un link',
  severity: 'avviso',
  why: 'Con un link solo si sa dove andare; WhatsApp mostra l’anteprima del primo.',
  source: 'Procedura P11',
  safeFix: false,
  check: ({ links }) => links.slice(1).map((link) => on(link, 'Lascia un link solo, quello della notizia.')),
  examples: {
    bad: ['Info https://www.comune.valdombra.example/a/1 e https://www.comune.valdombra.example/a/2'],
    good: ['Info https://www.comune.valdombra.example/a/1'],
  },
};

/** L03. */
export const foreignLink: Rule = {
  id: 'L03',
  title: 'Link a un sito non istituzionale',
  severity: 'errore',
  why: 'Il Comune risponde di ciò a cui manda i cittadini.',
  source: 'Procedura P22',
  safeFix: false,
  check: ({ links, context }) =>
    links
      .filter((link) => !isOneOfHosts(link.host, context.hosts) && !isShortened(link))
      .map((link) =>
        on(link, `${link.host} non è un sito dell’ente: metti il link alla notizia sul sito istituzionale.`),
      ),
  examples: {
    bad: ['Info: https://www.valdombra-eventi.com/x', 'Info: https://www.comune.valdombra.example.com/x'],
    good: ['Info: https://www.comune.valdombra.example/x', 'Info: https://servizi.comune.valdombra.example/x'],
  },
};

/** L04. */
export const shortenedLink: Rule = {
  id: 'L04',
  title: 'Link accorciato',
  severity: 'errore',
  why: 'Chi legge non vede a quale sito porta, come nelle truffe.',
  source: 'Procedura P22',
  safeFix: false,
  check: ({ links }) => links.filter(isShortened).map((link) => on(link, 'Metti il link completo della notizia.')),
  examples: { bad: ['Info: https://bit.ly/3xYz'], good: ['Info: https://www.comune.valdombra.example/x'] },
};

/** L07. */
export const homePageLink: Rule = {
  id: 'L07',
  title: 'Link alla pagina iniziale invece che alla notizia',
  severity: 'avviso',
  why: 'Dalla pagina iniziale la notizia va cercata.',
  source: 'Procedura P22',
  safeFix: false,
  check: ({ links, context }) =>
    links
      .filter((link) => isOneOfHosts(link.host, context.hosts) && isHomePage(link))
      .map((link) => on(link, 'Porta alla pagina iniziale: metti il link della notizia.')),
  examples: {
    bad: ['Info: https://www.comune.valdombra.example/'],
    good: ['Info: https://www.comune.valdombra.example/novita/123'],
  },
};

/** L12. */
export const fileLink: Rule = {
  id: 'L12',
  title: 'Link diretto a un file',
  severity: 'avviso',
  why: 'Un file si apre male sul telefono e non dice il contesto: quello sta nella notizia.',
  source: 'Procedura P11',
  safeFix: false,
  check: ({ links }) =>
    links
      .filter((link) => /\.(?:pdf|docx?|xlsx?|pptx?|zip|p7m|od[ts]|rtf|jpe?g|png)(?:[?#]|$)/i.test(link.url))
      .map((link) => on(link, 'Metti il link della notizia, non del file.')),
  examples: {
    bad: ['https://www.comune.valdombra.example/avviso.pdf'],
    good: ['https://www.comune.valdombra.example/avviso'],
  },
};
