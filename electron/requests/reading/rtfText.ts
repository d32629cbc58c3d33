/** The words of a Rich Text body, as Outlook keeps it where a message has no other (MS-OXRTFCP, MS-OXRTFEX). */
import decompress from '@kenjiuno/decompressrtf';
import { rtfText } from '#electron/documents/rtf.ts';

const WESTERN = new TextDecoder('windows-1252');
/** More than a body that is read. */
const MAX_RTF_LENGTH = 2_000_000;
/** A compressed body says its own size in bytes 4 to 8: nobody writes so long a letter. */
const SIZE_AT = 4;
/** The words of a compressed Rich Text body; empty where it is damaged or boundless. */
export function compressedRtfToText(compressed: Uint8Array): string {
  if (compressed.length < 16 || compressed.length > MAX_RTF_LENGTH) return '';
  const size = new DataView(compressed.buffer, compressed.byteOffset).getUint32(SIZE_AT, true);
  if (size > MAX_RTF_LENGTH) return '';
  try {
    return rtfText(WESTERN.decode(Uint8Array.from(decompress.decompressRTF([...compressed]))));
  } catch {
    return '';
  }
}
