import { type Day, sayDay } from '#shared/kernel/day.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { type InventedNotice, NOTICES } from './notices.ts';

/** An e-mail of the invented town as the bytes of a file, with the moment it arrives. */
export interface InventedMail {
  /** Name of the file without its ending, and of the Message-ID. */
  readonly name: string;
  readonly arrives: readonly [day: Day, time: string];
  readonly eml: string;
}

/** What an e-mail is written from. */
export interface Letterhead {
  readonly name: string;
  readonly arrives: readonly [day: Day, time: string];
  readonly from: readonly [name: string, address: string];
  readonly subject: string;
  /** Message-ID of the e-mail it answers, without brackets. */
  readonly answers?: string;
  /** Further header lines. */
  readonly headers?: readonly string[];
}

const DOMAIN = 'comune.valdombra.example';
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Address of a mailbox of the invented town. */
export const mailboxOf = (name: string): string => `${name}@${DOMAIN}`;
/** Address of a news item of the invented town. */
export const newsOf = (slug: string): string => `https://www.${DOMAIN}/novita/${slug}`;
/** Message-ID of an e-mail of the invented town, without brackets. */
export const idOf = (name: string): string => `${name}@${DOMAIN}`;

const encoded = (words: string): string => `=?utf-8?B?${Buffer.from(words, 'utf8').toString('base64')}?=`;
const inLines = (text: string): string => Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n');

/** The Date header (RFC 5322) of a moment on the clocks of Rome. */
function dateHeader([day, time]: readonly [Day, string]): string {
  const utc = new Date(instantAt(day, time));
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(utc.getUTCHours())}:${two(utc.getUTCMinutes())}:00`;
  return `${DAYS[utc.getUTCDay()]}, ${two(utc.getUTCDate())} ${MONTHS[utc.getUTCMonth()]} ${utc.getUTCFullYear()} ${clock} +0000`;
}

function headOf({ name, arrives, from, subject, answers, headers = [] }: Letterhead): string[] {
  return [
    `From: ${encoded(from[0])} <${from[1]}>`,
    `To: avvisi@${DOMAIN}`,
    `Subject: ${encoded(subject)}`,
    `Date: ${dateHeader(arrives)}`,
    `Message-ID: <${idOf(name)}>`,
    ...(answers ? [`In-Reply-To: <${answers}>`, `References: <${answers}>`] : []),
    ...headers,
    'MIME-Version: 1.0',
  ];
}

/** A message of one part, `text/plain` or `text/html`. */
export function letter(head: Letterhead, body: string, type: 'plain' | 'html' = 'plain'): InventedMail {
  const lines = [
    ...headOf(head),
    `Content-Type: text/${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    inLines(body),
    '',
  ];
  return { name: head.name, arrives: head.arrives, eml: lines.join('\r\n') };
}

/** A certified message (PEC): the envelope of the provider around the letter of the sender. */
export function certified(head: Letterhead, inner: InventedMail): InventedMail {
  const boundary = '----------=_busta';
  const lines = [
    ...headOf({
      ...head,
      subject: `POSTA CERTIFICATA: ${head.subject}`,
      headers: ['X-Trasporto: posta-certificata', `X-Riferimento-Message-ID: <${idOf(inner.name)}>`],
    }),
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Messaggio di posta certificata',
    `--${boundary}`,
    'Content-Type: message/rfc822; name="postacert.eml"',
    'Content-Disposition: inline; filename="postacert.eml"',
    '',
    inner.eml,
    `--${boundary}--`,
    '',
  ];
  return { name: head.name, arrives: head.arrives, eml: lines.join('\r\n') };
}

const OPENINGS = ['Buongiorno,', 'Ciao,', 'Buongiorno a tutti,', 'Gentili colleghi,'];
const ASKINGS = [
  (day: string) => `chiediamo di inviare ${day} questo avviso.`,
  (day: string) => `per favore inviate l’avviso che segue ${day}.`,
  (day: string) => `data invio: ${day}.`,
  (day: string) => `da inviare ${day}.`,
];
const CLOSINGS = ['Grazie,', 'Cordiali saluti', 'Grazie e buon lavoro', 'Un saluto'];

/** The e-mail of an ordinary notice; offices write alike, but not the same way. */
function ordinary(notice: InventedNotice, index: number): InventedMail {
  const { slug, arrives, who, mailbox, office, title, body, send } = notice;
  const pick = <Item>(items: readonly Item[]): Item => items[index % items.length] as Item;
  const lines = [
    pick(OPENINGS),
    pick(ASKINGS)(sayDay(send)),
    '',
    'Testo:',
    title,
    '',
    body,
    '',
    `Leggi la notizia: ${newsOf(slug)}`,
    '',
    pick(CLOSINGS),
    who,
    `Ufficio ${office}`,
  ];
  const subject = index % 3 === 0 ? `Avviso WhatsApp: ${title}` : title;
  return letter({ name: slug, arrives, from: [who, mailboxOf(mailbox)], subject }, lines.join('\n'));
}

/** The ordinary e-mails of the two months. */
export const ORDINARY_MAILS: readonly InventedMail[] = NOTICES.map(ordinary);
