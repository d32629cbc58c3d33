import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { readSigned } from '#electron/signatures/cms.ts';
import { writableText } from '#shared/kernel/text.ts';
import { senderProofOf } from '#shared/requests/reading/authentication.ts';
import { normaliseBody } from '#shared/requests/reading/bodyText.ts';
import { parseHeaderDate } from '#shared/requests/reading/headerDate.ts';
import { locateLinks } from '#shared/requests/reading/links.ts';
import {
  MAX_BODY_LENGTH,
  type MailAddress,
  type MailAttachment,
  type ParsedMail,
} from '#shared/requests/reading/mail.ts';
import { readAddress } from '#shared/requests/reading/quoteHeads.ts';
import { headerValue, messageIds, transportOf } from '#shared/requests/reading/transport.ts';
import { unwrapUrl } from '#shared/text/redirects.ts';
import {
  asForwarded,
  MAX_ATTACHED_MESSAGES,
  MAX_ATTACHMENTS,
  MAX_MAIL_DEPTH,
  type OnAttachment,
} from './attachedMessage.ts';
import { withoutMisreading, withReadableHeads } from './charsets.ts';
import { htmlToText } from './htmlText.ts';
import { ignoreNoMessage, NotAMessage } from './notAMessage.ts';
import { certifiedSender, enclosedMessage, pecReferenceOf, readCertificate } from './pecEnvelope.ts';
import { pecSignatureOf } from './pecSignature.ts';
import { reportOf } from './report.ts';

