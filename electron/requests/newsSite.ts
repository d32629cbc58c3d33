import { sha256 } from '#electron/journal/journal.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { judgeLink, type LinkCheck, type LookedPage } from '#shared/requests/linkCheck.ts';
import { cardOf } from '#shared/requests/news/card.ts';
import { markOf } from '#shared/requests/news/mark.ts';
import type { NewsPage } from '#shared/requests/news/page.ts';
import { saysOf } from '#shared/requests/news/says.ts';
import { MAX_PICTURE_BYTES, type Picture, pictureOf, showingOf } from '#shared/requests/picture.ts';
import { isOneOfHosts, parseWebAddress } from '#shared/text/addresses.ts';
import { follow, readBytes } from './news/exchange.ts';
import { readPage } from './news/readPage.ts';

/** The institutional site, as far as the app looks at it (P22). */
export interface NewsSite {
  /** Opens a link and says what came of it; without a network it is `unverified`. Never rejects. */
  readonly check: (link: string) => Promise<LinkCheck>;
  /** The picture of a card, told by its bytes; null where it cannot be shown. Never rejects. */
  readonly picture: (address: string) => Promise<(Picture & { readonly bytes: Uint8Array }) | null>;
}

export interface NewsSiteOptions {
  /** The institutional hosts as they are now. */
  readonly hosts: () => readonly string[];
  readonly now: () => Instant;
  readonly fetch: typeof fetch;
  /** Milliseconds a page may take, all in all. */
  readonly patience?: number;
}

const PATIENCE_MILLISECONDS = 8_000;
/** Of a page so much is read: the head stands at its beginning, and news are short. */
const MAXIMUM_BYTES = 1_500_000;
const LONGEST_TITLE = 200;
/** A page that sends its reader on by itself does so once or twice. */
const MAXIMUM_REFRESHES = 2;

const HTML = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i;
const CHARSET = /;\s*charset\s*=\s*"?([\w:-]{2,40})/i;

/** The site took the call and broke it off, or does not prove who it is: it is there, and does not answer. */
const BROKEN_OFF = /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|HPE_|CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

function isBrokenOff(cause: unknown): boolean {
  if (cause instanceof DOMException && cause.name === 'TimeoutError') return true;
  for (let at = cause; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && BROKEN_OFF.test(at.code)) return true;
  }
  return false;
}

const titleOf = ({ title, ogTitle }: NewsPage): string | null =>
  (title?.trim() ? title : (ogTitle ?? '')).replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE) || null;

/** The news site over HTTP. Only institutional hosts are ever asked, also when a page leads elsewhere. */
export function httpNewsSite({ hosts, now, fetch: send, patience = PATIENCE_MILLISECONDS }: NewsSiteOptions): NewsSite {
  const found = (link: string, part: Omit<LinkCheck, 'link' | 'checkedAt'>): LinkCheck => ({
    ...part,
    link,
    checkedAt: now(),
  });
  const nothing = { status: null, title: null, leadsTo: null };
  const isOwnHost = (url: string): boolean => {
    const address = parseWebAddress(url);
    return address !== undefined && isOneOfHosts(address.host, hosts());
  };
  const isOwnPicture = (url: string): boolean => /^https:/i.test(url) && isOwnHost(url);

  const read = async (response: Response): Promise<NewsPage | undefined> => {
    const type = response.headers.get('content-type') ?? 'text/html';
    // Nobody asked for packed words: a page of this kind is not read.
    if (!HTML.test(type) || response.headers.has('content-encoding')) {
      await response.body?.cancel();
      return undefined;
    }
    const { bytes } = await readBytes(response, MAXIMUM_BYTES);
    return readPage(bytes, CHARSET.exec(type)?.[1] ?? null);
  };
  const lookedAt = (page: NewsPage): LookedPage => {
    const today = romeOf(now()).day;
    return { card: cardOf(page, isOwnHost), mark: markOf(page, today, sha256), says: saysOf(page.text, today) };
  };

  const look = async (link: string, signal: AbortSignal): Promise<LinkCheck> => {
    let start = link;
    for (let refreshes = 0; ; refreshes++) {
      const may = (url: string): boolean =>
        judgeLink(url, hosts()).ok && !(/^https:/i.test(link) && /^http:/i.test(url));
      const end = await follow(start, { fetch: send, signal, accept: 'text/html', may });
      const { url } = end;
      if (end.kind === 'barred') return found(link, { ...nothing, outcome: 'moved', leadsTo: url });
      const { status } = end.response;
      const leadsTo = url === link ? null : url;
      if (status >= 400) {
        await end.response.body?.cancel();
        const outcome = status === 404 || status === 410 ? 'notFound' : 'failing';
        return found(link, { outcome, status, title: null, leadsTo });
      }
      const page = await read(end.response);
      const next = page?.refresh && URL.canParse(page.refresh, url) ? new URL(page.refresh, url).href : undefined;
      if (next !== undefined && next !== url && refreshes < MAXIMUM_REFRESHES) {
        start = next;
        continue;
      }
      const looked = page ? { page: lookedAt(page) } : {};
      return found(link, { outcome: 'reachable', status, title: page ? titleOf(page) : null, leadsTo, ...looked });
    }
  };

  return {
    check: async (link) => {
      const address = parseWebAddress(link);
      if (address && !isOneOfHosts(address.host, hosts()))
        return found(link, { ...nothing, outcome: 'unverified', foreign: true });
      try {
        return await look(link, AbortSignal.timeout(patience));
      } catch (cause) {
        // A site that is too slow is there and fails; without a network nothing is known of it.
        return found(link, { ...nothing, outcome: isBrokenOff(cause) ? 'failing' : 'unverified' });
      }
    },
    picture: async (address) => {
      try {
        const signal = AbortSignal.timeout(patience);
        const end = await follow(address, { fetch: send, signal, accept: 'image/*', may: isOwnPicture });
        if (end.kind === 'barred') return null;
        if (end.response.status !== 200) {
          await end.response.body?.cancel();
          return null;
        }
        const { bytes, isWhole } = await readBytes(end.response, MAX_PICTURE_BYTES);
        const picture = isWhole ? pictureOf(bytes) : undefined;
        return picture && showingOf(picture, bytes.length) === 'shown' ? { ...picture, bytes } : null;
      } catch {
        return null;
      }
    },
  };
}

/** The site of the invented town, of which nothing leaves (P64): no link is ever verified. */
export function silentNewsSite(now: () => Instant): NewsSite {
  return {
    check: async (link) => ({
      link,
      outcome: 'unverified',
      status: null,
      title: null,
      leadsTo: null,
      checkedAt: now(),
    }),
    picture: async () => null,
  };
}
