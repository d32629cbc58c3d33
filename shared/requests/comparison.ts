import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { candidateSchema } from '#shared/register/duplicates/duplicates.ts';
import { type NoticeRef, noticeRefSchema } from '#shared/register/noticeRef.ts';
import { areOfOneSeries, type Series, saySeries, seriesSchema } from '#shared/register/series.ts';

/** What a person can decide of a request and a notice that resembles it (P21). */
export const comparisonVerdictSchema = z.enum(['duplicato', 'serie', 'diverso']);

/** A decision as it is kept: number and title as they were then, so that it can be read without the other notice. */
export const comparedSchema = z.object({
  /** Row of the register, or sending, by id. */
  with: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  verdict: comparisonVerdictSchema,
  why: z.string(),
});

/** A decision with who took it and when. */
export const comparisonSchema = comparedSchema.extend({ by: z.string(), at: instantSchema });
export type Comparison = z.infer<typeof comparisonSchema>;

/** A notice sent, in the queue, before the head or asked for earlier that resembles a request, with what the app sees and what was decided (P21). */
export const similarNoticeSchema = noticeRefSchema.extend({
  /** Who asked for it, when that is known. */
  askedBy: z.string().nullable(),
  /** 0 to 1. */
  score: candidateSchema.shape.score,
  /** What the app proposes: never a decision. */
  verdict: candidateSchema.shape.verdict,
  /** Evidence in short phrases, the strongest first. */
  why: z.array(z.string()),
  series: seriesSchema.nullable(),
  /** The place the request would get by joining its series. */
  asSeries: seriesSchema,
  decided: comparisonSchema.nullable(),
});
export type SimilarNotice = z.infer<typeof similarNoticeSchema>;

/** The answer to "was it already sent?": the most similar ones, and how many were looked at. */
export const similarSchema = z.object({
  candidates: z.array(similarNoticeSchema),
  sent: z.int(),
  queued: z.int(),
  forwarded: z.int(),
  asked: z.int(),
  at: instantSchema,
});
export type Similar = z.infer<typeof similarSchema>;

/** Whether a notice is no double by what is known already: another of its series (P15), or the one it puts right (P37). */
export function isExempt(
  request: { readonly series: Series | null; readonly corrects: string | null },
  other: { readonly id: string; readonly series: Series | null },
): boolean {
  return request.corrects === other.id || areOfOneSeries(request.series, other.series);
}

type Judged = Pick<SimilarNotice, 'kind' | 'number' | 'title' | 'verdict' | 'decided'>;

/** `n. 2026/0204`, `«Via Roma chiusa»`. */
export const nameNotice = ({ number, title }: Pick<NoticeRef, 'number' | 'title'>): string =>
  number === null ? `«${title}»` : `n. ${number}`;

const LIST = new Intl.ListFormat('it');
const DECISIONS = { duplicato: 'duplicato di', serie: 'della serie di', diverso: 'diverso da' } as const;

function sayDecision({ verdict, why, ...other }: Comparison): string {
  return `${DECISIONS[verdict]} ${nameNotice(other)}${why === '' ? '' : `: ${why}`}`;
}

/** How far a notice has come, after «già». */
export const KIND_WORDS: Readonly<Record<NoticeRef['kind'], string>> = {
  sent: 'inviato',
  queued: 'in coda',
  forwarded: 'dal capo settore',
  asked: 'chiesto',
};

/** The line "duplicati" of the checklist (P25): what resembles the request and nobody has decided on yet. */
export function duplicateCheck(similar: readonly Judged[]): {
  readonly outcome: 'a posto' | 'da vedere' | 'da correggere';
  readonly detail: string;
} {
  const undecided = similar.filter(({ decided }) => decided === null);
  const doubles = undecided.filter(({ verdict }) => verdict === 'duplicate');
  const [double] = doubles;
  if (double) {
    const detail = `forse già ${KIND_WORDS[double.kind]}: ${LIST.format(doubles.map(nameNotice))}`;
    return { outcome: 'da correggere', detail };
  }
  if (undecided.length > 0) {
    return { outcome: 'da vedere', detail: `simile a ${LIST.format(undecided.map(nameNotice))}` };
  }
  const decisions = similar.flatMap(({ decided }) => (decided ? [sayDecision(decided)] : []));
  return { outcome: 'a posto', detail: decisions.join('; ') || 'nessun avviso simile' };
}

/** The line "serie" of the checklist (P15, P25). */
export const seriesCheck = (series: Series | null): string =>
  series === null ? 'nessuna' : `${saySeries(series)}, «${series.name}»`;
