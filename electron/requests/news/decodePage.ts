/** Where a page tells its letters, if it does (https://html.spec.whatwg.org/#determining-the-character-encoding). */
const HEAD_BYTES = 4_096;
const BYTE_ORDER_MARKS: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function decoderOf(name: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(name);
  } catch {
    return undefined;
  }
}

/**
 * The letters of a page: by its byte order mark, else as its server says, else as its own `meta` says, else UTF-8 where it
 * is that and Western where it is not. Who says UTF-8 of bytes that are none is not believed.
 */
export function decodePage(bytes: Uint8Array, charset: string | null): string {
  const mark = BYTE_ORDER_MARKS.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const own = /<meta[^>]{0,200}charset\s?=\s?["']?([\w:-]{2,40})/i.exec(head)?.[1];
  const wellFormed = isWholeUtf8(bytes);
  const named = [mark, charset, own].find((name) => name && decoderOf(name) && (wellFormed || !/^utf-?8$/i.test(name)));
  return (decoderOf(named ?? (wellFormed ? 'utf-8' : 'windows-1252')) ?? new TextDecoder()).decode(bytes);
}

/** A page that was cut in the middle of its last letter is UTF-8 all the same. */
function isWholeUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
