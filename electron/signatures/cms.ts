import { fromBER, OctetString } from 'asn1js';
import { ContentInfo, SignedData, SignedDataVerifyError } from 'pkijs';
import { type Signature, signaturesTogether } from '#shared/kernel/signature.ts';

const MAXIMUM_SIGNERS = 8;
/** A streamed message cuts its content into pieces of about a thousand bytes, each a node. */
const LIMITS = { maxDepth: 40, maxNodes: 50_000, maxContentLength: 10_000_000, parseEmbedded: false } as const;

/** A signed message (CMS, RFC 5652): an envelope with its content, or a signature apart from what it signs. */
export interface SignedMessage {
  /** What lies in the envelope; null when the signature is apart from it. */
  readonly content: Uint8Array | null;
  /**
   * How the signatures stand together, over the content of the envelope, or over `apart` where it holds none. The
   * certificates are not verified: no list of trusted ones is at hand.
   */
  readonly signature: (apart?: Uint8Array) => Promise<Signature>;
}

/** One signature; what the library cannot check (no certificate, unknown algorithm, damage) is not verified. */
async function verify(message: SignedData, signer: number, apart: Uint8Array | undefined): Promise<Signature> {
  const data = apart && { data: new Uint8Array(apart).buffer };
  try {
    return (await message.verify({ signer, checkChain: false, ...data })) ? 'whole' : 'altered';
  } catch (cause) {
    const isOtherContent = cause instanceof SignedDataVerifyError && /digest doesn't match/.test(cause.message);
    return isOtherContent ? 'altered' : 'not-verified';
  }
}

/** The signed message that `bytes` are; `undefined` when they are none, are damaged, or have too many signers. */
export function readSigned(bytes: Uint8Array): SignedMessage | undefined {
  try {
    const { offset, result } = fromBER(bytes, LIMITS);
    if (offset === -1) return undefined;
    const info = new ContentInfo({ schema: result });
    if (info.contentType !== ContentInfo.SIGNED_DATA) return undefined;
    const message = new SignedData({ schema: info.content });
    const signers = [...message.signerInfos.keys()];
    if (signers.length > MAXIMUM_SIGNERS) return undefined;
    const { eContent } = message.encapContentInfo;
    return {
      content: eContent instanceof OctetString ? new Uint8Array(eContent.getValue()) : null,
      signature: async (apart) => {
        if (signers.length === 0) return 'not-verified';
        const found: Signature[] = [];
        for (const signer of signers) found.push(await verify(message, signer, apart));
        return signaturesTogether(found);
      },
    };
  } catch {
    // The library throws on every form it does not know: for bytes from outside, all of them are damage.
    return undefined;
  }
}
