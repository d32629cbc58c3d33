import type { MailHeader } from './transport.ts';

/** Whether the server that received a mail found its sender true (RFC 8601, RFC 7489); null where it does not say. */
export type SenderProof = 'passed' | 'failed' | null;

const LONGEST_READ = 4_000;

/** The last two labels of a host: whose it is, as far as a name tells. */
const siteOf = (host: string): string => host.split('.').slice(-2).join('.');

/** Microsoft 365 names no server in its results, and takes those of strangers out. */
const MICROSOFT = 'outlook.com';

/**
 * Whether the server that wrote these results is the one that took the mail in last, as its own Received says: results that
 * a sender put in a mail that nobody checked name another one (RFC 8601, section 5). A good word needs that, a bad one not.
 */
function isOfOwnServer(results: string, headers: readonly MailHeader[]): boolean {
  const received = headers.find(({ key }) => key === 'received')?.value.slice(0, LONGEST_READ) ?? '';
  const by = /\bby\s+([a-z0-9.-]{1,253})/i.exec(received)?.[1]?.toLowerCase();
  if (by === undefined) return false;
  const named = /^\s*([a-z0-9.-]{1,253})\s*(?:\d+\s*)?;/.exec(results)?.[1];
  return siteOf(by) === (named === undefined ? MICROSOFT : siteOf(named));
}

/**
 * What the topmost Authentication-Results says: the one our own server wrote, those below may be the sender's. DMARC
 * decides; without it a sender that SPF refuses and nobody signed is not proved.
 */
export function senderProofOf(headers: readonly MailHeader[]): SenderProof {
  const header = headers.find(({ key }) => key === 'authentication-results');
  const results =
    header?.value
      .slice(0, LONGEST_READ)
      .replace(/\([^()]*\)/g, ' ')
      .toLowerCase() ?? '';
  const resultsOf = (method: string): readonly string[] =>
    [...results.matchAll(new RegExp(`(?:^|[;\\s])${method}\\s*=\\s*([a-z]+)`, 'g'))].map(([, result = '']) => result);
  const dmarc = resultsOf('dmarc');
  if (dmarc.includes('fail')) return 'failed';
  if (dmarc.includes('pass')) return isOfOwnServer(results, headers) ? 'passed' : null;
  const isRefused = resultsOf('spf').some((result) => result === 'fail' || result === 'softfail');
  return isRefused && !resultsOf('dkim').includes('pass') ? 'failed' : null;
}
