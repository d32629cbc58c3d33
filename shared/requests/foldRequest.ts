import type { Fact } from '#shared/journal/fact.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { assertNever } from '#shared/kernel/never.ts';
import {
  answered,
  awake,
  type FactNamed,
  isDecided,
  missingOf,
  type RequestFact,
  read,
  reworded,
  toldAnswer,
  withChange,
  withText,
} from './changedRequest.ts';
import { conflictsIn } from './dataConflicts.ts';
import { requestFacts } from './facts.ts';
import { gaveBack, separated, tookIn } from './foldJoin.ts';
import { type Charge, nextRound, type Request } from './request.ts';

export { isDecided };

/** A request that just arrived. */
function received(id: string, { at, body }: FactNamed<'request.received'>): Request {
  const { text: _text, ...data } = body.asked;
  const request = { asked: body.asked, data };
  return {
    id,
    state: 'open',
    mail: body.mail,
    span: body.span,
    index: body.index,
    of: body.of,
    title: body.title,
    sender: body.sender,
    receivedAt: body.receivedAt,
    ...request,
    askedFrom: body.textFrom === undefined ? null : { attachment: body.textFrom, by: null, at, before: '' },
    confirmed: [],
    warnings: body.warnings,
    missing: missingOf(request),
    linkCheck: null,
    series: null,
    comparisons: [],
    inCharge: null,
    charges: [],
    conflicts: [],
    waiting: null,
    waits: [],
    letters: [],
    answers: [],
    unread: [],
    forwardedAt: null,
    reopened: null,
    closed: null,
    corrects: body.corrects ?? null,
    ...(body.several ? { several: body.several } : {}),
  };
}

/**
 * The request with these charges: of the last round, a desk that won its claim keeps it, and of two that both did, or
 * none, the one that was first by the shared clock. The same on every desk, in whatever order the facts arrive.
 */
function charged(request: Request, charges: readonly Charge[]): Request {
  const round = Math.max(0, ...charges.map((one) => one.round));
  const rivals = charges.filter((one) => one.round === round);
  const winners = rivals.some(({ claimed }) => claimed) ? rivals.filter(({ claimed }) => claimed) : rivals;
  const inCharge = winners.reduce<Charge | null>((first, one) => (first && first.hlc <= one.hlc ? first : one), null);
  return { ...request, charges: [...charges], inCharge: inCharge?.released ? null : inCharge };
}

/** The request after one more fact of its own. */
function apply(request: Request, fact: RequestFact): Request {
  switch (fact.type) {
    case 'mail.received':
    case 'mail.asked':
    case 'mail.joined':
    case 'mail.answered':
    case 'mail.answerUndone':
    case 'mail.putAside':
    case 'mail.broughtBack':
    case 'mail.cut':
    case 'request.received':
      return request;
    case 'request.joined':
      // One that was decided meanwhile keeps what was decided on.
      return isDecided(request) ? request : { ...awake(request, fact.at), state: 'closed', joinedInto: fact.body.into };
    case 'request.separated':
      return separated(request);
    case 'request.tookIn':
      return tookIn(request, fact);
    case 'request.gaveBack':
      return gaveBack(request, fact.body.request);
    case 'request.takenBack':
      return request;
    case 'request.takenInCharge': {
      const round = fact.body.round ?? nextRound(request);
      const { actor: person, at, dev, hlc } = fact;
      const taken = charged(request, [
        ...request.charges,
        { person, at, round, dev, hlc, claimed: false, released: false },
      ]);
      return {
        ...taken,
        state: isDecided(request) ? request.state : request.waiting ? 'waiting' : 'inCharge',
      };
    }
    case 'request.chargeReleased': {
      const { actor, body } = fact;
      const given = charged(
        request,
        request.charges.map((one) =>
          one.person === actor && one.round === body.round ? { ...one, released: true } : one,
        ),
      );
      return given.state === 'inCharge' && given.inCharge === null ? { ...given, state: 'open' } : given;
    }
    case 'request.chargeClaimed': {
      const { dev, body } = fact;
      return charged(
        request,
        request.charges.map((one) => (one.dev === dev && one.round === body.round ? { ...one, claimed: true } : one)),
      );
    }
    case 'request.dataSet': {
      const { settles: _settles, ...change } = fact.body;
      return withChange(request, change);
    }
    case 'request.textTaken': {
      const { attachment, text } = fact.body;
      const before = request.askedFrom?.before ?? request.asked.text;
      return isDecided(request)
        ? request
        : withText(request, text, { attachment, by: fact.actor, at: fact.at, before });
    }
    case 'request.textGivenBack': {
      const { askedFrom } = request;
      if (isDecided(request) || askedFrom?.attachment !== fact.body.attachment) return request;
      return withText(request, askedFrom.before, null);
    }
    case 'request.linkChecked':
      return fact.body.link === request.data.link ? { ...request, linkCheck: fact.body } : request;
    case 'request.compared': {
      const others = request.comparisons.filter((one) => one.with !== fact.body.with);
      return { ...request, comparisons: [...others, { ...fact.body, by: fact.actor, at: fact.at }] };
    }
    case 'request.forwarded': {
      const seen = read(awake(request, fact.at), fact.body.read);
      return { ...seen, state: 'forwarded', forwardedAt: fact.at, reopened: null };
    }
    case 'request.forwardUndone':
      return { ...request, state: request.inCharge ? 'inCharge' : 'open', forwardedAt: null };
    case 'request.reopened': {
      if (request.joinedInto !== undefined) return request;
      const comparisons = request.comparisons.filter(({ verdict }) => verdict !== 'duplicato');
      const state = request.inCharge ? 'inCharge' : 'open';
      return { ...request, state, comparisons, reopened: fact.body.why, closed: null };
    }
    case 'request.closed': {
      const { read: known, ...closed } = fact.body;
      return { ...read(awake(request, fact.at), known), state: 'closed', closed };
    }
    case 'request.paused': {
      const { waiting } = request;
      const { for: words, missing, letter, until = waiting?.until ?? null } = fact.body;
      const since = waiting?.since ?? fact.at;
      return {
        ...request,
        state: 'waiting',
        waiting: { since, for: words, missing, letter: waiting?.letter ?? letter, until },
      };
    }
    case 'request.woke': {
      const { until } = fact.body;
      return request.waiting?.until === until ? awake(request, instantAt(until, '00:00')) : request;
    }
    case 'request.resumed':
      return awake(request, fact.at);
    case 'request.letterWritten':
      return { ...request, letters: [...request.letters, { ...fact.body, by: fact.actor, at: fact.at }] };
    case 'request.letterUndone': {
      const { messageId } = fact.body;
      const letters = request.letters.filter((letter) => letter.messageId !== messageId);
      if (request.waiting?.letter !== messageId) return { ...request, letters };
      return { ...request, letters, waiting: null, state: request.inCharge ? 'inCharge' : 'open' };
    }
    case 'request.answered':
      return answered(request, fact.body);
    case 'request.correctionTold':
      return answered(request, toldAnswer(fact));
    case 'request.answerSeen':
      return read(request, fact.body.mails);
    default:
      return assertNever(fact, 'fatto di una richiesta');
  }
}

