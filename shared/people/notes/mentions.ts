/** Who a note names with @ (P28). Pure. */
import type { Person } from '#shared/people/person.ts';

type Named = Pick<Person, 'id' | 'name'>;

const fold = (text: string): string => text.normalize('NFC').toLocaleLowerCase('it');
const surnameOf = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;

/** What stands after the @ for a person: the surname, or the whole name where two share it. */
export function handleOf({ name }: Named, people: readonly Named[]): string {
  const surname = surnameOf(name);
  const isShared = people.filter((other) => fold(surnameOf(other.name)) === fold(surname)).length > 1;
  return isShared ? name : surname;
}

/** A run of a note: plain words, or the naming of a person. */
export interface NoteRun {
  readonly text: string;
  /** The person it names; null for plain words. */
  readonly person: string | null;
}

const WORD = /[\p{L}\p{N}_]/u;

/** A note in runs: an @ names somebody when it begins a word and a name of the list follows, as a whole word. */
export function runsOf(text: string, people: readonly Named[]): readonly NoteRun[] {
  const names = people
    .flatMap((person) => [person.name, handleOf(person, people)].map((name) => ({ name, id: person.id })))
    .sort((one, other) => other.name.length - one.name.length);
  const runs: NoteRun[] = [];
  let plain = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < plain || (at > 0 && WORD.test(text[at - 1] ?? ''))) continue;
    const found = names.find(({ name }) => {
      const end = at + 1 + name.length;
      return fold(text.slice(at + 1, end)) === fold(name) && !WORD.test(text[end] ?? '');
    });
    if (!found) continue;
    const end = at + 1 + found.name.length;
    if (at > plain) runs.push({ text: text.slice(plain, at), person: null });
    runs.push({ text: text.slice(at, end), person: found.id });
    plain = end;
  }
  if (plain < text.length) runs.push({ text: text.slice(plain), person: null });
  return runs;
}

/** The people a note names, each once, in their order; none = it is for everybody. */
export const mentionsIn = (text: string, people: readonly Named[]): readonly string[] => [
  ...new Set(runsOf(text, people).flatMap(({ person }) => person ?? [])),
];

/** What is typed after an @ that names nobody yet, and where it begins; `undefined` when the caret is elsewhere. */
export function typedMention(
  text: string,
  caret: number,
): { readonly from: number; readonly query: string } | undefined {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || (from > 0 && WORD.test(text[from - 1] ?? ''))) return undefined;
  const query = text.slice(from + 1, caret);
  return query.length <= 40 && /^[\p{L}’' -]*$/u.test(query) && !query.startsWith(' ') ? { from, query } : undefined;
}

/** The people whose name begins, in any of its words, with what was typed. */
export function matchingPeople<Who extends Named>(query: string, people: readonly Who[]): readonly Who[] {
  const wanted = fold(query);
  return people.filter(({ name }) => {
    const whole = fold(name);
    return whole.startsWith(wanted) || whole.split(/\s+/).some((word) => word.startsWith(wanted));
  });
}
