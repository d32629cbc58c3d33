import { readSigned } from '#electron/signatures/cms.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Signature, signaturesTogether } from '#shared/kernel/signature.ts';

/** What a signed envelope (`.p7m`, CMS of RFC 5652) holds, and how its signatures stand. */
export interface SignedContent {
  readonly content: Uint8Array;
  readonly signature: Signature;
}

/** How often an envelope may stand in another one; each may also be in text form. */
const MAXIMUM_LAYERS = 3;
const SEQUENCE = 0x30;
/** Lengths that need more than one byte, and the open one of a streamed file: an envelope is never shorter. */
const LONG_LENGTHS = [0x80, 0x81, 0x82, 0x83, 0x84];
/** `MI` is what the first bytes of an envelope become in base64. */
const AS_TEXT = /^(?:\xEF\xBB\xBF)?\s*(?:-----BEGIN [A-Z0-9 #]+-----|MI[A-Za-z0-9+/\r\n]{60})/;
const HEAD_BYTES = 256;

const BROKEN: Problem = {
  code: 'invoice-envelope',
  what: 'Il file è una busta firmata (.p7m) rovinata, o senza la fattura dentro: non riesco ad aprirla.',
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
    const read = readSigned(content);
    if (!read?.content) return err(BROKEN);
    content = read.content;
    signatures.push(await read.signature());
  }
  return signatures.length === 0 ? err(BROKEN) : ok({ content, signature: signaturesTogether(signatures) });
}
