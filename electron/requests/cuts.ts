import type { Desk } from '#electron/desk/desk.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type BodyOf, readFact } from '#shared/journal/vocabulary.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import { afterUndo } from '#shared/outbox/effect.ts';
import { askedIn } from '#shared/requests/asked.ts';
import { type CutPiece, type CutPoint, joinRequests, splitRequest } from '#shared/requests/cuts.ts';
import { type RequestDataChange, requestFact, requestFacts } from '#shared/requests/facts.ts';
import { cutsIn, foldRequest, isDecided } from '#shared/requests/foldRequest.ts';
import { mailProfileOf } from '#shared/requests/reading/knownSenders.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { proposeAt } from '#shared/requests/reading/propose.ts';
import { titleOf } from '#shared/requests/reading/title.ts';
import { readMail } from '#shared/requests/reading/understand.ts';
import { mailWarningsOf } from '#shared/requests/reading/warnings.ts';
import type { Request } from '#shared/requests/request.ts';
import { readParsed } from './mailText.ts';
import { unknownRequest } from './requests.ts';
import type { RequestStore } from './store.ts';

type CutPart = BodyOf<typeof requestFacts, 'mail.cut'>['requests'][number];
type NamedPiece = CutPiece & { readonly id: string };
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
function named(desk: Desk, mail: string, pieces: readonly CutPiece[]): readonly NamedPiece[] {
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
  const warnings = mailWarningsOf(mail, body, proposals, profile).map(({ code, message }) => ({ code, message }));
  return pieces.map(({ id, span, changed }, index): CutPart => {
    const known = requests.find((request) => request.id === id);
    const at: CutPart['span'] = [span.from, span.to];
    if (known && !changed) {
      const { title, asked, several } = known;
      const own = { id, span: at, title, asked, warnings: isDecided(known) ? known.warnings : warnings };
      return several ? { ...own, several } : own;
    }
    const proposal = proposals[index];
    if (!proposal) throw new Error('Una parte della e-mail non è stata letta.');
    const asked = askedIn(proposal);
    const several = proposal.several.length > 1 ? { several: [...proposal.several] } : {};
    return { id, span: at, title: titleOf(asked.text, mail.subject), asked, warnings, ...several };
  });
}

const DECIDING: readonly string[] = ['request.forwarded', 'request.closed'];

/** The requests of an e-mail as they were before its last cut, made at this desk a few seconds ago; else `undefined`. */
function beforeLastCut(
  desk: Desk,
  mail: string,
): { readonly requests: readonly Request[]; readonly undoes: string } | undefined {
  const facts = desk.journal.factsOf(`mail/${mail}`);
  const cuts = cutsIn(facts);
  const last = cuts.at(-1);
  const isMine = last?.dev === desk.journal.device() && last.body.undoes === undefined;
  if (!last || !isMine || desk.now() > afterUndo(last.at)) return undefined;
  const isDecidedSince = last.body.requests.some(({ id }) =>
    desk.journal.factsOf(`request/${id}`).some(({ type, hlc }) => DECIDING.includes(type) && hlc > last.hlc),
  );
  if (isDecidedSince) return undefined;
  // Those of a series stand in no earlier cut.
  const wasThere = ({ id }: { readonly id: string }): boolean =>
    desk.journal.factsOf(`request/${id}`).some(({ hlc }) => hlc < last.hlc);
  const named = cuts.slice(0, -1).flatMap(({ body }) => body.requests);
  const ids = [...proposedStarts(desk, mail), ...named, ...last.body.requests.filter(wasThere)];
  const earlier = facts.filter(({ h }) => h !== last.h);
  const requests = [...new Set(ids.map(({ id }) => id))]
    .flatMap((id) => foldRequest(id, [...desk.journal.factsOf(`request/${id}`), ...earlier]) ?? [])
    .toSorted((one, other) => one.index - other.index);
  return { requests, undoes: last.h };
}

const tooLate = (): Result<never, Problem> =>
  problem({
    code: 'undo-too-late',
    what: 'Sono passati i dieci secondi, oppure su una delle richieste è già stato deciso: qui non si può più riprendere.',
    remedy: 'Dividi o unisci di nuovo le richieste di questa e-mail.',
  });

const forgotten = (): Result<never, Problem> =>
  problem({
    code: 'mail-forgotten',
    what: 'Di questa richiesta non c’è il testo della e-mail su questo computer: non si può tagliare.',
    remedy: 'Scrivi a mano la richiesta che manca con «Scrivi una richiesta».',
  });

/** Cutting an e-mail into its requests (P12): each act is a fact of who does it, with all the parts it leaves. */
export function cutCases(desk: Desk, store: RequestStore) {
  const cut = (
    id: string,
    rule: (text: string, requests: readonly Request[]) => Result<readonly CutPiece[], Problem>,
    data: RequestDataChange = {},
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
    const added = parts.find((part) => requests.every((one) => one.id !== part.id));
    const chosen = parts.map((part) => (part.id === id && Object.keys(data).length > 0 ? { ...part, data } : part));
    const kept = desk.act(() => ok([requestFact('mail.cut', `mail/${mail}`, { requests: chosen }), ...arrivals]));
    return map(kept, () => ({ id: added?.id ?? id }));
  };
  return {
    /** Splits a request; answers with the new one, or with the same where it only became larger. */
    split: ({ id, at }: { readonly id: string; readonly at: CutPoint }) =>
      cut(id, (text, requests) => splitRequest(text, requests, id, at)),
    /** Makes `with` a part of `id`, with the data that stay; answers with `id`. */
    join: ({
      id,
      with: other,
      data,
    }: {
      readonly id: string;
      readonly with: string;
      readonly data?: RequestDataChange;
    }) => cut(id, (_text, requests) => joinRequests(requests, id, other), data),
    /** Takes the last cut back within the seconds of undo: its requests stand again as they stood before. */
    undo: ({ id }: { readonly id: string }): Result<{ id: string }, Problem> => {
      const mail = store.get(id)?.mail ?? null;
      const before = mail === null ? undefined : beforeLastCut(desk, mail);
      const [first] = before?.requests ?? [];
      if (!before || !first) return tooLate();
      const { requests, undoes } = before;
      const parts = requests.map(({ id: own, span, title, asked, warnings, several }) => ({
        ...{ id: own, title, asked, warnings },
        ...(several ? { several } : {}),
        span: span ?? ([0, 0] satisfies CutPart['span']),
      }));
      const kept = desk.act(() => ok([requestFact('mail.cut', `mail/${mail}`, { requests: parts, undoes })]));
      const shown = requests.find((one) => one.id === id) ?? first;
      return map(kept, () => ({ id: shown.id }));
    },
  };
}
