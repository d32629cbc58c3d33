/** What the head's answer to a forwarded text says (P38): only proposed, for an operator who reads it. Pure. */
import { z } from 'zod';
import { type Day, daySchema } from '#shared/kernel/day.ts';
import { excerpt } from '#shared/kernel/text.ts';
import { findDates } from '#shared/text/dates/findDates.ts';
import { plainForm } from '#shared/text/plainForm.ts';
import { sentencesOf } from '#shared/text/sentences.ts';

/** The five decisions of P30. */
const HEAD_DECISIONS = ['approved', 'changed', 'returned', 'refused', 'postponed'] as const;
export type HeadDecision = (typeof HEAD_DECISIONS)[number];

const LONGEST_WORDS = 160;
const LONGEST_REASON = 500;

export const headReadingSchema = z.object({
  /** Null where the words do not say one thing surely: then the operator chooses. */
  decision: z.enum(HEAD_DECISIONS).nullable(),
  /** The words it was read in, as they were written: the evidence. */
  words: z.string(),
  /** What was written, where a decision needs its reason. */
  why: z.string().nullable(),
  /** The day it is put off to, where one is named. */
  until: daySchema.nullable(),
});
export type HeadReading = z.infer<typeof headReadingSchema>;

const word = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'u');

const APPROVES = word(
  "approv(?:o|ato|ata|ati|iamo|alo|a pure)|appr\\.|ok|okay|okey|va bene|vanno bene|vai pure|via libera|d'accordo|nulla osta|nullaosta|favorevole|confermo|autorizz(?:o|ato|iamo)|proced(?:i|ete|iamo|ere)|invia(?:te)?(?: pure)?|pubblica(?:te)?(?: pure)?|visto si (?:invii|approvi)|perfetto|si'|sì",
);
const RETURNS = word(
  'restitu(?:isco|ito|iamo)|da (?:rifare|rivedere|riscrivere|correggere|sistemare|cambiare|completare)|rived(?:i|ete|iamo|etelo|ilo)|riscriv(?:i|ete|etelo|ilo)|rifa(?:te|i|telo|llo)|(?:lo |la |ve lo |te lo )?riman(?:do|dato|diamo) indietro|torna(?:re)? (?:a chi|indietro|alla redazione)',
);
const REFUSES = word(
  "non (?:l[oae]\\s+|si\\s+)?selezion\\p{L}*|(?:lo |la )?resping(?:o|iamo)|respint[oa]|rifiut(?:o|ato|iamo)|bocci(?:o|ato|ata|amo)|(?:lo |la )?scart(?:o|ato|iamo)|non (?:l[oae] |si |va |e' da |è da )?(?:invi|mand|pubblic|diffond|spedi|approv)\\p{L}*|non (?:si )?proced\\p{L}*|parere (?:negativo|contrario)|sono contrari[oa]|meglio (?:di no|non inviarl[oa])",
);
const POSTPONES = word(
  "rinvi(?:o|ato|ata|amo|atelo|alo)|riman(?:do|diamo|date|datelo|dalo) (?:a|al|alla|all|di|la decisione)|posticip\\p{L}+|ne (?:riparliamo|parliamo)|aspett(?:iamo|a|ate|o)|decid(?:o|iamo|ero|ero'|erò) (?:lunedi|lunedì|martedi|martedì|mercoledi|mercoledì|giovedi|giovedì|venerdi|venerdì|domani|dopodomani|la prossima|il \\d)|sospend(?:o|iamo)",
);
/** A word that turns a sentence round, wherever it stands: over it nothing is ever proposed as an approval. */
const NEGATES = word(
  "non|no|ne'|né|nemmeno|neanche|neppure|nessun[oa]?|niente|nulla(?! ?osta)|mai|senza|mica|contrari[oa]|disapprov\\p{L}*|sconsigli\\p{L}*|impossibile|negat\\p{L}*|sbagliat[oaie]",
);
/** A change goes with the approval. */
const CHANGES = word(
  'con (?:le |questa |queste |la |una |qualche |alcune |piccol[ae] |lieve |lievi )*(?:seguent[ei] )?(?:modific|correzion|variazion|integrazion)\\p{L}*|modific(?:a|he|ando|ate|hiamo|o)|corregg(?:i|ete|endo|iamo)|sostitu(?:isci|ite|endo|iamo)|cambi(?:a|ate|ando|amo)|togli(?:ete|endo|amo)?|aggiung(?:i|ete|endo|iamo)|invece di|al posto di|metti|mettete|scriv(?:i|ete)',
);
/** What is approved only if something comes is not yet approved. */
const CONDITIONS = word(
  "se|purche'?|purché|a condizione|a patto|sempre che|salvo|tranne|eccetto|a meno|solo (?:dopo|quando)|dopo (?:aver|che|la|il)|previ[ao]|appena|quando|prima (?:di|che|sent|chied|verific)|in attesa|fatto salvo|ma|pero'?|però|tuttavia|forse|magari|direi|penso|credo|potrebbe|dovrebbe|vorrei|vediamo|sentiamo|dubbi\\p{L}*|perpless\\p{L}*",
);
/** The answer of a mailbox, or of somebody who is away. */
const AWAY = word(
  "fuori (?:ufficio|sede|stanza)|risposta automatica|messaggio automatico|out of (?:the )?office|in ferie|sono (?:assente|in ferie|in malattia)|sarò assente|saro assente|al mio rientro|rispondero'? al|risponderò al|automatic reply",
);

