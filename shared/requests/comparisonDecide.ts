import { canonicalJson } from '#shared/journal/canonical.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from '#shared/people/context.ts';
import type { NoticeRef } from '#shared/register/noticeRef.ts';
import type { Series } from '#shared/register/series.ts';
import { type Comparison, nameNotice } from './comparison.ts';
import { close, requireOpen, setData } from './decide.ts';
import { requestFact } from './facts.ts';
import type { Request } from './request.ts';

/** What a person says of a request beside a notice that resembles it. */
export interface ComparisonChoice {
  readonly verdict: Comparison['verdict'];
  readonly why: string;
  /** Its place in the series; null when the request has one already, or needs none. */
  readonly series: Series | null;
}

/** What a request is compared with, as it is named. */
type Other = Pick<NoticeRef, 'id' | 'number' | 'title'>;

/** How a double ends (P21): the other notice is the reason when nobody writes one. */
export function endingOf(other: Other, why: string): NonNullable<Request['closed']> {
  return { outcome: 'duplicato', why: why.trim() || `È lo stesso avviso: ${nameNotice(other)}.`, sameAs: other.id };
}

/**
 * Deciding between a request and a notice that resembles it (P21): a double ends the request, a reminder gets its place
 * in the series (P15), a different one goes on with the reason.
 */
export function compare(
  request: Request,
  other: Other,
  choice: ComparisonChoice,
  context: Context,
): Result<readonly NewFact[], Problem> {
  const open = requireOpen(request);
  if (!open.ok) return open;
  const why = choice.why.trim();
  const { verdict } = choice;
  const { id, number, title } = other;
  const compared = requestFact('request.compared', `request/${request.id}`, { with: id, number, title, verdict, why });
  if (verdict === 'duplicato') {
    const closed = close(request, endingOf(other, why), context);
    return closed.ok ? ok([compared, ...closed.value]) : closed;
  }
  if (verdict === 'diverso') {
    if (why !== '') return ok([compared]);
    return problem({
      code: 'reason-missing',
      what: `Manca il perché: in che cosa è diverso da ${nameNotice(other)}?`,
      remedy: 'Scrivilo in poche parole, per esempio «altra data, altro luogo»: resta nella richiesta.',
    });
  }
  const series = choice.series ?? request.series;
  if (!series) {
    return problem({
      code: 'series-missing',
      what: 'Manca la serie a cui appartiene questo avviso.',
      remedy: 'Indica il nome della serie e il suo posto, per esempio 2 di 5.',
    });
  }
  if (request.series && canonicalJson(series) === canonicalJson(request.series)) return ok([compared]);
  const placed = setData(request, { series }, context);
  return placed.ok ? ok([compared, ...placed.value]) : placed;
}
