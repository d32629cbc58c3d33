import type { Day } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { chatStamps } from '#shared/text/chatStamps.ts';
import { blank } from '#shared/text/plainForm.ts';
import { findAskedText } from './askedText.ts';
import { ENOUGH_EVIDENCE, requestEvidence } from './evidence.ts';
import { type Fold, foldsOf } from './folding.ts';
import { type LinkCandidate, locateLinks, newsLinks } from './links.ts';
import type { MailAddress, ParsedMail } from './mail.ts';
import { type Layer, splitLayers } from './quoting.ts';

/** What kind of writing a message is: new, an answer to another, or another one passed on. */
export type MailForm = 'plain' | 'reply' | 'forward';

/** A message in the body that counts for the request, with the day its relative dates count from. */
export interface ReadLayer extends Layer {
  readonly reference: Day | undefined;
}

/** The body of a mail taken apart. */
export interface MailBody {
  readonly form: MailForm;
  /** The messages that count: of a reply only the new words, of a forward all of them. */
  readonly layers: readonly ReadLayer[];
  /** What the screen folds away (quotations, signatures, notices of confidentiality). */
  readonly folds: readonly Fold[];
  /** The text with folds and heads blanked out, index for index: what the rules read. */
  readonly working: string;
  /** Every link of `working`, in order of place. */
  readonly links: readonly LinkCandidate[];
  /** The day the mail was written; unknown when it has no date. */
  readonly written: Day | undefined;
  /** The message that holds the request: the innermost one that looks like one. */
  readonly holder: ReadLayer;
}

const FORWARD_PREFIX = /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:i|fw|fwd|wg|tr|inoltro|inoltra|inoltrat[oa])\s*:/i;
const REPLY_PREFIX = /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:r|re|ris|rif|aw|sv|risposta)\s*:/i;
const FEW_WORDS = 25;

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

/** The new words of the sender, without farewell and signature. */
function ownWords({ text, from }: ParsedMail, layers: readonly Layer[]): number {
  const own = layers.filter((layer) => layer.kind === 'own');
  return own.reduce((sum, layer) => {
    const folds = foldsOf(text, layer.from, layer.to, from).map((fold) => [fold.from, fold.to] as const);
    return sum + wordsIn(blank(text, folds).slice(layer.from, layer.to));
  }, 0);
}

/**
 * Whether the words of a mail that answers another ask for a notice by themselves, with its page: people write to PuntoSi
 * by answering the last e-mail they find, under another subject and with nothing quoted.
 */
function isWholeRequest({ text }: ParsedMail, hosts: readonly string[]): boolean {
  const links = locateLinks(text, hosts);
  return (
    newsLinks(links).length > 0 &&
    requestEvidence(text, links) > ENOUGH_EVIDENCE &&
    findAskedText(text, 0, text.length, true) !== undefined
  );
}

function formOf(mail: ParsedMail, layers: readonly Layer[], hosts: readonly string[]): MailForm {
  const others = layers.filter((layer) => layer.kind !== 'own');
  if (FORWARD_PREFIX.test(mail.subject)) return others.length > 0 ? 'forward' : 'plain';
  if (REPLY_PREFIX.test(mail.subject)) return mail.references.length > 0 || others.length > 0 ? 'reply' : 'plain';
  if (others.some((layer) => layer.kind === 'forwarded' || layer.kind === 'attached')) return 'forward';
  if (others.length > 0 && ownWords(mail, layers) <= 2) return 'forward';
  if (mail.references.length > 0) return others.length === 0 && isWholeRequest(mail, hosts) ? 'plain' : 'reply';
  return others.some((layer) => layer.kind === 'original') ? 'forward' : 'plain';
}

/** `Da: … A: … Data: … Oggetto: …` without an address above the sender's own words is the form of a memo, no head of another e-mail. */
function withoutMemo({ subject, references }: ParsedMail, layers: readonly Layer[]): readonly Layer[] {
  const [first, ...rest] = layers;
  const isMemo =
    first?.kind === 'original' &&
    first.author?.address === '' &&
    references.length === 0 &&
    !FORWARD_PREFIX.test(subject);
  return isMemo ? [{ ...first, kind: 'own', author: null, day: null }, ...rest] : layers;
}

