import type { Day } from '#shared/kernel/day.ts';
import type { Truth, TruthSign } from '#shared/kernel/evidence.ts';
import { sayMomentAt, saySince } from './moments.ts';
import type { ShapeName, Tone } from './signShapes.ts';

interface Look {
  readonly sign: ShapeName;
  readonly tone: Tone;
}

/** How each sign of truth looks (L14): ring, clock, disc, diamond, arrow, triangle, octagon. */
export const TRUTH_LOOKS: Readonly<Record<TruthSign, Look>> = {
  prepared: { sign: 'todo', tone: 'idle' },
  asked: { sign: 'queued', tone: 'info' },
  confirmed: { sign: 'done', tone: 'ok' },
  unknown: { sign: 'uncertain', tone: 'warn' },
  deferred: { sign: 'deferred', tone: 'warn' },
  warning: { sign: 'warning', tone: 'warn' },
  failing: { sign: 'error', tone: 'bad' },
};

/** `cartella letta oggi alle 09:10`, `la cartella non risponde dalle 08:52`. */
export function sayTruth({ word, when, sign }: Truth, today: Day): string {
  if (when === null) return word;
  return `${word} ${sign === 'failing' ? saySince(when, today) : sayMomentAt(when, today)}`;
}

/** What a word rests on, and who says it. */
export const sayEvidence = ({ evidence, who }: Truth): string =>
  who === null ? evidence : `${evidence} Lo dice ${who}.`;
