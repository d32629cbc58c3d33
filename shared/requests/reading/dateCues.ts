import { matchesOf } from '#shared/text/plainForm.ts';
import { bareLabelKind, type LabelKind, labelKind } from './labels.ts';

/** Words that speak of sending the notice. `invit-` is not one of them. */
const SEND =
  /\binvi(?![tds])[a-z]*|\bspedi[a-z]+|\bpubblic(?:are|arlo|arla|azione|hi|hiate|hino)\b|\b(?:sia|venga|essere|da|va) pubblicat[oa]|\bdiffond[a-z]+|\bdiffus[a-z]+|\bmand(?:are|arlo|arla|ato|ata|ate|atelo|atela|iate|iamo|iamolo)\b|\btrasmett[a-z]+|\bdivulg[a-z]+|\bprogramm(?:are|arlo|arla|ato|ata|iate|azione)\b|\bfar (?:uscire|partire)|\b(?:avvis|inform|avvert)(?:are|ate|ire|ite)\b|\bfa(?:r(?:e|lo|la)?|te(?:lo|la)?) (?:sapere|girare)\b|\busc(?:ita|ire|isse)\b|\bparta\b|\bla data (?:è|e'|sarebbe)(?![a-z])|\b(?:data|giorno) (?:richiest|desiderat|preferit)[ao]/g;
/** Words that speak of the event itself, of a deadline, of another act or of what was already done. */
const EVENT =
  /\bevent[oi]\b|\bsi (?:terr|svolg|tiene|inaugur|riun)[a-zà]*|\bscad[a-z]+|\biscri[a-z]+|\bchiu[sd][a-zà]+|\bapert[a-z]+|\b(?:ri)?apr(?:e|ir)[a-zà]*|\binizi[a-zà]*|\bincontr[oi]\b|\bspettacol[oi]|\bconcert[oi]|\briunion[ei]|\bsedut[ae]|\bdomand[ae]\b|\bprenot[a-z]+|\btermin[ei]\b|\bappuntament[oi]|\blaborator[a-z]+|\bmostr[ae]\b|\bfest[ae]\b|\bassemble[ae]|\bconvoc[a-z]+|\blezion[ei]|\bcors[oi] |\bpartecip[a-z]+|\bmercat[a-z]+|\bsospes[a-z]+|\binterruzion[ei]|\blavori\b|\bdelibera\b|\bdetermina\b|\bprot(?:ocollo)?\b|\bfino al?(?:l')?(?![a-z])|\bnat[oa] (?:a|il)\b|\b(?:gi[àa]|stat[oa]|abbiamo) (?:[a-z]+ )?(?:inviat|spedit|mandat|pubblicat)[oa]|\b(?:notizia|news|articolo|pagina|comunicato)\b[^.\n]{0,60}\bpubblicat[oa]|\bpubblicat[oa] (?:sul sito|il|in data)/g;
const REACH_BEFORE = 120;
const REACH_AFTER = 40;
const SENTENCE_END =
  /(?<!\b(?:n|nr|art|prot|rif|dott|sig|ore|tel|p|v|c|m|l|d|lgs|ecc|es|gent|spett|ing|geom|avv))\.\s|[;!?…]\s|\n\s*\n|\n(?=\s{0,3}(?:[-•*▪]|\d{1,2}[.)]|[a-h]\))\s)/g;
/** Words that bind a date to the verb of sending, however far it stands in the sentence. */
const BOUND = /\b(?:per|in data|nella giornata di|per la giornata di)\s{1,2}(?:il\s|l'|la\s|il giorno\s|giorno\s)?$/;

/** "dal 3 dicembre", "dal 3 al 5": how an event lasts. */
const FROM = /\bdal(?:la\s|l'|\s)$/;

function lastEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const match of matchesOf(pattern, text)) end = match.index + match[0].length;
  return end;
}

/** "Il giorno prima dell'inizio" speaks of the day of sending, not of the event. */
const BEFORE_EVENT = /\bprima (?:del(?:la|lo)?\s|dell')[a-z]{1,20}/g;

function sentenceBefore(plain: string, from: number): string {
  const window = plain.slice(Math.max(0, from - REACH_BEFORE), from);
  const end = lastEnd(window, SENTENCE_END);
  const sentence = end < 0 ? window : window.slice(end);
  return sentence.replace(BEFORE_EVENT, (words) => ' '.repeat(words.length));
}

function sentenceAfter(plain: string, to: number, ceiling: number): string {
  const window = plain.slice(to, Math.min(ceiling, to + REACH_AFTER));
  return window.split(/[.;!?…,\n|]|\s{3}/, 1)[0] ?? '';
}

/** The label of a date: in `Data invio: 12 dicembre`, `data invio`; also alone on the line above, with or without colon. */
function labelOf(plain: string, from: number): LabelKind | undefined {
  const lineStart = plain.lastIndexOf('\n', from - 1) + 1;
  if (from - lineStart > REACH_BEFORE) return undefined;
  const before = plain.slice(lineStart, from);
  const label = /^\W{0,6}([^:\n]{2,60}):[^:\n]{0,30}$/.exec(before)?.[1];
  if (label !== undefined || /[a-z]{3}/.test(before)) return labelKind(label ?? '');
  const above = plain.slice(Math.max(0, lineStart - REACH_BEFORE), lineStart).trimEnd();
  const line = above.slice(above.lastIndexOf('\n') + 1);
  return line.endsWith(':') ? labelKind(line.slice(0, -1)) : bareLabelKind(line);
}

/**
 * How much the words around a date say that it is the day of sending: 5 for a label ("Data invio:"), 4 and 3 for a verb
 * of sending before it, 2 after it, 1 for a plain "per", 0 for nothing; the same below 0 for words of the event.
 * `floor` and `ceiling` are the ends of the neighbouring dates, whose words do not count for this one.
 */
export function scoreCues(plain: string, from: number, to: number, floor: number, ceiling: number): number {
  const kind = labelOf(plain, from);
  if (kind === 'send-date') return 5;
  if (kind === 'event-date') return -5;
  if (kind === 'date') return 2;
  const sentence = sentenceBefore(plain, from);
  const bound = BOUND.test(sentence);
  if (bound && lastEnd(sentence, SEND) >= 0) return 4;
  const near = sentence.slice(Math.max(0, sentence.length - (from - floor)));
  const send = lastEnd(near, SEND);
  const event = lastEnd(near, EVENT);
  if (send !== event) return send > event ? 3 : -3;
  if (bound) return 1;
  if (FROM.test(sentence)) return -1;
  const after = sentenceAfter(plain, to, ceiling);
  if (lastEnd(after, EVENT) >= 0) return -2;
  return lastEnd(after, SEND) >= 0 ? 2 : 0;
}
