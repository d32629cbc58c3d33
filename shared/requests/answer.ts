import type { MailBody } from '#shared/requests/reading/mailBody.ts';
import type { ReadMail } from '#shared/requests/reading/understand.ts';
import { plainForm } from '#shared/text/plainForm.ts';
import type { Answer } from './facts.ts';

const WORD_END = '(?![\\p{L}])';
const SEND = `(?:inv[iì]|mand|pubblic|diffond|spedi)\\p{L}*${WORD_END}`;
const NOTICE = `(?:richiest[ae]|invio|avvis[oi]|messaggi[oi]?|comunicazion[ei]|notizi[ae])${WORD_END}`;
const TAKE_BACK = '(?:annull|ritir|revoc|sospend|cancell|blocc|ferm|elimin|ignor|cestin)';
const IS = "(?:e'|è|sono|va|vanno)";
const MORE = "pi(?:ù|u'?)";
/** Up to four words or articles between a verb and what it is about: `per favore la nostra`, `l'`. */
const FEW = "(?:[\\p{L},]+\\s+|(?:[dn]e|a)?l+'){0,4}";
const LATER = '(?:ancora|prima|fino|finche|finché|subito|oggi|domani)';

const phrase = (source: string): RegExp => new RegExp(`(?<![\\p{L}])${source}`, 'u');
/** How offices take a request back. What only puts off (`non inviate prima di…`) is none of them. */
const WITHDRAWALS: readonly RegExp[] = [
  phrase(`non\\s+(?:l[oaie]\\s+)?${SEND}(?!\\s+${LATER})`),
  phrase(`${TAKE_BACK}\\p{L}*\\s+${FEW}${NOTICE}`),
  phrase(`${NOTICE}\\s+(?:${IS}\\s+)?(?:stat[ao]\\s+)?(?:da\\s+(?:considerar\\p{L}*\\s+)?)?${TAKE_BACK}`),
  phrase(`non\\s+(?:ci\\s+)?(?:serve|servono|occorre|interessa)\\s+${MORE}`),
  phrase(`non\\s+${IS}\\s+${MORE}\\s+(?:necessari|util|valid|attual|da\\s+inviar)`),
  phrase(`non\\s+c'(?:e'|è)\\s+${MORE}\\s+(?:bisogno|necessit)`),
  phrase('come\\s+non\\s+(?:inviat|ricevut|mandat|pervenut)'),
  phrase('(?:soprassed|lasci\\p{L}{1,6}\\s+perdere)'),
];

/** Whether an answer seems to take the request back (P18). That an event is cancelled is news, no withdrawal. */
export function seemsWithdrawn(words: string): boolean {
  const plain = plainForm(words).replace(/\s+/g, ' ');
  return WITHDRAWALS.some((withdrawal) => withdrawal.test(plain));
}

/** The new words of a mail: what stands quoted below was written before. */
export function ownWords({ layers, working }: MailBody): string {
  const own = layers.filter(({ kind }) => kind === 'own');
  return own.map(({ from, to }) => working.slice(from, to)).join('\n');
}

/** What the app reads in an answer of the office (P17): the first it says of each thing. */
export function answerIn({ proposals }: ReadMail): Answer {
  const dated = proposals.find(({ send }) => send.chosen !== undefined);
  return {
    sendDate: dated?.send.chosen?.date ?? null,
    sendTime: dated?.send.time ?? null,
    link: proposals.find(({ link }) => link !== undefined)?.link?.url ?? null,
    text: proposals.find(({ draft }) => draft !== undefined)?.draft?.text ?? null,
  };
}

/** An answer that says nothing the app could read. */
export const NO_ANSWER: Answer = { sendDate: null, sendTime: null, link: null, text: null };
