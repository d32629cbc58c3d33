import { createHash } from 'node:crypto';
import msgReader, { type FieldsData } from '@kenjiuno/msgreader';
import PostalMime from 'postal-mime';
import { writableText } from '#shared/kernel/text.ts';
import { senderProofOf } from '#shared/requests/reading/authentication.ts';
import { normaliseBody } from '#shared/requests/reading/bodyText.ts';
import { parseHeaderDate } from '#shared/requests/reading/headerDate.ts';
import {
  MAX_BODY_LENGTH,
  type MailAddress,
  type MailAttachment,
  type ParsedMail,
} from '#shared/requests/reading/mail.ts';
import { headerValue, type MailHeader, messageIds, transportOf } from '#shared/requests/reading/transport.ts';
import {
  asForwarded,
  MAX_ATTACHED_MESSAGES,
  MAX_ATTACHMENTS,
  MAX_MAIL_DEPTH,
  type OnAttachment,
} from './attachedMessage.ts';
import { decodeHtml, withoutMisreading } from './charsets.ts';
import { htmlToText } from './htmlText.ts';
import { ignoreNoMessage, NotAMessage } from './notAMessage.ts';
import { parseEml } from './parseEml.ts';
import { enclosedMessage } from './pecEnvelope.ts';
import { compressedRtfToText } from './rtfText.ts';

/** The package is CommonJS: Node hands over its exports, a bundler its default. */
const MsgReader = (msgReader as unknown as { readonly default?: typeof msgReader }).default ?? msgReader;
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const MAX_HEADERS_LENGTH = 200_000;
/** Texts without Unicode are of an Italian Windows unless the file says otherwise. */
const ANSI = 'windows-1252';

/** Whether the bytes begin like an Outlook file. */
export const isMsg = (bytes: Uint8Array): boolean => COMPOUND_FILE.every((byte, at) => bytes[at] === byte);

const oneLine = (text: string): string =>
  writableText(text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 1000));

function headersOf(text: string): readonly MailHeader[] {
  const unfolded = text.slice(0, MAX_HEADERS_LENGTH).replace(/\r?\n[ \t]+/g, ' ');
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [{ key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }] : [];
  });
}

/** Exchange names people by a directory path; only a real address is kept. */
const mailAddress = (...texts: readonly (string | undefined)[]): string =>
  texts.find((text) => text?.includes('@'))?.trim() ?? '';

function senderOf(fields: FieldsData): MailAddress | null {
  const address = mailAddress(
    fields.senderSmtpAddress,
    fields.sentRepresentingSmtpAddress,
    fields.senderEmail,
    fields.creatorSMTPAddress,
  );
  const name = oneLine(fields.senderName ?? '');
  return name === '' && address === '' ? null : { name, address };
}

function bodyOf(fields: FieldsData): string {
  if ((fields.body ?? '').trim() !== '') return fields.body ?? '';
  const html = fields.bodyHtml ?? (fields.html === undefined ? '' : decodeHtml(fields.html, fields.internetCodepage));
  const text = html === '' ? '' : htmlToText(html).text;
  return text !== '' || fields.compressedRtf === undefined ? text : compressedRtfToText(fields.compressedRtf);
}

