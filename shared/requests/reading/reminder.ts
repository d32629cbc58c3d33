import { plainForm } from '#shared/text/plainForm.ts';

const SUBJECT = /^\W*(?:(?:r|re|i|fw|fwd)\s*:\s*)*(?:secondo |ulteriore |ennesimo )?sollecit[oi]\b/;
const ASKS_AGAIN =
  /\b(?:sollecit(?:o|iamo|are|ando)|(?:avete|ci sono|hai) (?:avuto )?(?:delle )?(?:novit[àa]|notizie|aggiornamenti)|a che punto|in attesa di (?:un )?(?:vostro )?(?:riscontro|risposta)|(?:attend(?:o|iamo)|aspett(?:o|iamo)) (?:ancora |un |vostro |la vostra |cortese )*(?:riscontro|risposta|notizie)|non (?:ho|abbiamo) (?:pi[uù] |ancora )?(?:ricevuto|avuto) (?:notizie|risposta|riscontro)|che fine ha fatto|avete (?:poi )?(?:visto|ricevuto|letto) (?:la|il|quella|quello))\b/;
const ABOUT =
  /\b(?:richiest[ae]|avvis[oi]|messaggi[oa]?|e-?mail|mail|notizia|comunicazione|invio|riscontro|in merito)\b/;
/** A reminder is short; what is longer says something of its own. */
const MOST_WORDS = 70;

/** Whether somebody only asks what became of something asked before: it goes with that, and asks for nothing new (R41). */
export function isReminder(subject: string, text: string): boolean {
  const [head, body] = [plainForm(subject), plainForm(text)];
  if (body.split(/\s+/).filter(Boolean).length > MOST_WORDS) return false;
  return SUBJECT.test(head) || (ASKS_AGAIN.test(body) && ABOUT.test(`${head}\n${body}`));
}
