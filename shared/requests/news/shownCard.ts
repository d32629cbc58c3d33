/** What is known of the card under a notice: the card, that there is none, or that nobody knows (P22, P66). Pure. */
import type { LinkCheck } from '#shared/requests/linkCheck.ts';
import { pageKey } from '#shared/text/addresses.ts';
import type { NewsCard } from './card.ts';

export type ShownCard =
  | { readonly state: 'card'; readonly card: NewsCard }
  /** `none`: citizens see no card; `unverified`: what they will see is not known. `why` is a sentence. */
  | { readonly state: 'none' | 'unverified'; readonly why: string };

const none = (why: string): ShownCard => ({ state: 'none', why });
const unverified = (why: string): ShownCard => ({ state: 'unverified', why });

/**
 * The card of the first link of a text, by the last look at the link of its request. `written` is that first link, null
 * where the text has none.
 */
export function shownCard(written: string | null, link: string | null, check: LinkCheck | null): ShownCard {
  if (written === null) return none('Nel testo non c’è ancora il link alla notizia.');
  if (link === null || pageKey(written) !== pageKey(link))
    return unverified('Il primo link del testo non è quello dei dati: l’app non l’ha aperto.');
  switch (check?.outcome) {
    case 'reachable':
      if (!check.page) return unverified('L’app non ha letto la pagina: verifica di nuovo il link.');
      return check.page.card
        ? { state: 'card', card: check.page.card }
        : none('La pagina non dice il suo titolo: i cittadini vedono solo il link.');
    case 'notFound':
      return none('La pagina non c’è: i cittadini vedono solo il link.');
    case 'moved':
      return unverified('La pagina si è spostata: correggi il link e verificalo di nuovo.');
    case 'failing':
      return unverified('Il sito non risponde: verifica di nuovo il link più tardi.');
    case 'unverified':
      return check.foreign
        ? unverified('La pagina è di un altro ente: l’app non la apre, guardala tu.')
        : unverified('Manca la rete: verifica di nuovo il link quando torna.');
    default:
      return unverified('Il link non è ancora stato aperto.');
  }
}
