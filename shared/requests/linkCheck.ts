import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { isOneOfHosts, parseWebAddress } from '#shared/text/addresses.ts';
import { newsCardSchema } from './news/card.ts';
import { pageMarkSchema } from './news/mark.ts';
import { pageSaysSchema } from './news/says.ts';

/** What came of opening the link of a request (P22). `unverified` is never shown as green. */
const LINK_OUTCOMES = ['reachable', 'notFound', 'moved', 'failing', 'unverified'] as const;

/** What was read in a page that answered: its card, its mark, and the days, hours and places it names (P22). */
export const lookedPageSchema = z.object({
  /** Null = citizens see no card. */
  card: newsCardSchema.nullable(),
  /** Null = too little to tell later whether it changed. */
  mark: pageMarkSchema.nullable(),
  says: pageSaysSchema,
});
export type LookedPage = z.infer<typeof lookedPageSchema>;

/** One look at a link: when, what came of it, and the title of the page when it was read. */
export const linkCheckSchema = z.object({
  link: z.string(),
  outcome: z.enum(LINK_OUTCOMES),
  /** Status code of the last answer, null without one. */
  status: z.int().nullable(),
  title: z.string().nullable(),
  /** Where the link led in the end, when elsewhere. */
  leadsTo: z.string().nullable(),
  checkedAt: instantSchema,
  /** Absent where no page was read, and in looks of before. */
  page: z.exactOptional(lookedPageSchema),
  /** Of another institution: the app opens only the town's own site. */
  foreign: z.exactOptional(z.literal(true)),
});
export type LinkCheck = z.infer<typeof linkCheckSchema>;

const SHORTENERS = [
  'bit.ly',
  'tinyurl.com',
  'goo.gl',
  'ow.ly',
  'is.gd',
  'cutt.ly',
  't.co',
  'rb.gy',
  'lnkd.in',
  'aka.ms',
];
const HOME_PATH = /^\/?(?:(?:it|home|index\.(?:html?|php|aspx?)|homepage)\/?)?$/i;

/** Whether a link may be the news item of a notice (P11, P22), before anybody opens it. */
export function judgeLink(link: string, hosts: readonly string[]): Result<void, Problem> {
  const address = parseWebAddress(link);
  if (!address) {
    return problem({
      code: 'link-broken',
      what: 'Il link non è un indirizzo completo.',
      remedy: 'Copia l’indirizzo dalla barra del browser, con la notizia aperta.',
    });
  }
  if (isOneOfHosts(address.host, SHORTENERS)) {
    return problem({
      code: 'link-shortened',
      what: 'Il link è accorciato: il cittadino non vede dove porta.',
      remedy: 'Apri il link e copia l’indirizzo della notizia.',
    });
  }
  if (!isOneOfHosts(address.host, hosts)) {
    return problem({
      code: 'link-foreign',
      what: `Il link porta a «${address.host}», che non è il sito del Comune.`,
      remedy:
        'Chiedi all’ufficio di pubblicare la notizia sul sito e di mandare quel link. Se è la pagina di un altro ente (azienda sanitaria, Regione, acquedotto), guardala e scrivi perché va bene.',
    });
  }
  if (HOME_PATH.test(address.path)) {
    return problem({
      code: 'link-home',
      what: 'Il link porta alla pagina iniziale, non alla notizia.',
      remedy: 'Cerca la notizia sul sito e copia il suo indirizzo.',
    });
  }
  return ok(undefined);
}

/** What a person reads about a check: `raggiungibile`, `la pagina risponde «non trovata»`… and whether it is in order. */
export function sayLinkCheck(check: LinkCheck | null): { readonly inOrder: boolean; readonly words: string } {
  switch (check?.outcome) {
    case 'reachable':
      return { inOrder: true, words: check.title ? `raggiungibile: «${check.title}»` : 'raggiungibile' };
    case 'notFound':
      return { inOrder: false, words: 'la pagina risponde «non trovata»' };
    case 'moved':
      return { inOrder: false, words: `la pagina si è spostata: ${check.leadsTo ?? 'altrove'}` };
    case 'failing':
      return { inOrder: false, words: 'il sito non risponde' };
    case 'unverified':
      if (check.foreign) return { inOrder: false, words: 'non verificato: è di un altro ente, apri tu la pagina' };
      return { inOrder: false, words: 'non verificato: manca la rete' };
    default:
      return { inOrder: false, words: 'non ancora verificato' };
  }
}
