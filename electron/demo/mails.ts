import { z } from 'zod';
import phrases from '#electron/demo/data/phrases.json' with { type: 'json' };
import { sayDay } from '#shared/kernel/day.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { type InventedNotice, NOTICES } from './notices.ts';
import { type Moment, mailboxOf, newsOf } from './prose.ts';

/** An e-mail of the invented town as the bytes of a file, with the moment it arrives. */
export interface InventedMail {
  /** Name of the file without its ending, and of the Message-ID. */
  readonly name: string;
  readonly arrives: Moment;
  readonly eml: string;
}

/** What an e-mail is written from. */
export interface Letterhead {
  readonly name: string;
  readonly arrives: Moment;
  readonly from: readonly [name: string, address: string];
  readonly subject: string;
  /** Message-ID of the e-mail it answers, without brackets. */
  readonly answers?: string;
  /** Further header lines. */
  readonly headers?: readonly string[];
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Message-ID of an e-mail of the invented town, without brackets. */
export const idOf = mailboxOf;

const encoded = (words: string): string => `=?utf-8?B?${Buffer.from(words, 'utf8').toString('base64')}?=`;
const inLines = (text: string): string => Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n');

/** The Date header (RFC 5322) of a moment on the clocks of Rome. */
function dateHeader([day, time]: Moment): string {
  const utc = new Date(instantAt(day, time));
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(utc.getUTCHours())}:${two(utc.getUTCMinutes())}:00`;
  return `${DAYS[utc.getUTCDay()]}, ${two(utc.getUTCDate())} ${MONTHS[utc.getUTCMonth()]} ${utc.getUTCFullYear()} ${clock} +0000`;
}

function headOf({ name, arrives, from, subject, answers, headers = [] }: Letterhead): string[] {
  return [
    `From: ${encoded(from[0])} <${from[1]}>`,
    `To: ${mailboxOf('avvisi')}`,
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

/** How offices begin, ask and end; `{giorno}` is the date wanted. */
const { openings, askings, closings } = z
  .strictObject({ openings: z.array(z.string()), askings: z.array(z.string()), closings: z.array(z.string()) })
  .parse(phrases);

/** The e-mail of an ordinary notice; offices write alike, but not the same way. */
function ordinary(notice: InventedNotice, index: number): InventedMail {
  const { slug, arrives, who, mailbox, office, title, body, send } = notice;
  const pick = <Item>(items: readonly Item[]): Item => items[index % items.length] as Item;
  const lines = [
    pick(openings),
    pick(askings).replace('{giorno}', sayDay(send)),
    '',
    'Testo:',
    title,
    '',
    body,
    '',
    `Leggi la notizia: ${newsOf(slug)}`,
    '',
    pick(closings),
    who,
    `Ufficio ${office}`,
  ];
  const subject = index % 3 === 0 ? `Avviso WhatsApp: ${title}` : title;
  return letter({ name: slug, arrives, from: [who, mailboxOf(mailbox)], subject }, lines.join('\n'));
}

/** The ordinary e-mails of the two months. */
export const ORDINARY_MAILS: readonly InventedMail[] = NOTICES.map(ordinary);
