/** The e-mail cut at its requests (P12): what lies between them stays plain. */
import type { Sibling } from '#shared/requests/views.ts';

export type BandRequest = Pick<Sibling, 'id' | 'index' | 'title' | 'state' | 'missing' | 'span' | 'data'>;

/** A stretch of the e-mail: of one request, or of none. */
export interface MailBand {
  readonly text: string;
  /** Where it begins in the text of the e-mail, UTF-16. */
  readonly from: number;
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
    const whole = text.slice(at, to);
    const blank = /^\s*\n/.exec(whole)?.[0].length ?? 0;
    const stretch = whole.slice(blank).trimEnd();
    if (stretch.trim() !== '') bands.push({ text: stretch, from: at + blank, request });
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

/** A line of a request at which it may be divided: where it begins and its words. */
export interface MailLine {
  readonly from: number;
  readonly text: string;
}

/** The written lines of one stretch but the first, at which nothing would be divided. */
export function linesToDivide({ text, from }: Pick<MailBand, 'text' | 'from'>): readonly MailLine[] {
  const lines: MailLine[] = [];
  let at = from;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ from: at, text: line.trim() });
    at += line.length + 1;
  }
  return lines.slice(1);
}

/** Where a request of an e-mail stands, in a word or two. */
export function bandState({ state, missing }: Pick<BandRequest, 'state' | 'missing'>): string {
  if (state === 'forwarded') return 'inoltrata';
  if (state === 'closed') return 'chiusa';
  if (state === 'waiting') return 'in attesa';
  if (missing.length > 0) return 'da completare';
  return state === 'inCharge' ? 'in lavoro' : 'da prendere';
}