/** A request and whether it is still one of those its e-mail holds. */
interface Folded {
  readonly request: Request;
  readonly held: boolean;
}

/**
 * What a cut of its e-mail makes of a request (P12). One that is already decided keeps what was decided on, whatever a
 * desk that did not know of it cut meanwhile: only its number among the others changes.
 */
function applyCut({ request, held }: Folded, { body }: FactNamed<'mail.cut'>): Folded {
  const index = body.requests.findIndex(({ id }) => id === request.id);
  const part = body.requests[index];
  if (!part) return { request, held: held && isDecided(request) };
  const numbered = { ...request, index: index + 1, of: body.requests.length };
  if (isDecided(request)) return { request: numbered, held };
  const { span, title, warnings, several, data = {} } = part;
  const { several: _before, ...placed } = numbered;
  const anew = reworded({ ...placed, span, title, warnings, ...(several ? { several } : {}) }, part.asked);
  return { request: withChange(anew, data), held: true };
}

/** The cuts of an e-mail in order, without those that were taken back right after (P67). */
export function cutsIn(facts: readonly Fact[]): readonly FactNamed<'mail.cut'>[] {
  const cuts = foldFacts<readonly FactNamed<'mail.cut'>[]>(facts, [], (list, raw) => {
    const fact = raw.type === 'mail.cut' ? readFact(requestFacts, raw) : undefined;
    return fact?.type === 'mail.cut' ? [...list, fact] : list;
  });
  const undone = new Set(cuts.flatMap(({ body }) => body.undoes ?? []));
  return undone.size === 0 ? cuts : cuts.filter(({ h }) => !undone.has(h));
}

/**
 * The request that a set of facts tells: its own and those of its e-mail, in any order. `undefined` before it was
 * received, and when its e-mail was cut so that it is part of another one. Cuts take their place among its own facts by
 * the shared clock.
 */
export function foldRequest(id: string, facts: readonly Fact[]): Request | undefined {
  const cuts = cutsIn(facts);
  let seen = 0;
  const cutUntil = (folded: Folded, hlc: string | undefined): Folded => {
    let state = folded;
    for (let cut = cuts[seen]; cut && (hlc === undefined || cut.hlc < hlc); cut = cuts[seen]) {
      state = applyCut(state, cut);
      seen++;
    }
    return state;
  };
  const own = facts.filter((fact) => fact.ent === `request/${id}`);
  const folded = foldFacts<Folded | undefined>(own, undefined, (state, raw) => {
    const fact = readFact(requestFacts, raw);
    if (!fact) return state;
    if (!state) return fact.type === 'request.received' ? { request: received(id, fact), held: true } : undefined;
    const { request, held } = cutUntil(state, raw.hlc);
    const next = apply(request, fact);
    if (fact.type === 'request.takenBack') return { request: next, held: isDecided(next) };
    return { request: next, held: held || isDecided(next) };
  });
  const last = folded && cutUntil(folded, undefined);
  return last?.held ? { ...last.request, conflicts: [...conflictsIn(own)] } : undefined;
}
