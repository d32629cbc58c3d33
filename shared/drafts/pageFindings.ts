/** What the page of the news makes a person look at, beside the text of the notice (P22). Pure. */
import type { Day } from '#shared/kernel/day.ts';
import { excerpt, foldText } from '#shared/kernel/text.ts';
import type { LookedPage } from '#shared/requests/linkCheck.ts';
import { isBareAddress } from '#shared/requests/news/card.ts';
import { daysSaid, placesSaid, type SaidDay } from '#shared/requests/news/says.ts';
import { datesAnAct } from './style/engine/dates.ts';

/** `da correggere`: page and text cannot both be right; a reason lets it go on (P25). `words` are of a list. */
export interface PageFinding {
  readonly outcome: 'da correggere' | 'da vedere';
  readonly words: string;
}

const LONGEST = 80;
const quoted = (words: string): string => `«${excerpt(words, LONGEST)}»`;
const lastOf = ({ day, endDay }: SaidDay): Day => endDay ?? day;
const overlap = (one: SaidDay, other: SaidDay): boolean => one.day <= lastOf(other) && other.day <= lastOf(one);
const isIn = (one: SaidDay, others: readonly SaidDay[]): boolean => others.some((other) => overlap(one, other));
const beside = (inText: string, onPage: string): string =>
  `il testo dice ${quoted(inText)}, la pagina ${quoted(onPage)}`;

/**
 * The days: where text and page share none, one of them is wrong; where each names one the other does not, somebody looks.
 */
function ofDays(inText: readonly SaidDay[], onPage: readonly SaidDay[]): readonly PageFinding[] {
  const [mine] = inText.filter((one) => !isIn(one, onPage));
  const [theirs] = onPage.filter((one) => !isIn(one, inText));
  if (!mine || !theirs) return [];
  const isSure = !inText.some((one) => isIn(one, onPage));
  return [{ outcome: isSure ? 'da correggere' : 'da vedere', words: beside(mine.words, theirs.words) }];
}

/** The hours: only of one same day, and only where the page writes them beside that day. */
function ofHours(inText: readonly SaidDay[], onPage: readonly SaidDay[]): readonly PageFinding[] {
  for (const mine of inText) {
    const same = onPage.filter(({ day, time }) => day === mine.day && time !== null);
    const [theirs] = same;
    if (mine.time === null || !theirs) continue;
    const hours = [mine.time, mine.endTime].filter((hour) => hour !== null);
    if (!same.some(({ time, endTime }) => hours.some((hour) => hour === time || hour === endTime)))
      return [{ outcome: 'da correggere', words: beside(mine.words, theirs.words) }];
  }
  return [];
}

const namesIn = (place: string): readonly string[] => foldText(place).split(' ').slice(1);
/** Whether two places may be one: `via Marconi` is `via Guglielmo Marconi`. */
function isOnePlace(one: string, other: string): boolean {
  const [mine, theirs] = [namesIn(one), namesIn(other)];
  return mine.every((name) => theirs.includes(name)) || theirs.every((name) => mine.includes(name));
}

/** The place: only where text and page name one each, by the kind of street and its name. */
function ofPlaces(inText: readonly string[], onPage: readonly string[]): readonly PageFinding[] {
  const [mine, ...others] = inText;
  const [theirs, ...theirOthers] = onPage;
  if (!mine || !theirs || others.length > 0 || theirOthers.length > 0 || isOnePlace(mine, theirs)) return [];
  return [{ outcome: 'da correggere', words: beside(mine, theirs) }];
}

function ofCard({ card }: LookedPage): readonly PageFinding[] {
  const findings: PageFinding[] = [];
  if (card && isBareAddress(card.title))
    findings.push({ outcome: 'da vedere', words: `il titolo della scheda è solo un indirizzo: ${quoted(card.title)}` });
  if (card?.image?.place === 'unusable')
    findings.push({
      outcome: 'da vedere',
      words: 'l’immagine della scheda non ha un indirizzo https completo: i cittadini non la vedono',
    });
  return findings;
}

/** What a page that answers makes a person look at: its card, and what contradicts the text. `on` is the day it was read. */
export function pageFindings(page: LookedPage, text: string, on: Day): readonly PageFinding[] {
  const inText = daysSaid(text, on, datesAnAct);
  return [
    ...ofDays(inText, page.says.days),
    ...ofHours(inText, page.says.days),
    ...ofPlaces(placesSaid(text), page.says.places),
    ...ofCard(page),
  ];
}
