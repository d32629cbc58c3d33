import type { Instant } from '#shared/kernel/instant.ts';
import { judgeLink, type LinkCheck } from '#shared/requests/linkCheck.ts';

/** The institutional site, as far as the app looks at it (P22). */
export interface NewsSite {
  /** Opens a link and says what came of it; without a network it is `unverified`. Never rejects. */
  readonly check: (link: string) => Promise<LinkCheck>;
}

export interface NewsSiteOptions {
  /** The institutional hosts as they are now. */
  readonly hosts: () => readonly string[];
  readonly now: () => Instant;
  readonly fetch: typeof fetch;
}

const TIMEOUT_MILLISECONDS = 8_000;
const MAXIMUM_HOPS = 4;
/** The title stands at the beginning of a page: nothing after this is read. */
const MAXIMUM_BYTES = 256_000;
const LONGEST_TITLE = 200;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
  nbsp: ' ',
};

function titleIn(html: string): string | null {
  const raw = /<title[^>]*>([^<]{1,2000})<\/title>/i.exec(html)?.[1];
  const title = raw
    ?.replace(/&(#?\w{1,8});/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_TITLE);
  return title || null;
}

async function readStart(response: Response): Promise<string> {
  const decoder = new TextDecoder('utf-8');
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length >= MAXIMUM_BYTES || text.includes('</title>')) break;
  }
  return text;
}

/** The news site over HTTP. Only institutional hosts are ever asked, also when a page leads elsewhere. */
export function httpNewsSite({ hosts, now, fetch: send }: NewsSiteOptions): NewsSite {
  const found = (link: string, part: Omit<LinkCheck, 'link' | 'checkedAt'>): LinkCheck => ({
    ...part,
    link,
    checkedAt: now(),
  });
  const nothing = { status: null, title: null, leadsTo: null };

  const follow = async (link: string, signal: AbortSignal): Promise<LinkCheck> => {
    let url = link;
    for (let hop = 0; hop <= MAXIMUM_HOPS; hop++) {
      if (!judgeLink(url, hosts()).ok) return found(link, { ...nothing, outcome: 'moved', leadsTo: url });
      const response = await send(url, { redirect: 'manual', signal, headers: { accept: 'text/html' } });
      const { status } = response;
      const location = response.headers.get('location');
      if (status >= 300 && status < 400 && location) {
        await response.body?.cancel();
        url = new URL(location, url).href;
        continue;
      }
      const leadsTo = url === link ? null : url;
      if (status === 404 || status === 410) return found(link, { outcome: 'notFound', status, title: null, leadsTo });
      if (status >= 400) return found(link, { outcome: 'failing', status, title: null, leadsTo });
      return found(link, { outcome: 'reachable', status, title: titleIn(await readStart(response)), leadsTo });
    }
    return found(link, { ...nothing, outcome: 'moved', leadsTo: url });
  };

  return {
    check: async (link) => {
      try {
        return await follow(link, AbortSignal.timeout(TIMEOUT_MILLISECONDS));
      } catch (cause) {
        // A site that is too slow is there and fails; without a network nothing is known of it.
        const isSlow = cause instanceof DOMException && cause.name === 'TimeoutError';
        return found(link, { ...nothing, outcome: isSlow ? 'failing' : 'unverified' });
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
  };
}