const SIGNS: readonly (readonly [HeadDecision, RegExp])[] = [
  ['refused', REFUSES],
  ['returned', RETURNS],
  ['postponed', POSTPONES],
  ['approved', APPROVES],
];

const isQuestion = (sentence: string): boolean => /\?["”»)*_~]*$/.test(sentence);

interface Sign {
  readonly decision: HeadDecision;
  /** The sentence, as it was written. */
  readonly words: string;
}

function signsIn(sentence: string): readonly Sign[] {
  const plain = plainForm(sentence).replace(/\s+/g, ' ');
  // «non approvo» is no approval: what refuses is taken out before what approves is looked for.
  const rest = plain.replace(new RegExp(REFUSES.source, 'gu'), ' ');
  return SIGNS.filter(([decision, sign]) => sign.test(decision === 'refused' ? plain : rest)).map(([decision]) => ({
    decision,
    words: sentence,
  }));
}

/** What surely is decided; null where the signs differ, or something is in the way. */
function decisionOf(signs: readonly Sign[], plain: string, hasQuestion: boolean): HeadDecision | null {
  const [first, ...others] = [...new Set(signs.map(({ decision }) => decision))];
  if (first === undefined || others.length > 0) return null;
  if (first !== 'approved') return first;
  if (NEGATES.test(plain) || hasQuestion) return null;
  const changes = CHANGES.test(plain);
  // «approvo, ma togli…» names what changes; «ok se…», «approvo ma…» alone says nothing sure.
  const conditions = plain.replace(new RegExp(word("ma|pero'?|però").source, 'gu'), ' ');
  if (CONDITIONS.test(changes ? conditions : plain)) return null;
  return changes ? 'changed' : 'approved';
}

/**
 * What the own words of an e-mail decide, with the sentence that says so; `undefined` where they speak of no decision, or come
 * from a mailbox whose owner is away. Never an approval where a word negates, asks or makes a condition. `on`: the day it
 * was written.
 */
export function headReadingIn(own: string, on: Day): HeadReading | undefined {
  const plain = plainForm(own).replace(/\s+/g, ' ').trim();
  if (plain === '' || AWAY.test(plain)) return undefined;
  const sentences = sentencesOf(own).map(({ text }) => text);
  const said = sentences.filter((sentence) => !isQuestion(sentence));
  const signs = said.flatMap(signsIn);
  const [first] = signs;
  if (!first) return undefined;
  const decision = decisionOf(signs, plain, said.length < sentences.length);
  const needsReason = decision === 'returned' || decision === 'refused' || decision === 'postponed';
  const until = findDates(own, on).find(({ date }) => date > on)?.date ?? null;
  return {
    decision,
    words: excerpt(first.words.replace(/\s+/g, ' '), LONGEST_WORDS),
    why: needsReason ? excerpt(own.replace(/\s+/g, ' ').trim(), LONGEST_REASON) : null,
    until: decision === 'postponed' ? until : null,
  };
}
