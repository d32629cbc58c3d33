import type { Desk } from '#electron/desk/desk.ts';
import { foldText } from '#shared/kernel/text.ts';
import { type Likely, MOST_LIKELY } from '#shared/requests/otherMail.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { withoutPrefixes } from '#shared/requests/reading/title.ts';
import type { Request } from '#shared/requests/request.ts';
import { readSender } from './sender.ts';
import type { RequestStore } from './store.ts';

/** Words that tell nothing of what a request is about, days and months among them. */
const EMPTY =
  /^(?:\d+|(?:lune|marte|mercole|giove|vener)di|sabato|domenica|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|chiusura|chiusa|chiuso|apertura|buongiorno|grazie|avviso|avvisi|messaggio|messaggi|richiesta|invio|sollecito|whatsapp|testo|bozza|notizia|della|delle|dello|degli|dalla|alla|alle|per|con|una|del|dei|nostra|nostro|vostra|comune|ufficio)$/;
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    foldText(text)
      .split(' ')
      .filter((word) => word.length > 3 && !EMPTY.test(word)),
  );

/** As many words in common tell that two speak of the same thing. */
const FEWEST_SHARED = 2;
/** Of so many decided requests it is remembered that a late e-mail may be about them. */
const MOST_DECIDED = 50;

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length;
}

/** The requests an e-mail may go with (P17, R41): of the same person, or about the same words; the likeliest first. */
export function likelyRequests(desk: Desk, store: RequestStore, mail: ParsedMail): readonly Likely[] {
  const address = mail.from?.address.toLowerCase() ?? '';
  const words = wordsOf(`${withoutPrefixes(mail.subject)} ${mail.text}`);
  const decided = store.rows
    .decided([], { text: '', limit: MOST_DECIDED })
    .rows.flatMap(({ id }) => store.get(id) ?? []);
  const scored = [...store.undecided(), ...decided].flatMap((request: Request) => {
    if (request.joinedInto !== undefined) return [];
    const isSame = address !== '' && readSender(desk, request.sender)?.address.toLowerCase() === address;
    const common = shared(words, wordsOf(request.title));
    if (!isSame && common < FEWEST_SHARED) return [];
    const isOpen = request.state !== 'closed' && request.state !== 'forwarded';
    return [{ request, isSame, score: (isSame ? 10 : 0) + Math.min(common, 9) + (isOpen ? 20 : 0) }];
  });
  return scored
    .toSorted((one, other) => other.score - one.score || (one.request.receivedAt < other.request.receivedAt ? 1 : -1))
    .slice(0, MOST_LIKELY)
    .map(({ request: { id, title, data, state, receivedAt }, isSame }) => ({
      ...{ request: id, title, office: data.office, state, receivedAt },
      why: isSame ? 'stessa persona' : 'stesse parole',
    }));
}
