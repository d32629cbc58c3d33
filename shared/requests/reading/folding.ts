import { foldText } from '#shared/kernel/text.ts';
import { plainForm } from '#shared/text/plainForm.ts';
import { labelKind } from './labels.ts';
import { isRule, type Line, linesOf } from './lines.ts';
import type { MailAddress } from './mail.ts';
import { isNamedLink } from './sentences.ts';

/** A stretch of a message that is not part of what it asks: shown folded, never deleted. */
export interface Fold {
  readonly kind: 'quoted' | 'head' | 'signature' | 'disclaimer';
  readonly from: number;
  readonly to: number;
}

const CLOSING =
  /^\W{0,3}(?:(?:molti |tanti )?(?:cordiali|distinti|cari) salut[io]|un (?:caro |cordiale )?saluto|(?:molti |tanti )?saluti|cordialmente|con i migliori saluti|(?:tante |molte )?grazie(?: mille| infinite| ancora| in anticipo| anticipatamente| per la (?:collaborazione|disponibilit[àa])| dell'attenzione| per l'attenzione| della collaborazione| a tutti)?(?:[ ,.!]*(?:e )?(?:(?:cordiali |distinti )?saluti|buon[ao]? (?:giornata|lavoro|serata)))?|(?:vi |ti |la )?(?:si )?ringrazi(?:o|amo|a|ando)(?: .{0,80})?|buon[ao]? (?:giornata|lavoro|serata|pomeriggio|fine settimana|week-?end)(?: a tutti)?|(?:resto|restiamo|rimango|rimaniamo)(?: .{0,80})?|(?:sono|siamo) a (?:vostra )?disposizione.{0,80}|in attesa (?:di .{0,60})?|a presto|ciao)\W{0,4}$/;
const DEVICE =
  /^\W{0,3}(?:inviato (?:da|dal mio|con|tramite) |sent from my |get outlook for |scarica outlook per |ottieni outlook per ).{2,60}$/;
const PLACE_WORD =
  /\b(?:ufficio|settore|servizio|area|comune di|municipio|sportello|biblioteca|polizia locale|segreteria|assessor|responsabile|istruttore|dirigente|funzionario|tel\b|tel\.|telefono|fax|cell|mob\.|e-?mail|mail:|pec\b|www\.|via |viale |piazza |p\.zza |\d{5} [a-z])|@|\b0\d{1,3}[ ./-]?\d{5,8}\b/;
const OFFICE_LINE =
  /^\W{0,4}(?:l')?(?:ufficio|settore|servizi[oi]?|area|sportello|biblioteca|polizia locale|protezione civile|segreteria|(?:il|la) (?:presidente|segretari[oa]|direttore|direttrice|responsabile|dirigente|sindac[oa]|assessor[ea]|capo ?settore))(?: [^.:!?]{0,60})?$/;
/** One line with name, surname and office, `Giulia Ferrante - Ufficio Cultura`; not a place and its office. */
const NAME_AND_OFFICE =
  /^(?!Palazzo|Sala|Villa|Via|Piazza|Centro|Info)\p{Lu}[\p{L}'’]{1,20}(?: \p{Lu}[\p{L}'’.]{0,20}){1,3} ?[-–—|] ?(?:Ufficio|Settore|Servizio|Area|Segreteria)(?: [^.:!?]{0,60})?$/u;
