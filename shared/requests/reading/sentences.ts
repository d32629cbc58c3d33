import { ADDRESS_START } from '#shared/text/addresses.ts';
import { date, month, TIME_AFTER, weekday, yearAfterDigits, yearAfterName } from '#shared/text/dates/words.ts';
import { plainForm } from '#shared/text/plainForm.ts';
import { labelKind } from './labels.ts';
import { isRule, linesOf } from './lines.ts';

/** A sentence or a line of a message and what it is for. */
export interface MailSentence {
  readonly from: number;
  readonly to: number;
  /** `content`: words for the citizens, as far as one can tell; the others speak to the desk. */
  readonly role: 'content' | 'greeting' | 'instruction' | 'link' | 'label' | 'rule';
}

const GREETING =
  /^\W{0,3}(?:buon ?giorno|buona ?sera|buon pomeriggio|salve|ciao|(?:gentil[ei]|car[ieoa])\b(?! (?:con)?cittadin| genitor| utent| famigli| ragazz| student)|gent\.|egregi[oa]?|spett|all'attenzione|alla c\.a\.|alla cortese|a tutti)(?:[^.:!?]{0,60})$/;
const INSTRUCTION =
  /\b(?:si chiede|chied(?:iamo|o|e|ere|endo)|richied(?:iamo|o|e)|(?:vi|ti|le) preg|si prega|prego|pregasi|cortesemente|gentilmente|cortesia|potete|potreste|potresti|vorremmo|vorrei|avremmo bisogno|abbiamo bisogno|(?:è|e') possibile|sarebbe possibile|(?:da|per) (?:inviare|pubblicare|spedire|mandare)|invi(?:are|arlo|arla|ate|atelo|o)\b|l'invio|pubblicar(?:e|lo|la)|diffonder(?:e|lo|la)|mandar(?:e|lo|la)|mandat(?:e|elo|ela)|(?:far|fate) girare|girate|whats ?app|messaggio|bozza|testo|in allegato|si allega|allego|alleghiamo|inoltro|inoltriamo|trasmett(?:o|iamo)|segnal(?:o|iamo)\b|come da accordi|come concordato|(?:fate|fa)(?:mi|ci) sapere|confermat[ei]|attendiamo|attendo|resto a|restiamo a|notizia (?:è|e'|verr|sar|uscir|sul|si trova|pubblicata|online|già|gia)|(?:link|pagina|articolo) (?:è|e'|della|alla|del|al|da|diretto|sul)|(?:è|e') (?:già |gia )?(?:online|stata pubblicata|pubblicata|on line)|grazie)/;
const ONLY_LINK = new RegExp(`^\\W*<?${ADDRESS_START}\\S+$`);
/** `Notizia: https://…`: where the desk finds the news, not words for the citizens. */
const NAMED_LINK = new RegExp(
  `^\\W*(?:link|qui|ecco|notizia|news|pagina|sito|articolo)(?:[^:\\n]{0,20}:|[^\\n:]{0,20}\\s)\\s*<?${ADDRESS_START}\\S+$`,
);

/** A line that tells the desk where the news is. */
export const isNamedLink = (line: string): boolean => NAMED_LINK.test(plainForm(line).trim());

/** A line that is only a day, as a heading above the text to send on it. */
const DATE_HEADING = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:per|entro|in data)\\s)?(?:il\\s)?(?:${weekday('w')}\\s{0,2},?\\s{0,2})?${date('d')}` +
    `(?:\\s{0,2}[/.-]?\\s?${month('m')}(?:${yearAfterName('y')})?|[/.-]\\d{1,2}(?:${yearAfterDigits('yd')})?)(?:\\sp\\.\\s?v\\.?)?${TIME_AFTER}[^\\p{L}\\p{N}]*$`,
  'u',
);

function roleOf(text: string): MailSentence['role'] {
  const plain = plainForm(text).trim();
  if (isRule(plain)) return 'rule';
  const colon = plain.indexOf(':');
  if (colon > 0 && colon < 70 && labelKind(plain.slice(0, colon)) !== undefined) return 'label';
  if (DATE_HEADING.test(plain)) return 'label';
  if (GREETING.test(plain)) return 'greeting';
  if (NAMED_LINK.test(plain)) return 'instruction';
  if (ONLY_LINK.test(plain)) return 'link';
  return INSTRUCTION.test(plain) ? 'instruction' : 'content';
}

/** A request is not longer; a hostile text may be. */
const MOST_LINES = 400;

/** Lines cut at the end of sentences, the first ones of a long text; the dots inside addresses and numbers are not ends. */
export function mailSentencesOf(text: string, from: number, to: number): readonly MailSentence[] {
  return linesOf(text, from, to)
    .slice(0, MOST_LINES)
    .flatMap((line) => {
      const pieces: MailSentence[] = [];
      let start = 0;
      for (const end of [...line.text.matchAll(/[.!?]["'»”]?\s+(?=\p{Lu}|\p{Extended_Pictographic}|["«“])/gu)]) {
        const stop = end.index + end[0].length;
        pieces.push({ from: line.from + start, to: line.from + stop, role: roleOf(line.text.slice(start, stop)) });
        start = stop;
      }
      const rest = line.text.slice(start);
      if (rest.trim() !== '') pieces.push({ from: line.from + start, to: line.to, role: roleOf(rest) });
      return pieces;
    });
}

/** Whether a paragraph speaks to the desk and not to the citizens. */
export function speaksToDesk(paragraph: string): boolean {
  const role = roleOf(paragraph.split('\n', 1)[0] ?? '');
  return role === 'instruction' || role === 'greeting' || role === 'link';
}
