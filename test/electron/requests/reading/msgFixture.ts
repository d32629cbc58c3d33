import { burn } from '@kenjiuno/msgreader/lib/Burner.js';
import type { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js';

/** The texts of an Outlook file made for a test. */
export interface MsgParts {
  readonly subject: string;
  readonly body: string;
  readonly senderName: string;
  readonly senderAddress: string;
  /** Transport headers as the receiving server left them; a draft has none. */
  readonly headers?: string;
}

/** Property tags of MS-OXPROPS, as the last four digits before the type in the names of the streams. */
const TAGS: Readonly<Record<keyof MsgParts, string>> = {
  subject: '0037',
  body: '1000',
  senderName: '0C1A',
  senderAddress: '0C1F',
  headers: '007D',
};
const UNICODE = '001F';
/** Kinds of entry of a compound file (MS-CFB): the library's enum cannot be imported under `isolatedModules`. */
const DOCUMENT = 2 as TypeEnum;
const ROOT = 5 as TypeEnum;

/** The bytes of an Outlook file with these texts in Unicode and nothing else. */
export function msgFile(parts: MsgParts): Uint8Array {
  const streams = Object.entries(TAGS).flatMap(([key, tag]) => {
    const text = parts[key as keyof MsgParts];
    return text === undefined
      ? []
      : [{ name: `__substg1.0_${tag}${UNICODE}`, bytes: new Uint8Array(Buffer.from(text, 'utf16le')) }];
  });
  return burn([
    { name: 'Root Entry', type: ROOT, length: 0, children: streams.map((_, index) => index + 1) },
    ...streams.map(({ name, bytes }) => ({ name, type: DOCUMENT, length: bytes.length, binaryProvider: () => bytes })),
  ]);
}
