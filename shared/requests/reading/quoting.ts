import type { Day } from '#shared/kernel/day.ts';
import { type Line, linesOf } from './lines.ts';
import type { MailAddress } from './mail.ts';
import { type QuoteHead, quoteHeadAt } from './quoteHeads.ts';

/** A message inside the text of a mail: what its sender wrote, or what was quoted, forwarded or attached. */
export interface Layer {
  readonly kind: 'own' | 'quoted' | QuoteHead['kind'];
  /** The words of this message, without its head; UTF-16 indexes. */
  readonly from: number;
  readonly to: number;
  /** Where its head begins. */
  readonly headFrom: number;
  /** Who wrote it and when, as its head says; null for the sender's own words and where nothing is said. */
  readonly author: MailAddress | null;
  readonly day: Day | null;
}

interface OpenLayer {
  readonly kind: Layer['kind'];
  readonly headAt: number;
  readonly at: number;
  /** Its lines begin with `>`: the first other line ends it. */
  readonly prefixed: boolean;
  readonly head?: QuoteHead;
}

/** A chain of replies is not longer than this; a hostile text may be. */
const MAX_LAYERS = 60;
const OWN: Omit<OpenLayer, 'headAt' | 'at'> = { kind: 'own', prefixed: false };

const isQuoted = (line: Line | undefined): boolean => line !== undefined && /^\s{0,3}>/.test(line.text);
const isBlank = (line: Line | undefined): boolean => line !== undefined && line.text.trim() === '';

/** The layer that begins at line `index`, if one does while `current` is open. */
function opening(lines: readonly Line[], index: number, current: OpenLayer): OpenLayer | undefined {
  const head = quoteHeadAt(lines, index);
  if (head !== undefined) {
    const first = isBlank(lines[head.next]) ? head.next + 1 : head.next;
    return { kind: head.kind, headAt: index, at: head.next, prefixed: isQuoted(lines[first]), head };
  }
  if (isQuoted(lines[index])) {
    return current.prefixed || current.kind === 'quoted'
      ? undefined
      : { kind: 'quoted', headAt: index, at: index, prefixed: true };
  }
  const ends = current.prefixed && !isBlank(lines[index]);
  return ends ? { ...OWN, headAt: index, at: index } : undefined;
}

/** What any head or quotation has: most texts have none of it, and are one message. */
const QUOTES =
  /^[\s>*_]{0,20}>|scritto|scrive|wrote|ha inviato|inoltra|forwarded|original|Messaggio allegato|^[\s>*_]{0,20}(?:da|from|mittente|oggetto|subject|data|date)[*_]?\s*:/im;

/**
 * The messages a text is made of, in order. A head (`Da: … Inviato: …`, "Il giorno … ha scritto:", "Messaggio
 * inoltrato") begins a new one that runs to the next head, or where its `>` lines end.
 */
export function splitLayers(text: string): readonly Layer[] {
  if (!QUOTES.test(text)) {
    const whole = { from: 0, to: text.length, headFrom: 0 };
    return text.trim() === '' ? [] : [{ kind: 'own', ...whole, author: null, day: null }];
  }
  const lines = linesOf(text);
  const layers: Layer[] = [];
  const offsetOf = (at: number): number => lines[at]?.from ?? text.length;
  let current: OpenLayer = { ...OWN, headAt: 0, at: 0 };
  const close = (end: number): void => {
    const { kind, headAt, at, head } = current;
    const layer = { kind, headFrom: offsetOf(headAt), from: offsetOf(Math.min(at, end)), to: offsetOf(end) };
    if (kind === 'own' && text.slice(layer.from, layer.to).trim() === '') return;
    layers.push({ ...layer, author: head?.author ?? null, day: head?.day ?? null });
  };
  let index = 0;
  while (index < lines.length && layers.length < MAX_LAYERS) {
    const next = opening(lines, index, current);
    if (next !== undefined) {
      close(index);
      current = next;
    }
    index = Math.max(index + 1, next?.at ?? 0);
  }
  close(lines.length);
  return layers;
}
