import { fromBER, OctetString } from 'asn1js';
import { ContentInfo, SignedData, SignedDataVerifyError } from 'pkijs';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Signature, signaturesTogether } from '#shared/report/signature.ts';

/** What a signed envelope (`.p7m`, CMS of RFC 5652) holds, and how its signatures stand. */
export interface SignedContent {
  readonly content: Uint8Array;
  readonly signature: Signature;
}

/** How often an envelope may stand in another one; each may also be in text form. */
const MAXIMUM_LAYERS = 3;
const MAXIMUM_SIGNERS = 8;
/** A streamed envelope cuts its content into pieces of about a thousand bytes, each a node. */
const LIMITS = { maxDepth: 40, maxNodes: 50_000, maxContentLength: 10_000_000, parseEmbedded: false } as const;
const SEQUENCE = 0x30;
/** Lengths that need more than one byte, and the open one of a streamed file: an envelope is never shorter. */
const LONG_LENGTHS = [0x80, 0x81, 0x82, 0x83, 0x84];
/** `MI` is what the first bytes of an envelope become in base64. */
const AS_TEXT = /^(?:\xEF\xBB\xBF)?\s*(?:-----BEGIN [A-Z0-9 #]+-----|MI[A-Za-z0-9+/\r\n]{60})/;
const HEAD_BYTES = 256;

const BROKEN: Problem = {
  code: 'invoice-envelope',
  message: 'Il file è una busta firmata (.p7m) rovinata, o senza la fattura dentro: non riesco ad aprirla.',
  remedy: 'Scarica di nuovo la fattura dal sistema della ragioneria e scegli il file nuovo.',
};

const isEnvelope = ([first, second = 0]: Uint8Array): boolean => first === SEQUENCE && LONG_LENGTHS.includes(second);
const isTextOfEnvelope = (bytes: Uint8Array): boolean =>
  AS_TEXT.test(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1'));

/** Whether a file is a signed envelope: its own bytes, or their base64 as mail and some programs write it. */
export const isSignedFile = (bytes: Uint8Array): boolean => isEnvelope(bytes) || isTextOfEnvelope(bytes);

function bytesOfText(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(text.replace(/-----[^-\n]*-----|^\xEF\xBB\xBF|\s+/g, ''), 'base64');
}

/** One signature; what the library cannot check (no certificate, unknown algorithm, damage) is not verified. */
async function verify(envelope: SignedData, signer: number): Promise<Signature> {
  try {
    return (await envelope.verify({ signer, checkChain: false })) ? 'whole' : 'altered';
  } catch (cause) {
    const isOtherContent = cause instanceof SignedDataVerifyError && /digest doesn't match/.test(cause.message);
    return isOtherContent ? 'altered' : 'not-verified';
  }
}

/** The envelope that `bytes` are; undefined when they are none, or one without its content. */
function readEnvelope(bytes: Uint8Array): { readonly envelope: SignedData; readonly content: Uint8Array } | undefined {
  try {
    const { offset, result } = fromBER(bytes, LIMITS);
    if (offset === -1) return undefined;
    const info = new ContentInfo({ schema: result });
    if (info.contentType !== ContentInfo.SIGNED_DATA) return undefined;
    const envelope = new SignedData({ schema: info.content });
    const { eContent } = envelope.encapContentInfo;
    return eContent instanceof OctetString ? { envelope, content: new Uint8Array(eContent.getValue()) } : undefined;
  } catch {
    // The library throws on every form it does not know: for a file from outside, all of them are damage.
    return undefined;
  }
}

/**
 * Opens a signed file down to what was signed, also one in text form or signed twice. The certificates are not
 * verified: no list of trusted ones is at hand. Problem code: `invoice-envelope`.
 */
export async function openSignedFile(bytes: Uint8Array): Promise<Result<SignedContent, Problem>> {
  const signatures: Signature[] = [];
  let content = bytes;
  for (let layer = 0; isSignedFile(content); layer++) {
    if (layer === MAXIMUM_LAYERS * 2) return err(BROKEN);
    if (!isEnvelope(content)) {
      content = bytesOfText(content);
      continue;
    }
    const read = readEnvelope(content);
    if (!read || read.envelope.signerInfos.length > MAXIMUM_SIGNERS) return err(BROKEN);
    content = read.content;
    if (read.envelope.signerInfos.length === 0) signatures.push('not-verified');
    for (const signer of read.envelope.signerInfos.keys()) signatures.push(await verify(read.envelope, signer));
  }
  return signatures.length === 0 ? err(BROKEN) : ok({ content, signature: signaturesTogether(signatures) });
}