const DISCLAIMER =
  /^\W{0,4}(?:avvertenz[ae]|avviso di riservatezza|nota di riservatezza|riservatezza|informativa privacy|privacy|ai sensi (?:e per gli effetti )?del|le informazioni (?:contenute|trasmesse)|il contenuto (?:di questa|della presente)|questo messaggio (?:di posta|e-?mail|ed i suoi|e i suoi|è|e'|può|contiene)|questa e-?mail|il presente messaggio|la presente (?:e-?mail|comunicazione)|this (?:e-?mail|message)|confidential|rispetta l'ambiente|prima di stampare|pensa all'ambiente|please consider|p rispetta)/;
const CONFIDENTIAL =
  /riservat|confiden|destinatari|dati personali|privacy|gdpr|erroneamente|per errore|non stampare|stampare|stampa|environment|recipient/;
/** What a mail server puts above e-mails from outside. */
const BANNER =
  /^\W{0,6}(?:attenzione|avviso|caution|warning|external(?: e-?mail| sender)?|esterno|e-?mail esterna|mail esterna|messaggio esterno|mittente esterno)\b.{0,60}(?:estern|external|outside|fuori)|^\W{0,6}(?:non si ricevono spesso|non ricevi spesso|you don't often get|questo messaggio proviene dall'esterno|questa e-?mail proviene da|this (?:e-?mail|message) (?:originated|comes|was sent) from)/;
const BANNER_GOES_ON = /\b(?:link|allegat|mittente|sender|attachment|scopri|learn|sicur|phishing|clic)/;
const BANNER_LINES = 5;
const SIGNATURE_LINES = 14;
const SHORT_LINE = 100;
const SHORT_NAME = 45;
const DISCLAIMER_LINES = 20;
const DEEP_LINK = /https?:\/\/[^\s/]+\/\S{12,}/;

/** A line no signature has: a label of a request, a link to a page, a long sentence. */
function asks(text: string): boolean {
  const colon = text.slice(0, SHORT_LINE).indexOf(':');
  const kind = colon > 0 ? labelKind(text.slice(0, colon)) : undefined;
  if (kind !== undefined && kind !== 'note') return true;
  return isNamedLink(text) || DEEP_LINK.test(text) || (text.length > SHORT_LINE && !PLACE_WORD.test(plainForm(text)));
}

/** Whether the lines from `at` are few and ask for nothing: then the farewell before them ends the message. */
function isSignature(lines: readonly Line[], at: number, most: number): boolean {
  let shown = 0;
  for (const line of lines.slice(at, at + most * 3)) {
    if (line.text.trim() === '') continue;
    shown++;
    if (shown > most || asks(line.text)) return false;
  }
  return lines.length - at <= most * 3;
}

/** The line where the farewell and the signature begin; the number of lines when there is none. */
function signatureLine(lines: readonly Line[], plain: readonly string[]): number {
  for (let at = 0; at < lines.length; at++) {
    const text = plain[at] ?? '';
    if (/^\s*--\s*$/.test(text) && isSignature(lines, at + 1, SIGNATURE_LINES)) return at;
    if (DEVICE.test(text.trim()) && isSignature(lines, at + 1, 2)) return at;
    if (CLOSING.test(text.trim()) && isSignature(lines, at + 1, SIGNATURE_LINES)) return at;
  }
  return namedOffice(lines, plain);
}

/** A signature without a farewell: a last block of short lines that names an office, or with a telephone and address. */
function namedOffice(lines: readonly Line[], plain: readonly string[]): number {
  let at = lines.length;
  while (at > 0 && (plain[at - 1] ?? '').trim() !== '') at--;
  const block = plain.slice(at);
  const telling = block.filter((line) => PLACE_WORD.test(line)).length;
  const short = block.every((line) => line.trim().length <= SHORT_LINE && !/[.!?:]$|https?:/.test(line.trim()));
  const named = block.length <= 3 && block.some((line) => OFFICE_LINE.test(line));
  const signs = (block.length >= 2 && telling >= 2) || named;
  if (at > 0 && signs && short && !block.some(asks)) return at;
  if (lines.length > 1 && NAME_AND_OFFICE.test(lines.at(-1)?.text.trim() ?? '')) return lines.length - 1;
  const last = block.at(-1) ?? '';
  return block.length > 1 && last.length <= SHORT_NAME && OFFICE_LINE.test(last) ? lines.length - 1 : lines.length;
}

/** Whether a message is nothing but a signature: the writer's name, and below it what tells an office. */
function isAllSignature(plain: readonly string[], author: MailAddress | null): boolean {
  const shown = plain.filter((line) => line.trim() !== '');
  const [first = '', ...rest] = shown;
  const signed = rest.length > 0 && nameLine(['', first], author) === 1;
  const isShort = shown.every((line) => line.trim().length <= SHORT_NAME && !/https?:/.test(line));
  return signed && isShort && rest.every((line) => PLACE_WORD.test(line));
}

/** A last line that is only the writer's name; the number of lines when there is none. */
function nameLine(plain: readonly string[], author: MailAddress | null): number {
  const words = foldText(plain.at(-1) ?? '').split(' ');
  const names = new Set(foldText(`${author?.name ?? ''} ${author?.address.split('@')[0] ?? ''}`).split(' '));
  const named = words.length <= 3 && words.every((word) => word.length > 2 && names.has(word));
  return plain.length > 1 && named ? plain.length - 1 : plain.length;
}

/** The line after the warning of the mail server at the head of a message; 0 when there is none. */
function bannerEnd(plain: readonly string[]): number {
  const first = plain.findIndex((line) => line.trim() !== '');
  if (first < 0 || !BANNER.test(plain[first] ?? '')) return 0;
  let at = first + 1;
  while (at < first + BANNER_LINES && BANNER_GOES_ON.test(plain[at] ?? '')) at++;
  return at;
}

function disclaimerLine(plain: readonly string[]): number {
  for (let at = 0; at < plain.length; at++) {
    if (!DISCLAIMER.test((plain[at] ?? '').trim())) continue;
    const previous = (plain[at - 1] ?? '').trim();
    if (at > 0 && previous !== '' && !isRule(previous)) continue;
    const rest = plain
      .slice(at, at + DISCLAIMER_LINES)
      .join(' ')
      .slice(0, 1500);
    if (CONFIDENTIAL.test(rest) && rest.length > 40) return at;
  }
  return plain.length;
}

/** Where the text really ends: dividing lines before a quotation belong to it. */
function trailingRules(lines: readonly Line[], end: number): number {
  let at = end;
  while (at > 0 && ((lines[at - 1]?.text.trim() ?? '') === '' || isRule(lines[at - 1]?.text ?? ''))) at--;
  return at;
}

/** The farewell with the signature, and the notice of confidentiality, of the message by `author` in `text.slice(from, to)`. */
export function foldsOf(text: string, from: number, to: number, author: MailAddress | null): readonly Fold[] {
  const all = linesOf(text, from, to);
  const end = trailingRules(all, all.length);
  const allPlain = all.slice(0, end).map((line) => plainForm(line.text));
  const disclaimer = disclaimerLine(allPlain);
  const lines = all.slice(0, trailingRules(all, disclaimer));
  const plain = allPlain.slice(0, lines.length);
  const signature = isAllSignature(plain, author) ? 0 : Math.min(signatureLine(lines, plain), nameLine(plain, author));
  const folds: Fold[] = [];
  const offsetOf = (at: number): number => all[at]?.from ?? to;
  const banner = bannerEnd(plain);
  if (banner > 0) folds.push({ kind: 'disclaimer', from, to: offsetOf(banner) });
  if (signature < lines.length)
    folds.push({ kind: 'signature', from: offsetOf(signature), to: offsetOf(lines.length) });
  if (disclaimer < end) folds.push({ kind: 'disclaimer', from: offsetOf(disclaimer), to: offsetOf(end) });
  if (end < all.length) folds.push({ kind: 'signature', from: offsetOf(end), to });
  return folds.filter((fold) => text.slice(fold.from, fold.to).trim() !== '');
}
