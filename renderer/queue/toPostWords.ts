/** The e-mails to be sent in words. Pure. */

import { plural } from '#shared/kernel/text.ts';
import type { ToPost } from '#shared/queue/toPost.ts';

const PURPOSES: Readonly<Record<ToPost['purpose'], string>> = {
  missing: 'chiede all’ufficio quello che manca',
  duplicate: 'dice all’ufficio che l’avviso c’è già',
  notNeeded: 'dice all’ufficio che l’avviso non si fa',
  forward: 'chiede al capo settore di decidere',
  answer: 'risponde a chi ha scritto alla casella',
  contractor: 'chiede alla ditta di inviare l’avviso',
};

/** What an e-mail is for: `chiede alla ditta di inviare l’avviso`. */
export const purposeWords = ({ purpose }: Pick<ToPost, 'purpose'>): string => PURPOSES[purpose];

/** What happened to one that left by itself and not well, and what it means (P66). */
const TROUBLES: Readonly<Record<Exclude<ToPost['state'], 'toPost'>, { readonly chip: string; readonly what: string }>> =
  {
    partial: { chip: 'non per tutti', what: 'Il server l’ha presa, ma non per tutti.' },
    refused: { chip: 'rifiutata', what: 'Il server non l’ha voluta: non l’ha avuta nessuno.' },
    bounced: {
      chip: 'tornata indietro',
      what: 'Il server l’ha presa, poi è tornata indietro: qualcuno non l’ha avuta.',
    },
    uncertain: {
      chip: 'incerta',
      what: 'Il collegamento si è interrotto mentre partiva: non sappiamo se il server l’ha presa. Guarda nella casella o chiedi a chi la aspetta; se riparte e la prima era arrivata, arriva due volte.',
    },
  };

/** The sign of an e-mail that waits for a person. */
export const chipOf = ({ state }: Pick<ToPost, 'state'>): string =>
  state === 'toPost' ? 'da spedire' : TROUBLES[state].chip;

/** What happened to one that left by itself: line by line, who did not get it by address; nothing of one to send by hand. */
export function troubleLines({ state, why, missed }: Pick<ToPost, 'state' | 'why' | 'missed'>): readonly string[] {
  if (state === 'toPost') return [];
  const reasons = missed.map(({ address, why: reason }) => `${address}: ${reason}.`);
  return [TROUBLES[state].what, ...(why === null ? [] : [`Motivo: ${why}.`]), ...reasons];
}

/** Where an e-mail was found of which nobody knew whether it had left. */
export const FOUND_WORDS = {
  copy: 'la sua copia è nella posta inviata',
  report: 'ne parla una ricevuta',
  answer: 'qualcuno le ha risposto',
} as const;

/** What looking in the mailbox came to: what it proves, or that a person decides. */
export function sayFound({
  found,
  isSettled,
}: {
  readonly found: keyof typeof FOUND_WORDS | null;
  readonly isSettled: boolean;
}): string {
  if (found !== null) return `Il server l’aveva presa: ${FOUND_WORDS[found]}.`;
  return isSettled
    ? 'Adesso si sa com’è andata: guardala di nuovo.'
    : 'Nella casella non c’è niente che lo provi: né una copia nella posta inviata, né una ricevuta. Decidi tu, dopo avere chiesto a chi la aspetta.';
}

/** The words for letting it leave again. */
export const againWords = ({ state }: Pick<ToPost, 'state'>): string =>
  state === 'partial' ? 'Rispedisci a chi manca' : 'Rispedisci';

/** `Da spedire: 1 e-mail`. */
export const sayToPost = (count: number): string => `Da spedire: ${plural(count, 'e-mail', 'e-mail')}`;
