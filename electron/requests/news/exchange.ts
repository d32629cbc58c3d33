/** One web address asked for, as far as the app may go: own hosts, few hops, few bytes, little time. */
const MAXIMUM_HOPS = 4;

/** What came of following an address to its end. */
export type Followed =
  /** Where the app may not go, or a circle. */
  | { readonly kind: 'barred'; readonly url: string }
  | { readonly kind: 'answered'; readonly url: string; readonly response: Response };

export interface Following {
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly accept: string;
  /** Whether an address may be asked, before it is. */
  readonly may: (url: string) => boolean;
}

/** Follows the redirects of a site (RFC 9110 15.4) as long as each step may be asked; rejects as `fetch` does. */
export async function follow(
  start: string,
  { fetch: send, signal, accept, may }: Following,
  hops = MAXIMUM_HOPS,
): Promise<Followed> {
  let url = start;
  for (let hop = 0; hop <= hops; hop++) {
    if (!may(url)) return { kind: 'barred', url };
    const response = await send(url, { redirect: 'manual', signal, headers: { accept } });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || !location) return { kind: 'answered', url, response };
    await response.body?.cancel();
    if (!URL.canParse(location, url)) return { kind: 'barred', url };
    url = new URL(location, url).href;
  }
  return { kind: 'barred', url };
}

/** The first bytes of an answer, at most `most`; `isWhole` is false where more follow. */
export async function readBytes(
  response: Response,
  most: number,
): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    const piece = chunk as Uint8Array;
    chunks.push(piece);
    length += piece.length;
    // Leaving the loop ends the connection.
    if (length > most) return { bytes: Buffer.concat(chunks).subarray(0, most), isWhole: false };
  }
  return { bytes: Buffer.concat(chunks), isWhole: true };
}
