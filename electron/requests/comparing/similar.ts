import type { Desk } from '#electron/desk/desk.ts';
import { unknownRequest } from '#electron/requests/requests.ts';
import { nameOfRequester } from '#electron/requests/sender.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import { type Candidate, queryIndex } from '#shared/register/duplicates/duplicates.ts';
import { joinSeries } from '#shared/register/series.ts';
import { isExempt, type Similar, type SimilarNotice } from '#shared/requests/comparison.ts';
import { type ComparisonChoice, compare, endingOf } from '#shared/requests/comparisonDecide.ts';
import type { Request } from '#shared/requests/request.ts';
import { type KnownSeries, positionIn } from '#shared/requests/series.ts';
import { type NoticeSources, noticeBook } from './noticeIndex.ts';
import { readSeries } from './seriesBook.ts';

export interface SimilarSources extends NoticeSources {
  readonly requests: RequestStore;
  /** Ends a request with a letter to its office. */
  readonly end: (
    ending: NonNullable<Request['closed']> & { readonly id: string; readonly letter: true },
  ) => Result<{ effect: string | null }, Problem>;
}

/**
 * Of two open requests only the later one can be the double: the one that came first goes on. Those of one e-mail stand
 * side by side on screen already (P12).
 */
const isEarlier = (other: Request, request: Request): boolean =>
  (other.mail === null || other.mail !== request.mail) &&
  (other.receivedAt === request.receivedAt ? other.id < request.id : other.receivedAt < request.receivedAt);

const SHOWN = 5;
/** So many are looked at before those of the same series are left out. */
const LOOKED_AT = 30;

/** Use-cases about notices that resemble a request, and about series (P15, P21). */
export function similarCases(desk: Desk, sources: SimilarSources) {
  const { requests, register } = sources;
  const notices = noticeBook(sources, desk.journal);
  const series = (): readonly KnownSeries[] => readSeries({ requests, register, notices });

  const show = (request: Request, known: readonly KnownSeries[], found: Candidate): SimilarNotice | undefined => {
    const position = positionIn(known, found.id);
    const own = position?.series ?? null;
    const notice = isExempt(request, { id: found.id, series: own }) ? undefined : notices.find(found.id);
    const asking = requests.get(found.id);
    if (!notice || (notice.kind === 'asked' && asking && !isEarlier(asking, request))) return undefined;
    return {
      ...notice,
      askedBy: (asking && nameOfRequester(desk, asking)) ?? null,
      score: found.score,
      verdict: found.verdict,
      why: [...found.why],
      series: own,
      asSeries: joinSeries({ series: own, title: notice.title }, position?.taken ?? 0),
      decided: request.comparisons.find((one) => one.with === notice.id) ?? null,
    };
  };
  /** What resembles a request with the text as it stands now, the most similar first; members of its series left out. */
  const candidates = (request: Request, text: string): readonly SimilarNotice[] => {
    const notice = { id: request.id, text, link: request.data.link, date: romeOf(request.receivedAt).day };
    const found = queryIndex(notices.index(), notice, { limit: LOOKED_AT });
    const known = found.length > 0 ? series() : [];
    const shown: SimilarNotice[] = [];
    for (const candidate of found) {
      const one = shown.length < SHOWN ? show(request, known, candidate) : undefined;
      if (one) shown.push(one);
    }
    return shown;
  };

  return {
    candidates,
    series: (): KnownSeries[] => [...series()],
    similar: ({ id, text }: { readonly id: string; readonly text: string }): Result<Similar, Problem> => {
      const request = requests.get(id);
      if (!request) return unknownRequest();
      return ok({ candidates: [...candidates(request, text)], ...notices.count(), at: desk.now() });
    },
    /** Keeps a decision; with `letter` the office of a double is told. Answers with the letter, to be taken back. */
    compare: ({
      letter = false,
      ...choice
    }: ComparisonChoice & { readonly id: string; readonly with: string; readonly letter?: boolean }): Result<
      { effect: string | null },
      Problem
    > => {
      const request = requests.get(choice.id);
      if (!request) return unknownRequest();
      const other = notices.find(choice.with);
      if (!other) {
        return problem({
          code: 'notice-unknown',
          what: 'L’avviso con cui confrontare la richiesta non c’è più: è stato ritirato o chiuso nel frattempo.',
          remedy: 'Cerca di nuovo i testi simili.',
        });
      }
      const context = desk.context();
      if (!context.ok) return context;
      const decided = compare(request, other, choice, context.value);
      if (!decided.ok) return decided;
      if (!letter || choice.verdict !== 'duplicato') {
        return map(desk.keep(decided), () => ({ effect: null }));
      }
      const ended = sources.end({ ...endingOf(other, choice.why), id: request.id, letter });
      const kept = ended.ok ? desk.keep(ok(decided.value.filter(({ type }) => type === 'request.compared'))) : ended;
      return kept.ok ? ended : kept;
    },
  };
}
