/** The e-mail cut at its requests (P12): what lies between them stays plain. */
import type { RequestRow } from '#shared/requests/views.ts';

export type BandRequest = Pick<RequestRow, 'id' | 'index' | 'title' | 'state' | 'missing' | 'span'>;

/** A stretch of the e-mail: of one request, or of none. */
export interface MailBand {
  readonly text: string;
  readonly request: BandRequest | undefined;
}

/**
 * The stretches of an e-mail in order; together they are the whole text but blank lines at their edges. A request whose
 * place is unknown or lies inside another one has no band of its own.
 */
export function mailBands(text: string, requests: readonly BandRequest[]): readonly MailBand[] {
  const bands: MailBand[] = [];
  let at = 0;
  const add = (to: number, request: BandRequest | undefined): void => {
    const stretch = text.slice(at, to).replace(/^\s*\n|\s+$/g, '');
    if (stretch.trim() !== '') bands.push({ text: stretch, request });
    at = to;
  };
  const placed = requests.flatMap((request) => (request.span ? [{ request, span: request.span }] : []));
  for (const { request, span } of placed.sort((one, other) => one.span[0] - other.span[0])) {
    const [from, to] = span;
    if (from < at || to > text.length || from >= to) continue;
    add(from, undefined);
    add(to, request);
  }
  add(text.length, undefined);
  return bands;
}

/** Where a request of an e-mail stands, in a word or two. */
export function bandState({ state, missing }: Pick<BandRequest, 'state' | 'missing'>): string {
  if (state === 'forwarded') return 'inoltrata';
  if (state === 'closed') return 'chiusa';
  if (state === 'waiting') return 'in attesa';
  if (missing.length > 0) return 'da completare';
  return state === 'inCharge' ? 'in lavoro' : 'da prendere';
}
