import { z } from 'zod';

/**
 * How the signature of an electronic invoice (P52) or of a PEC (P10) stands. `whole`: the content is what was signed; who signed it is
 * not verified, because no list of trusted certificates is at hand. `not-verified`: there is one that the app cannot check.
 */
export const signatureSchema = z.enum(['none', 'whole', 'altered', 'not-verified']);
export type Signature = z.infer<typeof signatureSchema>;

/** A signature in words: on the screen, in the PDF and on the command line. */
export const SIGNATURE_WORDS: Readonly<Record<Signature, string>> = {
  none: 'senza firma',
  whole: 'firma integra, certificato non verificato',
  altered: 'file alterato dopo la firma',
  'not-verified': 'firma presente, non verificata',
};

const WORST_FIRST: readonly Signature[] = ['altered', 'not-verified', 'whole'];

/** How several signatures of one file stand together: no better than the worst of them; `none` without any. */
export const signaturesTogether = (signatures: readonly Signature[]): Signature =>
  WORST_FIRST.find((state) => signatures.includes(state)) ?? 'none';