/** Of a message that answers nothing, words set off like a quotation are the notice (`<blockquote>`). */
function counts(form: MailForm, layer: Layer): boolean {
  if (layer.kind === 'own' || layer.kind === 'attached') return true;
  return form === 'forward' || (form === 'plain' && layer.kind === 'quoted');
}

/** `>` signs before quoted lines, blanked so that a forwarded text reads like any other. */
function quoteSigns(text: string, layer: Layer): readonly (readonly [number, number])[] {
  const signs = text.slice(layer.from, layer.to).matchAll(/^[ >]*>[ ]?/gm);
  return [...signs].map((sign) => [layer.from + sign.index, layer.from + sign.index + sign[0].length] as const);
}

function holderOf(working: string, layers: readonly ReadLayer[], links: readonly LinkCandidate[]): ReadLayer {
  const [only] = layers;
  if (only !== undefined && layers.length === 1) return only;
  const asking = layers.filter((layer) => {
    const words = working.slice(layer.from, layer.to);
    const inside = links.filter((link) => link.from >= layer.from && link.to <= layer.to);
    return requestEvidence(words, inside) >= ENOUGH_EVIDENCE;
  });
  const [first] = layers as readonly [ReadLayer, ...ReadLayer[]];
  if (asking.length > 0) return asking.at(-1) ?? first;
  const short = wordsIn(working.slice(first.from, first.to)) <= FEW_WORDS;
  const filled = layers.filter((layer) => working.slice(layer.from, layer.to).trim() !== '');
  return (short ? filled.at(-1) : undefined) ?? first;
}

/** Takes the body of a mail apart; `hosts` are the institutional web hosts. */
export function readBody(mail: ParsedMail, hosts: readonly string[]): MailBody {
  const { text } = mail;
  const all = withoutMemo(mail, splitLayers(text));
  const form = formOf(mail, all, hosts);
  const written = mail.date === null ? undefined : romeOf(mail.date).day;
  const empty: Layer = { kind: 'own', from: 0, to: text.length, headFrom: 0, author: null, day: null };
  const kept = all.filter((layer) => counts(form, layer));
  const layers = (kept.length > 0 ? kept : [empty]).map((layer) => ({
    ...layer,
    reference: layer.day ?? written,
  }));
  const dropped = all.filter((layer) => !counts(form, layer));
  const folds: readonly Fold[] = [
    ...dropped.map((layer) => ({ kind: 'quoted' as const, from: layer.headFrom, to: layer.to })),
    ...layers
      .filter((layer) => layer.headFrom < layer.from)
      .map((layer) => ({ kind: 'head' as const, from: layer.headFrom, to: layer.from })),
    ...layers.flatMap((layer) =>
      foldsOf(text, layer.from, layer.to, layer.author ?? (layer.kind === 'own' ? mail.from : null)),
    ),
  ].sort((a, b) => a.from - b.from);
  const hidden = [
    ...folds.map((fold) => [fold.from, fold.to] as const),
    ...layers.filter((layer) => layer.kind !== 'own').flatMap((layer) => quoteSigns(text, layer)),
  ];
  const working = blank(text, [...hidden, ...chatStamps(text)]);
  const links = locateLinks(working, hosts);
  return { form, layers, folds, working, links, written, holder: holderOf(working, layers, links) };
}

/** Who asks for the request at `from`: the author of the attached message it stands in; else who asks in this mail (P12). */
export function requesterAt(mail: ParsedMail, body: MailBody, from: number): MailAddress | null {
  const layer = body.layers.find((one) => one.kind === 'attached' && one.from <= from && from < one.to);
  return layer?.author ?? requesterOf(mail, body);
}

/** Who asks: the author of the message that holds the request, where a forward names one; else the sender (P13). */
export function requesterOf(mail: ParsedMail, body: MailBody): MailAddress | null {
  return body.holder.author ?? mail.from;
}
