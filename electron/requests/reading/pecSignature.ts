import type { Attachment, Email } from 'postal-mime';
import { readSigned } from '#electron/signatures/cms.ts';
import type { Signature } from '#shared/kernel/signature.ts';
import { headerValue } from '#shared/requests/reading/transport.ts';

/** A signature with its certificates has a few kilobytes. */
const MAX_SIGNATURE_BYTES = 200_000;
const BOUNDARY = /^\s*multipart\/signed\b.*?;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/is;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** What follows a boundary on its line: nothing before a part, two hyphens after the last one. */
const REST_OF_DELIMITER = /^(?:--)?[ \t\r]*$/;
/** The signed part, its signature, the end: with more parts, one would not be covered. */
const DELIMITERS = 3;

/** A line between parts: where it begins, where the next line begins, whether it ends the parts. */
interface Delimiter {
  readonly from: number;
  readonly to: number;
  readonly last: boolean;
}

function delimitersOf(raw: Buffer, boundary: string): readonly Delimiter[] {
  const mark = `--${boundary}`;
  const found: Delimiter[] = [];
  for (let from = raw.indexOf(mark); from !== -1 && found.length <= DELIMITERS; ) {
    const after = from + mark.length;
    const feed = raw.indexOf(LINE_FEED, after);
    const to = feed === -1 ? raw.length : feed + 1;
    const rest = raw.toString('latin1', after, Math.min(to, after + 100)).replace(/\n$/, '');
    const startsLine = from === 0 || raw[from - 1] === LINE_FEED;
    if (startsLine && REST_OF_DELIMITER.test(rest)) found.push({ from, to, last: rest.startsWith('--') });
    from = raw.indexOf(mark, after);
  }
  return found;
}

/** The bytes of the first part as they came: what is signed is neither decoded nor parsed. */
function signedPart(raw: Buffer, boundary: string): Buffer | undefined {
  const [first, second, end, ...others] = delimitersOf(raw, boundary);
  if (!first || !second || !end?.last || first.last || second.last || others.length > 0) return undefined;
  const feed = second.from - 1;
  return raw.subarray(first.to, Math.max(first.to, raw[feed - 1] === CARRIAGE_RETURN ? feed - 1 : feed));
}

const isSignature = ({ mimeType }: Attachment): boolean => /^application\/(?:x-)?pkcs7-signature$/i.test(mimeType);

/**
 * How the signature of the PEC operator (S/MIME, RFC 8551) stands over the raw message `bytes`, which were read as
 * `mail`: `none` without one, `not-verified` for a form that cannot be checked. The certificate is not verified.
 */
export async function pecSignatureOf(bytes: Uint8Array, mail: Email): Promise<Signature> {
  const content = mail.attachments.findLast(isSignature)?.content;
  if (content === undefined) return 'none';
  const [, quoted, plain] = BOUNDARY.exec(headerValue(mail.headers, 'content-type') ?? '') ?? [];
  const boundary = quoted ?? plain;
  const signed = boundary === undefined ? undefined : signedPart(Buffer.from(bytes), boundary);
  if (signed === undefined || typeof content === 'string' || content.byteLength > MAX_SIGNATURE_BYTES) {
    return 'not-verified';
  }
  const message = readSigned(new Uint8Array(content));
  // A signature with a content of its own says nothing of the message.
  if (!message || message.content !== null) return 'not-verified';
  const asItCame = await message.signature(signed);
  if (asItCame !== 'altered') return asItCame;
  // Saving a mail may change its line ends; those of what was signed are CR LF.
  return message.signature(Buffer.from(signed.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1'));
}
