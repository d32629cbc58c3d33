import { plainForm } from '#shared/text/plainForm.ts';
import { findAskedText } from './askedText.ts';
import { labelLines } from './labels.ts';
import type { LinkCandidate } from './links.ts';
import { newsLinks } from './links.ts';

/** Words by which an office asks PuntoSi to tell the citizens something. */
const SEND_NOUN =
  /(?:\bl'|\bdi |\bdell'|\bun |\bper l'|\bdata |\brichiesta |^ {0,10})invio\b(?! (?:in allegato|il |la |i |le |gli ))|\binvio (?:di un|del|dei|messaggi|avvis|whats|richiest|massiv)|\bpubblicazione\b|\bdiffusione\b|\bdivulgazione\b/m;
const SEND_VERB =
  /\b(?:inviare|inviarlo|inviarla|inviate|invia(?:telo|tela)|pubblicare|pubblicarlo|diffondere|divulgare|mandare|mandarlo|spedire|programmare|far uscire|avvisare|informare|ricordare)\b/;
/** Words by which people ask, in a few words, that others be told. */
const TELL =
  /\bfa(?:r(?:e|lo|la)?|te(?:lo|la)?|ccia|cciate) (?:sapere|girare|conoscere|uscire)\b|\b(?:pubblica|diffonde|divulga|manda|avvisa|informa|avverti|mette)te(?:lo|la|li)?\b|\b(?:avvertire|comunicare|segnalare|annunciare|pubblicizzare|promuovere)\b|\bda(?:re|te|ndo|rne|tene) (?:la |una )?(?:massima |ampia |piena )?(?:diffusione|notizia|comunicazione|risalto|visibilità)|\bpotete (?:dire|dirlo|mettere|metterlo)\b|\bmett(?:ere|erlo|iamo|iamolo) (?:fuori|sul|su|nel)\b|\b(?:va|vanno|andrebbe|andrebbero|sia|siano|venga|vengano) (?:avvisat|informat|avvertit|pubblicat|diffus|mess)[oaie]\b|\bricorda(?:re|te|telo)\b|\b(?:per (?:favore|piacere|cortesia)|cortesemente|gentilmente|serv(?:e|irebbe)|ci vuole|vorre(?:i|mmo)) (?:fare |mandare |mettere )?(?:un |l'|il |una |questo |questa )?(?:avviso|messaggi\w{0,4}|comunicazione|post|notizia|promemoria)\b/;
const PEOPLE =
  /\b(?:gente|cittadin[ia]|cittadinanza|popolazione|famigli[ae]|genitori|utent[ei]|utenza|residenti|tutti|iscritti|abitanti|pubblico|anziani|contribuenti|commercianti|persone|paese)\b/;
/** A text that was agreed and is handed over. */
const HANDED_OVER =
  /\b(?:trasmett(?:o|iamo)|invi(?:o|amo)|mand(?:o|iamo)|alleg(?:o|hiamo)|pass(?:o|iamo)|ecco|questo è)\b.{0,40}\b(?:testo|avviso|messaggio|bozza|locandina|comunicato)\b|\bcome (?:da |per )?(?:accordi|concordat[oa]|d'accordo|telefonata|dett[oa]|convenuto)\b/;
const NOTICE =
  /\b(?:messaggio?|avvis[io]|notizi[ae]|comunicazion[ei]|comunicat[oi]|promemoria|news|testo|notific[ah]e?|locandin[ae]|manifest[oi]|volantin[oi]|cittadin[ia]|cittadinanza|utenti|iscritti al servizio)\b/;
const WHATSAPP = /\bwhats ?app\b|\bw(?:app|a)\b|\bsms\b|\bmessaggini?o?\b|\bpunto ?s[iì]\b|\bservizio avvisi\b/;
const SUBJECT_ASKS =
  /\b(?:invio|inviare|pubblicare|pubblicazione|diffusione|messaggio?|avvis[io]|whats ?app|notizi[ae]|news)\b/;
const SUBJECT_SAYS_REQUEST =
  /\brichiest[ae] (?:di |d'|per (?:l')?)?(?:invio|pubblicazione|messaggi|avvis|whats ?app|diffusione|notizi)|\b(?:invio|messaggio|avviso) (?:di un |del |un )?(?:messaggio|avviso|whats ?app|puntosi)|\binvio avvis/;

/** From this much on, a message is taken for a request. */
export const ENOUGH_EVIDENCE = 2;

/** Whether a text is marked as a request: what to send, and when or about which page of the town. */
export function isMarked(text: string, links: readonly LinkCandidate[]): boolean {
  const kinds = new Set(labelLines(text).map((line) => line.kind));
  return kinds.has('text') && (kinds.has('send-date') || newsLinks(links).length > 0);
}

/** How much a text looks like a request to send a notice: labels, words of asking, a link to the institutional site. */
export function requestEvidence(text: string, links: readonly LinkCandidate[]): number {
  const plain = plainForm(text);
  const kinds = new Set(labelLines(text).map((line) => line.kind));
  const asked = SEND_NOUN.test(plain) || SEND_VERB.test(plain) || HANDED_OVER.test(plain);
  let evidence = 0;
  if (kinds.has('send-date')) evidence += 2;
  if (kinds.has('text')) evidence += 2;
  if (newsLinks(links).length > 0) evidence += 2;
  if (asked) evidence += 1;
  if (asked && NOTICE.test(plain)) evidence += 1;
  if (WHATSAPP.test(plain)) evidence += 1;
  if (TELL.test(plain)) evidence += PEOPLE.test(plain) || NOTICE.test(plain) ? 2 : 1;
  const doubtful = asked && evidence < ENOUGH_EVIDENCE;
  if (doubtful && findAskedText(text, 0, text.length, false) !== undefined) evidence += 1;
  return evidence;
}

/** How much a subject says that its message is a request. */
export function subjectEvidence(subject: string): number {
  const plain = plainForm(subject);
  return (
    (SUBJECT_SAYS_REQUEST.test(plain) ? 1 : 0) + (SUBJECT_ASKS.test(plain) ? 1 : 0) + (WHATSAPP.test(plain) ? 1 : 0)
  );
}