/** A file of the message with its bytes, when they can be read. */
interface MsgPart {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

function partsOf(reader: InstanceType<typeof MsgReader>, fields: FieldsData): readonly MsgPart[] {
  return (fields.attachments ?? [])
    .filter((part) => part.innerMsgContent !== true)
    .slice(0, MAX_ATTACHMENTS)
    .map((part) => ({
      name: oneLine(part.fileName ?? part.fileNameShort ?? part.name ?? 'senza nome')
        .slice(0, 255)
        .toWellFormed(),
      type: (part.attachMimeTag ?? 'application/octet-stream').toLowerCase(),
      bytes: reader.getAttachment(part).content,
    }));
}

const toAttachment = ({ name, type, bytes }: MsgPart): MailAttachment => ({
  name,
  type,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

async function readFields(
  reader: InstanceType<typeof MsgReader>,
  fields: FieldsData,
  depth: number,
): Promise<ParsedMail> {
  const headers = headersOf(fields.headers ?? '');
  const subject = oneLine(fields.subject ?? '');
  const parts = partsOf(reader, fields);
  const texts = [withoutMisreading(bodyOf(fields).slice(0, MAX_BODY_LENGTH))];
  if (depth < MAX_MAIL_DEPTH) {
    for (const inner of (fields.attachments ?? []).slice(0, MAX_ATTACHED_MESSAGES)) {
      const content = inner.innerMsgContentFields;
      if (content !== undefined) texts.push(asForwarded(await readFields(reader, content, depth + 1)));
    }
    for (const part of parts.filter(({ name }) => /\.eml$/i.test(name)).slice(0, MAX_ATTACHED_MESSAGES)) {
      const inner = await parseEml(part.bytes, depth + 1).catch(ignoreNoMessage);
      if (inner !== undefined) texts.push(asForwarded(inner));
    }
  }
  const date = headerValue(headers, 'date') ?? fields.clientSubmitTime ?? fields.messageDeliveryTime;
  const text = normaliseBody(texts.join('\n\n'));
  return {
    transport: transportOf(headers, subject),
    messageId: messageIds(headerValue(headers, 'message-id') ?? fields.messageId)[0] ?? null,
    pecReference: null,
    report: null,
    pecSignature: null,
    references: messageIds(headerValue(headers, 'in-reply-to'), headerValue(headers, 'references')),
    date: (date === undefined ? undefined : parseHeaderDate(date)) ?? null,
    from: senderOf(fields),
    senderProof: senderProofOf(headers),
    certifiedFrom: null,
    to: (fields.recipients ?? []).slice(0, MAX_ATTACHMENTS).map((person) => ({
      name: oneLine(person.name ?? ''),
      address: mailAddress(person.smtpAddress, person.email),
    })),
    subject,
    text,
    textCut: text.length >= MAX_BODY_LENGTH,
    attachments: parts.map(toAttachment),
  };
}

/** The message a PEC envelope carries: by its name, or inside the one signed part that Outlook keeps of it. */
async function enclosedIn(parts: readonly MsgPart[]): Promise<Uint8Array | undefined> {
  const named = parts.find(({ name }) => /^postacert\.eml$/i.test(name));
  if (named !== undefined) return named.bytes;
  const signed = parts.find(({ type }) => type === 'multipart/signed');
  return signed && enclosedMessage(await PostalMime.parse(signed.bytes, { forceRfc822Attachments: true }));
}

/**
 * Reads an Outlook file. A PEC envelope saved from Outlook answers with the message inside it. Rejects on damage.
 * Only for a worker with a bounded heap and a time limit: damaged files can end the whole thread (knowledge of mail).
 */
export async function parseMsg(bytes: Uint8Array, onAttachment?: OnAttachment): Promise<ParsedMail> {
  const reader = new MsgReader(new Uint8Array(bytes).buffer);
  reader.parserConfig = { ansiEncoding: ANSI };
  const fields = reader.getFileData();
  if (fields.error !== undefined || fields.dataType !== 'msg') throw new NotAMessage();
  const outer = await readFields(reader, fields, 0);
  if (onAttachment) for (const part of partsOf(reader, fields)) onAttachment(toAttachment(part).sha256, part.bytes);
  if (outer.transport !== 'pec' && outer.transport !== 'pec-anomaly') return outer;
  const enclosed = await enclosedIn(partsOf(reader, fields));
  if (enclosed === undefined) return outer;
  const reference = headerValue(headersOf(fields.headers ?? ''), 'x-riferimento-message-id') ?? null;
  return {
    ...(await parseEml(enclosed, 1, onAttachment)),
    transport: outer.transport,
    pecReference: reference,
    senderProof: outer.senderProof,
  };
}