const MAX_ADDRESSES = 200;
const MAX_SUBJECT_LENGTH = 1000;
const MAX_ANCHORS = 200;
/** A plain part this much shorter than the HTML, and then than its words, is a stub ("apri nel browser"), not the text. */
const STUB_OF_HTML = 0.02;
const STUB_OF_TEXT = 0.2;
const ANCHOR = /<a\b[^<>]{0,500}?\bhref\s{0,3}=\s{0,3}(["'])(https?:[^"'<>]{4,2000})\1/gi;
/** A cell of a table that begins like a label of a request. */
const LABELLED_CELL =
  /<t[dh]\b[^<>]{0,500}>(?:\s|&nbsp;|<[^<>]{0,500}>){0,20}(?:data|giorno|testo|bozza|messaggio|avviso|link|url|oggetto|titolo)\b/i;

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

function toAddress({ name, address }: Address): MailAddress {
  return {
    name: writableText(oneLine(name).slice(0, MAX_SUBJECT_LENGTH)),
    // As it came: the identity of a mail without a Message-ID counts it.
    address: oneLine(address ?? '').slice(0, MAX_SUBJECT_LENGTH),
  };
}

function toAttachment(part: Attachment, onAttachment: OnAttachment | undefined): MailAttachment {
  const bytes = bytesOf(part);
  const hash = sha256(bytes);
  onAttachment?.(hash, bytes);
  const name = writableText(oneLine(part.filename ?? '').slice(0, 255));
  return { name: name === '' ? 'senza nome' : name, type: part.mimeType, size: bytes.length, sha256: hash };
}

/** Whether the HTML links to a page, not just to a front page or a social network, that the plain part leaves out. */
function dropsLinks(text: string, html: string): boolean {
  const addresses = [...html.matchAll(ANCHOR)]
    .slice(0, MAX_ANCHORS)
    .map(([, , href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => !text.includes(href));
  if (addresses.length === 0) return false;
  const written = text.replace(/\s+/g, '');
  const pages = locateLinks(addresses.map(unwrapUrl).join('\n'), []).filter(({ home }) => !home);
  return pages.some(({ url }) => !written.includes(url.replace(/^https?:\/\//i, '').replace(/\/$/, '')));
}

/** The body of a message as text: its plain part, unless the HTML says more (no plain part, a table of requests, links). */
function bodyOf({ text = '', html }: Email): string {
  if (html === undefined) return text;
  if (text.trim() === '') return htmlToText(html).text;
  const dropped = dropsLinks(text, html);
  if (!dropped && !LABELLED_CELL.test(html) && text.length >= html.length * STUB_OF_HTML) return text;
  const converted = htmlToText(html);
  const stub = text.length < converted.text.length * STUB_OF_TEXT;
  return dropped || stub || converted.labelledTable ? converted.text : text;
}

/** The body inside an opaque signature (S/MIME, RFC 8551), which holds the whole message in one sealed file. */
async function sealedBody(mail: Email, depth: number): Promise<string | undefined> {
  const sealed = mail.attachments.find(({ mimeType }) => /^application\/(?:x-)?pkcs7-mime$/.test(mimeType));
  if (sealed === undefined || (mail.text ?? '').trim() !== '' || mail.html !== undefined) return undefined;
  const content = depth < MAX_MAIL_DEPTH ? readSigned(bytesOf(sealed))?.content : undefined;
  return content ? bodyOf(await PostalMime.parse(withReadableHeads(content))) : undefined;
}

/**
 * Who wrote it. A group of the town hall sends on in its own name, «'Sara Conte' via PuntoSi», and says whose e-mail it
 * was: believed of the same domain only, where a head of one's own would do as well.
 */
function writerOf(mail: Email): MailAddress | null {
  const from = mail.from ? toAddress(mail.from) : null;
  const domain = from?.address.split('@')[1]?.toLowerCase();
  if (from === null || !domain || headerValue(mail.headers, 'list-id') === undefined || !/\bvia\b/i.test(from.name))
    return from;
  const said = headerValue(mail.headers, 'x-original-from') ?? headerValue(mail.headers, 'reply-to');
  const writer = said === undefined ? null : readAddress(said);
  return writer?.address.toLowerCase().endsWith(`@${domain}`) ? writer : from;
}

/** The attached messages, as many as are read; receipts are none. */
async function attachedMessages(
  attachments: readonly Attachment[],
  depth: number,
  onAttachment: OnAttachment | undefined,
): Promise<readonly ParsedMail[]> {
  if (depth >= MAX_MAIL_DEPTH) return [];
  const messages = attachments
    .filter(({ mimeType, filename }) => mimeType === 'message/rfc822' || /\.eml$/i.test(filename ?? ''))
    .slice(0, MAX_ATTACHED_MESSAGES);
  const read: ParsedMail[] = [];
  for (const message of messages) {
    const inner = await parseEml(bytesOf(message), depth + 1, onAttachment).catch(ignoreNoMessage);
    if (inner !== undefined && inner.transport !== 'pec-receipt') read.push(inner);
  }
  return read;
}

const isPecFurniture = ({ filename, mimeType }: Attachment): boolean =>
  /^(?:daticert\.xml|smime\.p7s|postacert\.eml)$/i.test(filename ?? '') || mimeType.endsWith('pkcs7-signature');

/** The fields of a message itself, its own attachments included. */
async function readOwn(mail: Email, depth: number, onAttachment: OnAttachment | undefined): Promise<ParsedMail> {
  const certificate = readCertificate(mail);
  const subject = writableText(oneLine(mail.subject ?? '').slice(0, MAX_SUBJECT_LENGTH));
  const raw = headerValue(mail.headers, 'date');
  const travelled = transportOf(mail.headers, subject, certificate?.kind);
  const report = reportOf(mail, travelled, subject, certificate);
  // Who reports what became of a letter asks for nothing, however plainly it writes.
  const transport = report !== null && travelled !== 'pec-receipt' ? 'auto-reply' : travelled;
  const sealed = transport.startsWith('pec');
  const parts = mail.attachments.filter((part) => !(sealed && isPecFurniture(part))).slice(0, MAX_ATTACHMENTS);
  const body = withoutMisreading((await sealedBody(mail, depth)) ?? bodyOf(mail));
  const attached = sealed ? [] : await attachedMessages(parts, depth, onAttachment);
  const texts = attached.filter((inner) => inner.text !== '').map(asForwarded);
  const text = normaliseBody([body.slice(0, MAX_BODY_LENGTH), ...texts].join('\n\n'));
  return {
    transport,
    messageId: messageIds(mail.messageId)[0] ?? null,
    pecReference: sealed ? pecReferenceOf(mail, certificate) : null,
    pecSignature: null,
    references: messageIds(mail.inReplyTo, mail.references),
    date: (raw === undefined ? undefined : parseHeaderDate(raw)) ?? null,
    from: writerOf(mail),
    senderProof: senderProofOf(mail.headers),
    certifiedFrom: null,
    to: (mail.to ?? []).slice(0, MAX_ADDRESSES).map(toAddress),
    subject,
    text,
    textCut: body.length > MAX_BODY_LENGTH || text.length >= MAX_BODY_LENGTH,
    // What lies inside an attached message is listed too: its document may hold the text.
    attachments: [
      ...parts.map((part) => toAttachment(part, onAttachment)),
      ...attached.flatMap((inner) => inner.attachments),
    ].slice(0, MAX_ATTACHMENTS),
    report,
  };
}

const KNOWN_HEADERS = ['from', 'to', 'subject', 'date', 'message-id', 'received', 'mime-version', 'content-type'];

/**
 * Reads a raw message (RFC 5322). A PEC envelope is opened, up to 4 deep: the answer is the message inside, with the
 * transport and the reference of the outermost envelope. Rejects with `NotAMessage` when none of its headers is known.
 * Runs in a worker (`parseMail.worker.ts`): the bytes may be hostile.
 */
export async function parseEml(bytes: Uint8Array, depth = 0, onAttachment?: OnAttachment): Promise<ParsedMail> {
  const mail = await PostalMime.parse(withReadableHeads(bytes), { forceRfc822Attachments: true });
  if (!mail.headers.some(({ key }) => KNOWN_HEADERS.includes(key))) throw new NotAMessage();
  const outer = await readOwn(mail, depth, onAttachment);
  if (outer.transport !== 'pec' && outer.transport !== 'pec-anomaly') return outer;
  // The outermost signature covers all that lies inside.
  const pecSignature = depth === 0 ? await pecSignatureOf(bytes, mail) : null;
  const enclosed = depth < MAX_MAIL_DEPTH ? enclosedMessage(mail) : undefined;
  const inner = enclosed && (await parseEml(enclosed, depth + 1, onAttachment).catch(ignoreNoMessage));
  if (inner === undefined) return { ...outer, pecSignature };
  const certified = certifiedSender(mail, readCertificate(mail));
  return {
    ...inner,
    transport: inner.transport === 'auto-reply' ? 'auto-reply' : outer.transport,
    pecReference: outer.pecReference ?? inner.pecReference,
    pecSignature,
    messageId: inner.messageId ?? outer.messageId,
    date: inner.date ?? outer.date,
    from: inner.from?.address ? inner.from : certified,
    // What the enclosed message says of itself was written by its sender.
    senderProof: outer.senderProof,
    certifiedFrom: certified,
    // A receipt of PEC is one only outermost; the plain report of a server may come in an envelope of anomaly.
    report: outer.transport === 'pec-anomaly' && inner.transport === 'auto-reply' ? inner.report : null,
    subject:
      inner.subject === ''
        ? outer.subject.replace(/^(?:POSTA CERTIFICATA|ANOMALIA MESSAGGIO):\s*/i, '')
        : inner.subject,
  };
}
