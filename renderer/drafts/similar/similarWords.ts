/** What the comparison with similar notices says (P21): pure. */

import { type FilledLine, SEARCHING } from '#renderer/drafts/editor/judging.ts';
import type { DifferenceSegment } from '#renderer/ui/index.ts';
import { sayClock } from '#renderer/ui/moments.ts';
import { type Day, daysBetween, partsOf, sayDay, sayDayAndYear } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';
import { traitsOf } from '#shared/register/duplicates/likeness.ts';
import { saySeries } from '#shared/register/series.ts';
import { KIND_WORDS, nameNotice, type Similar, type SimilarNotice } from '#shared/requests/comparison.ts';
import { differences } from '#shared/text/differences.ts';
import type { SimilarSearch } from './useSimilar.ts';

/** Two texts side by side, each with what stands only in it. */
export function onlyHere(
  ours: string,
  theirs: string,
): { readonly ours: readonly DifferenceSegment[]; readonly theirs: readonly DifferenceSegment[] } {
  const runs = differences(theirs, ours);
  const side = (own: 'added' | 'removed'): readonly DifferenceSegment[] =>
    runs
      .filter(({ kind }) => kind === 'same' || kind === own)
      .map(({ kind, text }) => ({ kind: kind === 'same' || text.trim() === '' ? 'same' : 'only', text }));
  return { ours: side('added'), theirs: side('removed') };
}

/** Those of which nobody decided yet. */
export const undecided = (candidates: readonly SimilarNotice[]): readonly SimilarNotice[] =>
  candidates.filter(({ decided }) => decided === null);

/** The checklist with its line "duplicati" as far as the search came: nothing counts as in order before it answered. */
export function withSimilar(lines: readonly FilledLine[], { found, problem }: SimilarSearch): readonly FilledLine[] {
  return lines.map((line) => {
    if (line.line !== 'duplicati') return line;
    if (!found) {
      return { ...line, outcome: 'non verificato', detail: problem ? 'ricerca non riuscita' : SEARCHING };
    }
    const open = undecided(found.candidates).length;
    if (open === 0) return line;
    const count = plural(open, 'simile', 'simili');
    return { ...line, detail: line.outcome === 'da correggere' ? `${count}, ${line.detail}` : count };
  });
}

/** Whether it only resembles the request: no double and no other date of it, as far as the app sees. */
export const isWeak = ({ verdict }: Pick<SimilarNotice, 'verdict'>): boolean => verdict === 'similar';

const GROUPS = [
  ['duplicate', 'Forse lo stesso avviso'],
  ['series', 'Forse un’altra data, o un promemoria'],
  ['similar', 'Si somigliano poco'],
] as const;

/** The notices by what they may be to the request: a weak resemblance never stands among the doubles. */
export const similarGroups = (candidates: readonly SimilarNotice[]) =>
  GROUPS.map(([id, title]) => ({ id, title, notices: candidates.filter(({ verdict }) => verdict === id) })).filter(
    ({ notices }) => notices.length > 0,
  );

/** `86 %`. */
export const sayScore = ({ score }: Pick<SimilarNotice, 'score'>): string => `${Math.round(score * 100)} %`;

const DAY_WORDS: Readonly<Record<SimilarNotice['kind'], string>> = {
  sent: 'inviato',
  queued: 'in coda per',
  forwarded: 'dal capo settore da',
  asked: 'chiesto',
};

type Timed = Pick<SimilarNotice, 'kind' | 'when'>;

/** The day a similar notice was sent or will be, with its year when it is another one: `inviato giovedì 12 novembre`. */
export function saySimilarDay({ kind, when }: Timed, today: Day): string {
  const { day } = romeOf(when);
  const said = partsOf(day).year === partsOf(today).year ? sayDay(day) : sayDayAndYear(day);
  return `${DAY_WORDS[kind]} ${said}`;
}

