import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { excerpt } from '#shared/kernel/text.ts';
import { trimSpan } from '#shared/requests/reading/lines.ts';
import type { Span } from '#shared/requests/reading/split.ts';
import { isDecided } from './foldRequest.ts';
import type { Request } from './request.ts';

/** A request of an e-mail as far as cutting goes. */
export type CutRequest = Pick<Request, 'id' | 'title' | 'span' | 'state'>;

/** Where to cut: at one offset, or around a selection. UTF-16 offsets in the text of the e-mail. */
export type CutPoint = number | readonly [from: number, to: number];

/** A part of an e-mail after a cut. */
export interface CutPiece {
  /** The request that goes on with this part; null for a new one. */
  readonly id: string | null;
  readonly span: Span;
  /** False where nothing changed: what was read there stays. */
  readonly changed: boolean;
}

const TITLE_LENGTH = 60;
const isFilled = ({ from, to }: Span): boolean => to > from;
const spanOf = ({ span }: CutRequest): Span => ({ from: span?.[0] ?? 0, to: span?.[1] ?? 0 });
const byOffset = (one: CutPiece, other: CutPiece): number => one.span.from - other.span.from;

/** The offset itself, or the one before it where it would cut a character in half. */
function wholeCharacter(text: string, offset: number): number {
  const at = Math.min(Math.max(0, offset), text.length);
  return at > 0 && /^[\uDC00-\uDFFF]/.test(text.slice(at)) ? at - 1 : at;
}

function requireUndecided(request: CutRequest): Result<void, Problem> {
  if (!isDecided(request)) return ok(undefined);
  return problem({
    code: 'request-decided',
    what: `Su «${excerpt(request.title, TITLE_LENGTH)}» è già stato deciso: i suoi confini non cambiano più.`,
    remedy: 'Se serve, riaprila dall’elenco «Decise», poi taglia di nuovo.',
  });
}

const notInMail = (): Result<never, Problem> =>
  problem({
    code: 'not-in-mail',
    what: 'Questa richiesta non viene da una e-mail: non c’è niente da tagliare.',
    remedy: 'Scrivine un’altra.',
  });

const asTheyAre = (requests: readonly CutRequest[]): readonly CutPiece[] =>
  requests.map((request) => ({ id: request.id, span: spanOf(request), changed: false }));

/** The requests of the e-mail with `parts` in the place of one of them, in order of offset. */
function replaced(requests: readonly CutRequest[], id: string, parts: readonly CutPiece[]): readonly CutPiece[] {
  return [...asTheyAre(requests.filter((request) => request.id !== id)), ...parts].sort(byOffset);
}

/** The parts of one request: the first goes on as that request, the others are new. */
const partsFrom = (id: string, spans: readonly Span[]): readonly CutPiece[] =>
  spans.map((span, index) => ({ id: index === 0 ? id : null, span, changed: true }));

function splitAround(
  text: string,
  requests: readonly CutRequest[],
  request: CutRequest,
  selection: Span,
): Result<readonly CutPiece[], Problem> {
  const other = requests.find((one) => {
    const span = spanOf(one);
    return one.id !== request.id && selection.from < span.to && span.from < selection.to;
  });
  if (other) {
    return problem({
      code: 'cut-other-request',
      what: `La selezione entra anche in «${excerpt(other.title, TITLE_LENGTH)}».`,
      remedy: 'Seleziona parole di una sola richiesta, oppure prima unisci le due.',
    });
  }
  const { from, to } = spanOf(request);
  if (selection.to <= from || to <= selection.from) {
    const added: CutPiece = { id: null, span: selection, changed: true };
    return ok([...asTheyAre(requests), added].sort(byOffset));
  }
  const before = trimSpan(text, from, Math.max(from, selection.from));
  const after = trimSpan(text, Math.min(to, selection.to), to);
  return ok(replaced(requests, request.id, partsFrom(request.id, [before, selection, after].filter(isFilled))));
}

/**
 * The parts of an e-mail after one of its requests is split (P12): at an offset inside it, or around a selection, which may
 * also reach into words that belong to no request. Every word stays in exactly one part. Problems: the request is
 * decided, the cut leaves one side empty, the selection reaches into another request.
 */
export function splitRequest(
  text: string,
  requests: readonly CutRequest[],
  id: string,
  at: CutPoint,
): Result<readonly CutPiece[], Problem> {
  const request = requests.find((one) => one.id === id);
  if (!request?.span) return notInMail();
  const free = requireUndecided(request);
  if (!free.ok) return free;
  if (typeof at !== 'number') {
    const [one, other] = at.map((offset) => wholeCharacter(text, offset)) as [number, number];
    const selection = trimSpan(text, Math.min(one, other), Math.max(one, other));
    const [from, to] = request.span;
    if (isFilled(selection) && !(selection.from === from && selection.to === to)) {
      return splitAround(text, requests, request, selection);
    }
  } else {
    const [from, to] = request.span;
    const offset = Math.min(Math.max(from, wholeCharacter(text, at)), to);
    const spans = [trimSpan(text, from, offset), trimSpan(text, offset, to)];
    if (spans.every(isFilled)) return ok(replaced(requests, id, partsFrom(id, spans)));
  }
  return problem({
    code: 'cut-empty',
    what: 'Qui il taglio non divide niente: da una parte non resta testo.',
    remedy: 'Metti il cursore dove comincia la seconda richiesta, oppure seleziona le sue parole.',
  });
}

/**
 * The parts of an e-mail after the request `other` becomes part of `id` (P12). Problems: one of them is decided, or
 * another request lies between them.
 */
export function joinRequests(
  requests: readonly CutRequest[],
  id: string,
  other: string,
): Result<readonly CutPiece[], Problem> {
  const [one, two] = [id, other].map((wanted) => requests.find((request) => request.id === wanted));
  if (!one?.span || !two?.span || one === two) {
    return problem({
      code: 'join-strangers',
      what: 'Si uniscono solo due richieste della stessa e-mail.',
      remedy: 'Scegli un’altra richiesta di questa e-mail.',
    });
  }
  for (const request of [one, two]) {
    const free = requireUndecided(request);
    if (!free.ok) return free;
  }
  const [first, second] = [spanOf(one), spanOf(two)].sort((a, b) => a.from - b.from) as [Span, Span];
  const between = requests.find((request) => {
    const { from } = spanOf(request);
    return request !== one && request !== two && first.from < from && from < second.to;
  });
  if (between) {
    return problem({
      code: 'join-apart',
      what: `Fra le due c’è «${excerpt(between.title, TITLE_LENGTH)}».`,
      remedy: 'Unisci prima quella, oppure unisci solo richieste vicine.',
    });
  }
  const span = { from: first.from, to: Math.max(first.to, second.to) };
  const rest = requests.filter((request) => request !== two);
  return ok(replaced(rest, id, [{ id, span, changed: true }]));
}
