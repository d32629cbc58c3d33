import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type BodyOf, readFact } from '#shared/journal/vocabulary.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { askedIn } from '#shared/requests/asked.ts';
import { type CutPlace, joinRequests, type Piece, splitRequest } from '#shared/requests/cuts.ts';
import { requestFact, requestFacts } from '#shared/requests/facts.ts';
import type { ParsedMail } from '#shared/requests/mail.ts';
import { mailProfileOf } from '#shared/requests/profile.ts';
import { proposeAt } from '#shared/requests/propose.ts';
import type { Request } from '#shared/requests/request.ts';
import { isDecided } from '#shared/requests/requestActs.ts';
import { titleOf } from '#shared/requests/title.ts';
import { readMail } from '#shared/requests/understand.ts';
import { warningsOf } from '#shared/requests/warnings.ts';
import { readParsed } from './mailText.ts';
import { unknownRequest } from './requests.ts';
import type { RequestStore } from './store.ts';

type CutPart = BodyOf<typeof requestFacts, 'mail.cut'>['requests'][number];
type NamedPiece = Piece & { readonly id: string };
interface Start {
  readonly id: string;
  readonly from: number;
}

/** Where the requests began that the app proposed in an e-mail. */
function proposedStarts(desk: Desk, mail: string): readonly Start[] {
  const starts: Start[] = [];
  for (let number = 1; ; number++) {
    const id = `${mail}-${number}`;
    const [raw] = desk.journal.factsOf(`request/${id}`);
    const first = raw && readFact(requestFacts, raw);
    if (first?.type !== 'request.received') return starts;
    starts.push({ id, from: first.body.span?.[0] ?? 0 });
  }
}

/** Where the requests of an e-mail began after each of its cuts, the newest first. */
function cutStarts(desk: Desk, mail: string): readonly Start[] {
  const cuts = desk.journal.factsOf(`mail/${mail}`).flatMap((raw) => {
    const fact = readFact(requestFacts, raw);
    return fact?.type === 'mail.cut' ? fact.body.requests : [];
  });
  return cuts.map(({ id, span }) => ({ id, from: span[0] })).reverse();
}

/**
 * Gives the new parts their ids: that of a request which began here before it was joined to another, so that nothing
 * written for it is lost; else one made of the place, the same on every desk.
 */
function named(desk: Desk, mail: string, pieces: readonly Piece[]): readonly NamedPiece[] {
  const before = [...cutStarts(desk, mail), ...proposedStarts(desk, mail)];
  const taken = new Set(pieces.map(({ id }) => id));
  const idAt = (from: number): string => {
    const gone = before.find((one) => one.from === from && !taken.has(one.id))?.id;
    for (let id = gone ?? `${mail}-da${from}`, more = 2; ; id = `${mail}-da${from}-${more++}`) {
      if (!taken.has(id)) return id;
    }
  };
  return pieces.map((piece) => {
    const id = piece.id ?? idAt(piece.span.from);
    taken.add(id);
    return { ...piece, id };
  });
}

/** What is asked in each part: read again where the part changed, as it was where it did not. */
function partsOf(
  desk: Desk,
  mail: ParsedMail,
  requests: readonly Request[],
  pieces: readonly NamedPiece[],
): readonly CutPart[] {
  const profile = mailProfileOf(desk.profile);
  const { body } = readMail(mail, profile);
  const spans = pieces.map(({ span }) => span);
  const preamble = { from: body.layers[0]?.from ?? 0, to: spans[0]?.from ?? 0 };
  const proposals = proposeAt(mail, body, profile, { spans, preamble });
  const warnings = warningsOf(mail, body, proposals, profile).map(({ code, message }) => ({ code, message }));
  return pieces.map(({ id, span, changed }, place): CutPart => {
    const known = requests.find((request) => request.id === id);
    const at: CutPart['span'] = [span.from, span.to];
    if (known && !changed) {
      const { title, asked } = known;
      return { id, span: at, title, asked, warnings: isDecided(known) ? known.warnings : warnings };
    }
    const proposal = proposals[place];
    if (!proposal) throw new Error('Una parte della e-mail non è stata letta.');
    const asked = askedIn(proposal);
    return { id, span: at, title: titleOf(asked.text, mail.subject), asked, warnings };
  });
}

const forgotten = (): Result<never, Problem> =>
  problem(
    'mail-forgotten',
    'Di questa richiesta non c’è il testo della e-mail su questo computer: non si può tagliare.',
    'Scrivi a mano la richiesta che manca con «Scrivi una richiesta».',
  );

/** Cutting an e-mail into its requests (P12): each act is a fact of who does it, with all the parts it leaves. */
export function cutCases(desk: Desk, store: RequestStore) {
  const cut = (
    id: string,
    rule: (text: string, requests: readonly Request[]) => Result<readonly Piece[], Problem>,
  ): Result<{ id: string }, Problem> => {
    const request = store.get(id);
    if (!request) return unknownRequest();
    const { mail } = request;
    const parsed = readParsed(desk, store, mail);
    if (mail === null || !parsed) return forgotten();
    const requests = store.ofMail(mail);
    const pieces = rule(parsed.text, requests);
    if (!pieces.ok) return pieces;
    const parts = partsOf(desk, parsed, requests, named(desk, mail, pieces.value));
    const fresh = parts.filter((part) => desk.journal.factsOf(`request/${part.id}`).length === 0);
    const arrivals = fresh.map((part): NewFact => {
      const { sender, receivedAt } = request;
      const { id: own, ...asks } = part;
      const body = { ...asks, mail, sender, receivedAt, index: parts.indexOf(part) + 1, of: parts.length };
      return requestFact('request.received', `request/${own}`, body);
    });
    const kept = decideAndKeep(desk, () =>
      ok([requestFact('mail.cut', `mail/${mail}`, { requests: [...parts] }), ...arrivals]),
    );
    const added = parts.find((part) => requests.every((one) => one.id !== part.id));
    return kept.ok ? ok({ id: added?.id ?? id }) : kept;
  };
  return {
    /** Splits a request; answers with the new one, or with the same where it only became larger. */
    split: ({ id, at }: { readonly id: string; readonly at: CutPlace }) =>
      cut(id, (text, requests) => splitRequest(text, requests, id, at)),
    /** Makes `with` a part of `id`; answers with `id`. */
    join: ({ id, with: other }: { readonly id: string; readonly with: string }) =>
      cut(id, (_text, requests) => joinRequests(requests, id, other)),
  };
}