/** Day, time and how long ago: `inviato giovedì 12 novembre alle 10:04, 12 giorni fa`. */
export function saySimilarWhen(notice: Timed, today: Day): string {
  const moment = `${saySimilarDay(notice, today)} alle ${sayClock(notice.when)}`;
  if (notice.kind === 'queued' || notice.kind === 'forwarded') return moment;
  const ago = daysBetween(romeOf(notice.when).day, today);
  const apart = ago < 1 ? 'oggi' : ago === 1 ? 'ieri' : `${ago} giorni fa`;
  return `${moment}, ${apart}`;
}

/** Head of the column of the other text: `Già inviato, n. 2026/0204`. */
export const saySimilarHead = ({ kind, number }: Pick<SimilarNotice, 'kind' | 'number'>): string =>
  `Già ${KIND_WORDS[kind]}${number === null ? '' : `, n. ${number}`}`;

const PROPOSALS: Readonly<Record<SimilarNotice['verdict'], string>> = {
  duplicate: 'Sembra lo stesso avviso',
  series: 'Sembra lo stesso argomento in un’altra data, o un promemoria',
  similar: 'Si somigliano: guarda se è lo stesso avviso',
};
const DECIDED = { duplicato: 'È un duplicato', serie: 'Fa parte di una serie', diverso: 'È diverso' } as const;

/** The sentence above the comparison: what the app sees, as a proposal, or what was decided already. */
export function saySimilar({ verdict, why, decided }: Pick<SimilarNotice, 'verdict' | 'why' | 'decided'>): {
  readonly heading: string;
  readonly lines: readonly string[];
} {
  const reasons = `${why.join('. ')}.`;
  if (decided) {
    const kept = decided.why === '' ? '' : `: ${decided.why}`;
    return { heading: `Già deciso: ${DECIDED[decided.verdict].toLowerCase()}${kept}`, lines: [reasons] };
  }
  return { heading: PROPOSALS[verdict], lines: [reasons] };
}

/** What follows from each of the three decisions. */
export function sayConsequences(notice: SimilarNotice): Readonly<Record<'duplicato' | 'serie' | 'diverso', string>> {
  const { asSeries } = notice;
  return {
    duplicato: `Chiude la richiesta senza avviso: vale ${nameNotice(notice)}.`,
    serie: `Chiede nome e posto: per esempio ${saySeries(asSeries)} con ${nameNotice(notice)}. Niente avviso di duplicato.`,
    diverso: 'La richiesta continua. Il motivo resta scritto.',
  };
}

const LIST = new Intl.ListFormat('it');
const NUMBER = new Intl.NumberFormat('it-IT', { useGrouping: 'always' });

/** Where was looked, and when. */
export function saySearched({ sent, queued, forwarded, asked, at }: Similar): string {
  const places = [
    `${NUMBER.format(sent)} ${sent === 1 ? 'avviso' : 'avvisi'} del registro`,
    `${queued} in coda`,
    ...(forwarded > 0 ? [`${forwarded} dal capo settore`] : []),
    ...(asked > 0 ? [plural(asked, 'richiesta aperta', 'richieste aperte')] : []),
  ];
  return `Cercato in ${LIST.format(places)}, alle ${sayClock(at)}`;
}

/** The address of a news item beside another: of pages of one site only what tells them apart. */
export function sayLink(link: string | null, other: string | null): string | null {
  if (link === null || other === null || !URL.canParse(link) || !URL.canParse(other)) return link;
  const [one, two] = [new URL(link), new URL(other)];
  return one.origin === two.origin ? `${one.pathname}${one.search}` : link;
}

const FEW_DAYS = 3;

/** The days a text speaks of: `lunedì 30 novembre`, `da martedì 1 dicembre a lunedì 7 dicembre`; null when none. */
export function sayEvent(text: string, writtenOn: Day): string | null {
  const days = traitsOf(text, writtenOn).days.toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (days.length <= FEW_DAYS) return LIST.format(days.map(sayDay));
  return `${plural(days.length, 'giorno', 'giorni')}, da ${sayDay(first)} a ${sayDay(last)}`;
}

/** Office and person who asked: `Ambiente, Nadia Furlan`; null when neither is known. */
export const sayAskedBy = (office: string | null, person: string | null): string | null =>
  [office, person].filter((one) => one !== null && one !== '').join(', ') || null;
