/** The journal in words (P65): for each fact one whole Italian sentence, the same on every desk. */
import { type Day, partsOf, sayDay, sayDayAndYear } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { excerpt } from '#shared/kernel/text.ts';
import { type Fact, isAhead } from './fact.ts';
import { type FactOf, readFact, type Vocabulary } from './vocabulary.ts';

/** Turns the ids in facts into names, as they stand inside a sentence. */
export interface Names {
  /** `Marta Bellin`, `l’app`; words that say so for somebody nobody knows. */
  readonly person: (id: string) => string;
  /** After «la postazione»: `«Sportello»`, `senza nome`. */
  readonly desk: (dev: string) => string;
}

/**
 * The sentence of each type of a vocabulary, none left out. It begins with who did it, or with `L’app` for what the app did
 * by itself whoever sat at the desk, and tells what is on record, never what follows from it (P66). Without its full stop.
 */
export type Story<Words extends Vocabulary> = {
  readonly [Type in keyof Words & string]: (fact: Extract<FactOf<Words>, { type: Type }>, names: Names) => string;
};

/** The sentence of a fact, or `undefined` when it is not of one's vocabulary. */
export type Teller = (fact: Fact, names: Names) => string | undefined;

const asSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** Tells the facts of one vocabulary. */
export function tellerOf<Words extends Vocabulary>(words: Words, story: Story<Words>): Teller {
  return (raw, names) => {
    const fact = readFact(words, raw);
    if (!fact) return undefined;
    const sentence = story[fact.type] as (fact: FactOf<Words>, names: Names) => string;
    return asSentence(sentence(fact, names));
  };
}

/** What stands for a fact that this app cannot read. */
const NEWER = 'Una versione più nuova dell’app ha scritto qualcosa qui: aggiorna l’app.';

/** The sentence of a fact of any word. */
export function storyOf(tellers: readonly Teller[], fact: Fact, names: Names): string {
  if (isAhead(fact)) return NEWER;
  for (const tell of tellers) {
    const sentence = tell(fact, names);
    if (sentence !== undefined) return sentence;
  }
  return NEWER;
}

const TITLE_LENGTH = 60;
const REASON_LENGTH = 100;

/** At most `length` characters of a text on one line, without its full stop. */
export const oneLine = (text: string, length: number): string =>
  excerpt(
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/(?<!\.)\.$/, ''),
    length,
  );

/** `«Via Roma chiusa»`, as `oneLine`; `«senza titolo»` for nothing. */
export function quoted(text: string, length = TITLE_LENGTH): string {
  const line = oneLine(text, length).replaceAll('«', '“').replaceAll('»', '”');
  return line === '' ? '«senza titolo»' : `«${line}»`;
}

/** `: «manca la conferma»`; nothing without a reason. */
export const because = (why: string | null): string =>
  why === null || why.trim() === '' ? '' : `: ${quoted(why, REASON_LENGTH)}`;

/** A day in a sentence: `martedì 3 marzo`, with the year when it is not that of `at`. */
export const dayIn = (day: Day, at: Instant): string =>
  partsOf(day).year === partsOf(romeOf(at).day).year ? sayDay(day) : sayDayAndYear(day);

/** A moment in a sentence: `martedì 3 marzo alle 09:00`, with the year when it is not that of `at`. */
export function momentIn(moment: Instant, at: Instant): string {
  const { day, time } = romeOf(moment);
  return `${dayIn(day, at)} alle ${time}`;
}

/** Says that an act resolved a conflict of concurrent facts (G9). */
export const sayConflictResolved = ({ settles }: { readonly settles?: readonly string[] }): string =>
  settles === undefined || settles.length === 0 ? '' : ', scegliendo fra versioni di postazioni diverse';

/** The id in an entity. */
export const idIn = (ent: string): string => ent.slice(ent.indexOf('/') + 1);

const LIST = new Intl.ListFormat('it');
/** `uno, due e tre`. */
export const listed = (words: readonly string[]): string => LIST.format(words);
