import type { MailHeader } from './transport.ts';

/** Whether the server that received a mail found its sender true (RFC 8601, RFC 7489); null where it does not say. */
export type SenderProof = 'passed' | 'failed' | null;

const LONGEST_READ = 4_000;

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
  if (dmarc.includes('pass')) return 'passed';
  const isRefused = resultsOf('spf').some((result) => result === 'fail' || result === 'softfail');
  return isRefused && !resultsOf('dkim').includes('pass') ? 'failed' : null;
}
