import { create } from 'zustand';
import { useSession } from '#renderer/session.tsx';
import type { ElectionAnswers } from '#shared/drafts/facts.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { normaliseText } from '#shared/kernel/text.ts';
import { plannedMoment } from '#shared/kernel/workdays.ts';
import { type ElectionPeriod, electionAt } from '#shared/people/profile/elections.ts';

/** The two questions of an election period, in their order (P39). */
export type ElectionQuestion = 'impersonal' | 'essential';

/** What was answered so far; null = not answered. */
export interface Answering {
  readonly impersonal: boolean | null;
  readonly essential: string;
}
export const NO_ANSWERS: Answering = { impersonal: null, essential: '' };

/** Answers being given, each with the text it was given for: they outlive the screen. */
interface Given extends Answering {
  readonly about: Readonly<Partial<Record<ElectionQuestion, string>>>;
}

export const useGivenAnswers = create<{ readonly given: Readonly<Record<string, Given>> }>(() => ({ given: {} }));

/** Which answers are still missing, the first one first. */
export const missingOf = ({ impersonal, essential }: Answering): readonly ElectionQuestion[] => [
  ...(impersonal === true ? [] : (['impersonal'] as const)),
  ...(essential.trim() === '' ? (['essential'] as const) : []),
];

/** The answers of what has left already, where the first one may be no; `undefined` while one is missing. */
export const answersAfter = ({ impersonal, essential }: Answering): ElectionAnswers | undefined =>
  impersonal !== null && essential.trim() !== '' ? { impersonal, essential: essential.trim() } : undefined;

/** The answers as they are kept; `undefined` while one is missing. */
export const keptAnswers = ({ impersonal, essential }: Answering): ElectionAnswers | undefined =>
  impersonal === true && essential.trim() !== '' ? { impersonal, essential: essential.trim() } : undefined;

const isSame = (one: string | undefined, other: string): boolean =>
  one !== undefined && normaliseText(one) === normaliseText(other);

/** The answers to a text that waits for the head, where it would leave in an election period. */
export interface TextAnswers {
  readonly period: ElectionPeriod;
  readonly answering: Answering;
  /** Given for another text: they are asked again. */
  readonly stale: readonly ElectionQuestion[];
  readonly missing: readonly ElectionQuestion[];
  readonly kept: ElectionAnswers | undefined;
  readonly answer: (part: Partial<Answering>) => void;
}

/** `undefined` outside of an election period. A changed text has to be answered anew. */
export function useTextAnswers(view: ApprovalView, text: string, at: Instant | undefined): TextAnswers | undefined {
  const { profile, now } = useSession();
  const given = useGivenAnswers((state) => state.given[view.id]) ?? { ...NO_ANSWERS, about: {} };
  const { sendDate, sendTime } = view.request.data;
  const period = electionAt(profile.electionPeriods, at ?? plannedMoment(profile.calendar, now, sendDate, sendTime));
  if (!period) return undefined;
  const { about, ...answering } = given;
  const left = missingOf(answering);
  const stale = (['impersonal', 'essential'] as const).filter(
    (one) => !left.includes(one) && !isSame(about[one], text),
  );
  const missing = (['impersonal', 'essential'] as const).filter((one) => left.includes(one) || stale.includes(one));
  return {
    period,
    answering,
    stale,
    missing,
    kept: missing.length === 0 ? keptAnswers(answering) : undefined,
    answer: (part) => {
      const asked = Object.keys(part).map((question) => [question, text]);
      const next = { ...given, ...part, about: { ...about, ...Object.fromEntries(asked) } };
      useGivenAnswers.setState((state) => ({ given: { ...state.given, [view.id]: next } }));
    },
  };
}
