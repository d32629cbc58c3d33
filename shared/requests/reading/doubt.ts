/** What a short e-mail of a colleague is about, where it does not say that it asks for anything (P10). Pure. */
import { findDates } from '#shared/text/dates/findDates.ts';
import { plainForm } from '#shared/text/plainForm.ts';
import { isOutlookWrapping } from './attachment.ts';
import type { ParsedMail } from './mail.ts';

/** What citizens are told of: roads, water and light, doors that open or close, days that change, things to do. */
const PUBLIC_MATTER =
  /\b(?:strad[ae]|via|viale|piazza|incrocio|ponte|traffico|viabilità|sosta|parcheggi[o]?|marciapied[ei]|ciclabile)\b.{0,60}\b(?:chius|interrott|sospes|vietat|riapert|bloccat|deviat)|\b(?:chius|interrott|sospes|vietat|riapert|deviat)[a-zà]{0,6}\b.{0,60}\b(?:strad[ae]|via|viale|piazza|incrocio|ponte|traffico|sosta|parcheggi[o]?)\b|\b(?:manc(?:a|he|her)[a-zàò]{0,4}|niente|senza)\b.{0,20}\b(?:acqua|luce|corrente|gas|riscaldamento)\b|\b(?:acqua|luce|corrente|gas|idric[ao]|elettric[ao]|raccolta|rifiuti|scuolabus|mensa|sportell[io]|anagrafe|biblioteca|palestra|piscina|museo|cimiter[oi]|municipio|uffici[o]?|ambulatorio|farmacia|mercato|asilo|nido|scuol[ae])\b.{0,80}\b(?:chius|chiud|chiuder|sospes|interru|interrott|apert|apre|aprono|riapr|spostat|rinviat|annullat|prorogat|anticipat|posticipat|passa|cambia|nuov[oi] orari|ritard|scioper)|\b(?:sospensione|interruzione|chiusura|riapertura|proroga|rinvio|annullamento|modifica|sciopero|allerta|disinfestazione|derattizzazione|potatura|asfaltatura|lavaggio)\b|\b(?:mostra|concerto|spettacolo|sagra|fiera|festa|corso|laboratorio|incontro pubblico|assemblea pubblica|consiglio comunale|iscrizioni|bando|contributo|bonus|scadenza|proiezione|camminata|letture|vaccinazion[ei]|donazione|spazzamento|spalaneve|prelievi|mercatino|concorso|pranzo degli anziani)\b/s;
/** Words by which a notice begins. */
const GIVES_NOTICE =
  /\bsi (?:comunica|informa(?:no)?|avvisa(?:no)?|avverte|avvertono|rende noto|segnala|porta a conoscenza|ricorda|invita(?:no)?)\b/;
/** What colleagues write to each other about. */
const INTERNAL =
  /\b(?:riunion[ei]|fattur[ae]|modul[oi]|preventiv[oi]|ferie|turn[oi]|presenze|cedolin[oi]|timbratur[ae]|password|credenziali|formazione|call|videochiamata|verbale|bozza di delibera|determina|protocollare|liquidazione|ordine del giorno|dipendent[ei]|presenza è obbligatoria|sicurezza sul lavoro|colleg[ah]e?)\b/;
const HOLDS_TEXT = /\.(?:pdf|docx?|odt|rtf|txt|pages|png|jpe?g|webp|p7m|eml|msg)$/i;
/** The body of an opaque signed or encrypted mail (RFC 8551). */
const SEALED = /^application\/(?:x-)?pkcs7-mime$/;

/** What somebody says of himself or asks of a colleague. */
const PERSONAL =
  /\b(?:(?:la|ti|lei) invit(?:o|iamo)|sono in|sarò|non ci sono|torno|arriv[oa]|ci vediamo|ci sentiamo|chiam(?:atemi|ami|ate)|passat[ei]|passa(?:re)? (?:da|dal|in)|portineria|computer|stampante|toner|ascensore|pranzo insieme|caffè|in ritardo|confermo|perfetto|permesso|malattia|collegamento|chi (?:c'è|viene|ordina|può))\b/;
const FEWEST_WORDS = 6;
/** A day for relative ones to count from: whether there is one is all that matters here. */
const SOME_DAY = '2000-01-03';
const HOUR = /\b(?:alle|dalle|ore|h)\s?\d/;

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length;

/** Whether it is about something the citizens may be told, and not among colleagues: what a mailbox for notices is for. */
export function isPublicMatter(subject: string, text: string): boolean {
  const plain = plainForm(`${subject}\n${text}`);
  if (INTERNAL.test(plain)) return false;
  if (GIVES_NOTICE.test(plain)) return true;
  const hasMoment = HOUR.test(plain) || findDates(plain, SOME_DAY).length > 0;
  if (!hasMoment) return false;
  return PUBLIC_MATTER.test(plain) || (wordsIn(plain) >= FEWEST_WORDS && !PERSONAL.test(plain));
}

/** Whether it is about the work among colleagues: then a single word of sending says nothing. */
export const isInternal = (subject: string, text: string): boolean => INTERNAL.test(plainForm(`${subject}\n${text}`));

/** Whether it has no words of its own and files that may hold them: signed or wrapped mail, a poster, a document. */
export const hidesText = ({ attachments }: Pick<ParsedMail, 'attachments'>, text: string): boolean =>
  !/\p{L}{3}/u.test(text) &&
  attachments.some((file) => HOLDS_TEXT.test(file.name) || SEALED.test(file.type) || isOutlookWrapping(file));
