import type { Truth } from '#shared/kernel/evidence.ts';

/** A state's colour; the sign and the word carry the meaning alone (L1). */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'idle';

/** How a path of a sign is painted: filled, drawn as a line, or cut out of the filled shape in the surface's colour. */
interface SignPath {
  readonly d: string;
  readonly paint: 'fill' | 'line' | 'cut';
  readonly width?: number;
  readonly dash?: string;
}

/** One status sign on a 16-unit grid, with the tone and the Italian word it has when the caller gives no other. */
export interface SignShape {
  readonly tone: Tone;
  readonly word: string;
  readonly paths: readonly SignPath[];
}

const RING = 'M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0z';
const DISC = 'M1 8a7 7 0 1 0 14 0a7 7 0 1 0-14 0z';
const fill = (d: string): SignPath => ({ d, paint: 'fill' });
const line = (d: string, width = 1.5): SignPath => ({ d, paint: 'line', width });
const cut = (d: string, width: number): SignPath => ({ d, paint: 'cut', width });

/** The 14 status signs of L8: every outline is different, so that none needs its colour. */
export const SIGNS = {
  done: { tone: 'ok', word: 'fatto', paths: [fill(DISC), cut('M4.7 8.2l2.3 2.3 4.3-4.7', 1.8)] },
  error: {
    tone: 'bad',
    word: 'errore',
    paths: [fill('M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z'), cut('M8 4.3v4.2M8 11.3v.2', 1.9)],
  },
  warning: {
    tone: 'warn',
    word: 'avviso',
    paths: [fill('M8 1.2 15.4 14.6H.6z'), line('M8 1.2 15.4 14.6H.6z', 1), cut('M8 6v3.8M8 12.2v.2', 1.7)],
  },
  suggestion: { tone: 'idle', word: 'suggerimento', paths: [line(RING), line('M8 7.3v3.8M8 4.8v.2', 1.7)] },
  uncertain: {
    tone: 'warn',
    word: 'incerto',
    paths: [fill('M8 .8 15.2 8 8 15.2.8 8z'), cut('M6.3 6.5a1.7 1.7 0 1 1 2.5 1.5c-.6.35-.8.6-.8 1.1M8 11.2v.1', 1.5)],
  },
  unverified: {
    tone: 'idle',
    word: 'non verificato',
    paths: [
      { ...line('M1.7 8a6.3 6.3 0 1 0 12.6 0a6.3 6.3 0 1 0-12.6 0z'), dash: '2.6 2.35' },
      line('M6.3 6.3a1.75 1.75 0 1 1 2.5 1.6c-.55.3-.8.6-.8 1.2M8 11.3v.1'),
    ],
  },
  todo: { tone: 'idle', word: 'da fare', paths: [line(RING)] },
  queued: { tone: 'info', word: 'in coda', paths: [line(RING), line('M8 4.6V8l2.2 1.5')] },
  sending: { tone: 'info', word: 'in invio', paths: [line(RING), fill('M8 8V1.8A6.2 6.2 0 0 1 8 14.2z')] },
  deferred: { tone: 'idle', word: 'differito', paths: [line(RING), line('M5 8h5.6M8.3 5.6 10.8 8l-2.5 2.4')] },
  paused: { tone: 'idle', word: 'sospeso', paths: [line(RING), line('M6.3 5.6v4.8M9.7 5.6v4.8')] },
  refused: {
    tone: 'bad',
    word: 'rifiutato',
    paths: [fill(DISC), cut('M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4', 1.8)],
  },
  cancelled: { tone: 'idle', word: 'annullato', paths: [line(RING), line('M3.8 3.8l8.4 8.4')] },
  info: { tone: 'info', word: 'informazione', paths: [fill(DISC), cut('M8 7.3v4M8 4.6v.2', 1.8)] },
} as const satisfies Record<string, SignShape>;

/** Every shape. The green one is drawn of an `Evidence` alone (P66). */
export type ShapeName = keyof typeof SIGNS;
export type SignName = Exclude<ShapeName, 'done'>;
/** What a sign is made of: a shape that is not green, or a word with what it rests on. */
export type Mark = SignName | Truth;

/** The Italian word of a sign, said where the screen has no better one. */
export const signWord = (mark: Mark): string => (typeof mark === 'string' ? SIGNS[mark].word : mark.word);
