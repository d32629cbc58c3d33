import { RAW_ADDRESS } from '#shared/text/addresses.ts';
import { matchesOf } from '#shared/text/plainForm.ts';
import { date, month, WEEKDAY_NAME, WEEKDAY_SHORT } from './words.ts';

const DAY_NAME = `(?:${WEEKDAY_SHORT})[a-zìí]{0,8}\\.?`;
const FAMOUS =
  '(?:25 aprile|(?:1°?|primo) maggio|2 giugno|4 novembre|20 settembre|8 settembre|24 maggio|8 marzo|[ivx]{1,6}°? [a-z]{5,9})';

/** Stretches that look like dates and are not, beside addresses of the web: streets, telephones, protocol numbers, prices, opening days, the past. */
const MASKS: readonly RegExp[] = [
  /(?<![^\s<>@])[^\s<>@]{1,64}@[^\s<>@]{1,255}/g,
  /(?<![\w.-])[\w.-]{1,100}\.(?:pdf|docx?|odt|xlsx?|ods|jpe?g|png|p7m|zip|eml|msg)\b/g,
  new RegExp(
    `\\b(?:via|viale|v\\.le|vicolo|strada|largo|corso|c\\.so)\\s(?:(?:dei|degli|delle|del|della)\\s)?(?:${date('street')}|[ivx]{1,6}°?)\\s${month('streetMonth')}(?:[ ,]{1,3}(?:n\\.?\\s?)?\\d{1,4}(?!\\d))?`,
    'g',
  ),
  new RegExp(
    `\\b(?:piazza|piazzale|piazzetta|p\\.?zza|scuola|parco|sala|plesso|teatro|rione|quartiere)\\s${FAMOUS}(?!\\s(?:19|20)\\d\\d)`,
    'g',
  ),
  /\b(?:tel|telefono|fax|cell|cellulare|int|interno)\b\.?:?\s?[ \d./+-]{1,40}/g,
  /\b(?:n|nr|num|numero|prot|protocollo|delibera|determina|determinazione|ordinanza|decreto|pratica|pag|art)\b\.?\s?(?:n\.?°?\s?)?\d{1,7}\s?\/\s?\d{1,4}(?![\d/])/g,
  /€\s?\d{1,9}(?:[.,]\d{1,2})?|\beuro\s\d{1,9}(?:[.,]\d{1,2})?|\b\d{1,9}(?:[.,]\d{1,2})?\s?(?:€|euro\b)/g,
  /\bh?24\s?(?:h|ore)?\s?\/\s?7\b|\b\d{1,2}\s?[/-]\s?\d{1,2}\s(?:ore|h)\b(?!\.?\s?\d)/g,
  /\b(?:fino )?ad oggi\b|\ba tutt'oggi\b|\bgiorno d'oggi\b|\bsubito (?:dopo|prima)\b/g,
  /\b(?:l'altro )?ieri\b(?: (?:mattina|pomeriggio|sera))?/g,
  new RegExp(
    `\\b${WEEKDAY_NAME}(?:\\s\\d{1,2})?(?:\\s${month('pastMonth')})?\\s(?:scors[oa]|precedente|successiv[oa]|seguente|u\\.\\s?s\\.?)`,
    'g',
  ),
  new RegExp(`\\bscors[oa]\\s(?:${WEEKDAY_NAME}|settimana|\\d{1,2}\\s${month('lastMonth')})`, 'g'),
  new RegExp(`(?<!\\d)\\d{1,2}(?:\\s${month('endedMonth')})?\\s(?:u\\.\\s?s\\.|scorso)`, 'g'),
  new RegExp(
    `\\b(?:dal(?:la)?|da)\\s${WEEKDAY_NAME}\\s(?:al(?:la)?|a)\\s${WEEKDAY_NAME}(?!\\s?\\d{1,2}(?:[^\\d.:,/-]|$))`,
    'g',
  ),
  new RegExp(`\\b${DAY_NAME}\\s?[-–/]\\s?${DAY_NAME}(?![a-zà-ü])`, 'g'),
  new RegExp(
    `\\b(?:ogni|tutti i|tutte le|nei giorni di|solo il|il)\\s${WEEKDAY_NAME}(?!\\s{1,2}(?:\\d|prossim|p\\.\\s?v))(?:(?:,| e)\\s(?:il\\s)?${WEEKDAY_NAME}){0,6}`,
    'g',
  ),
  /\b(?:inizio|fine|metà)\s(?:della\s)?(?:(?:prossima\s)?settimana(?:\sprossima)?)/g,
];

const WEB_ADDRESS = new RegExp(RAW_ADDRESS, 'giu');
/** All of them at once: one walk through the text. */
const ANY_MASK = new RegExp(MASKS.map((mask) => mask.source).join('|'), 'g');

/** Marks in `occupied`, one cell a character, what in `plain` (see `plainForm`) can never be a date. */
export function maskNonDates(plain: string, occupied: Uint8Array): void {
  for (const pattern of [WEB_ADDRESS, ANY_MASK]) {
    for (const match of matchesOf(pattern, plain)) occupied.fill(1, match.index, match.index + match[0].length);
  }
}
