import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { todayLists } from '#renderer/service/today/todayLists.ts';
import { isInConflict, textHash } from '#shared/drafts/decide.ts';
import { type Draft, foldDraft } from '#shared/drafts/draft.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { addMilliseconds, romeOf } from '#shared/kernel/instant.ts';
import type { Absence, Person } from '#shared/people/person.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { isHeadPresent, onDuty } from '#shared/people/roster.ts';
import type { Session } from '#shared/people/session.ts';
import { answerHold, answersAgainst } from '#shared/queue/answerHold.ts';
import { enqueue } from '#shared/queue/decide.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { foldJob, type Job } from '#shared/queue/job.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { NO_ANSWER } from '#shared/requests/answer.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import type { Request } from '#shared/requests/request.ts';
import { pen, ROAD_WORKS, requestReceived } from '../../../helpers/facts.ts';
import { LUCA, MARTA, ORNELLA, rosterOf } from '../../../helpers/town.ts';

const [REQUEST, DRAFT, JOB] = ['request/r1', 'draft/r1', 'job/r1'];
const { text } = ROAD_WORKS;
const hash = textHash(text, sha256);
const PLANNED = '2026-03-05T07:30:00.000Z';
const why = 'Serve a qualcuno';
const answer = (withdraws: boolean, fromHead: boolean, mail: string) =>
  requestFact('request.answered', REQUEST, {
    ...{ mail, receivedAt: '2026-03-02T09:00:00.000Z', says: NO_ANSWER, withdraws, fromHead },
  });
const text1 = { asked: text, text, hash, checks: [], pack: '1' };

/** Everything that can happen to a request and to its text, in no order. */
const WRITTEN: readonly (readonly [string, NewFact])[] = [
  ['marta', requestFact('request.takenInCharge', REQUEST, {})],
  ['luca', requestFact('request.takenInCharge', REQUEST, {})],
  ['marta', requestFact('request.chargeReleased', REQUEST, { round: 1 })],
  ['marta', requestFact('request.paused', REQUEST, { for: why, missing: [], letter: null, until: '2026-03-04' })],
  ['marta', requestFact('request.paused', REQUEST, { for: why, missing: [], letter: null })],
  ['app', requestFact('request.woke', REQUEST, { until: '2026-03-04' })],
  ['marta', requestFact('request.resumed', REQUEST, {})],
  ['app', answer(false, false, 'm2')],
  ['app', answer(true, false, 'm3')],
  ['app', answer(false, true, 'm4')],
  ['marta', requestFact('request.answerSeen', REQUEST, { mails: ['m2'] })],
  ['marta', requestFact('request.answerSeen', REQUEST, {})],
  ['marta', requestFact('request.forwarded', REQUEST, { hash, read: [] })],
  ['marta', requestFact('request.closed', REQUEST, { outcome: 'ritirata', why, sameAs: null, read: [] })],
  ['ornella', requestFact('request.reopened', REQUEST, { why })],
  ['marta', draftFact('draft.forwarded', DRAFT, { ...text1, to: 'ornella' })],
  ['ornella', draftFact('draft.approved', DRAFT, { text, hash, way: 'app', note: '' })],
  ['ornella', draftFact('draft.postponed', DRAFT, { until: '2026-03-04', why })],
  ['ornella', draftFact('draft.returned', DRAFT, { why })],
  ['ornella', draftFact('draft.refused', DRAFT, { why })],
  ['marta', draftFact('draft.withdrawn', DRAFT, { why })],
  ['marta', draftFact('draft.released', DRAFT, { ...text1, way: 'emergenza', authoriser: 'Sindaca', why })],
  ['ornella', draftFact('draft.regularised', DRAFT, { note: '' })],
];
/** Everything that can happen to a sending. */
const SENT: readonly NewFact[] = [
  queueFact('job.started', JOB, { desk: 'desk0001' }),
  queueFact('job.takenOver', JOB, { from: null, why }),
  queueFact('job.handedOver', JOB, { evidence: 'x', withoutMayor: true }),
  queueFact('job.handedOver', JOB, { evidence: 'x' }),
  queueFact('job.posted', JOB, {}),
  queueFact('job.sent', JOB, { text, sentAt: PLANNED, recipients: 3 }),
  queueFact('job.partlySent', JOB, { why }),
  queueFact('job.uncertain', JOB, { why }),
  queueFact('job.deferred', JOB, { until: PLANNED, why: 'Manca l’indirizzo del sindaco.' }),
  queueFact('job.deferred', JOB, { until: PLANNED, why: 'fuori servizio fino alle 09:00' }),
  queueFact('job.held', JOB, { why }),
  queueFact('job.moved', JOB, { plannedFor: PLANNED, why: null }),
  queueFact('job.refused', JOB, { why }),
  queueFact('job.requeued', JOB, { plannedFor: PLANNED, why }),
  queueFact('job.cancelled', JOB, { why }),
  queueFact('job.mayorCopied', JOB, {}),
];
const ROUTES = ['gruppo operativo', 'e-mail alla ditta', 'cartella della ditta'] as const;

const history = fc.record({
  written: fc.array(fc.constantFrom(...WRITTEN), { maxLength: 14 }),
  queued: fc.option(
    fc.record({ route: fc.constantFrom(...ROUTES), steps: fc.array(fc.constantFrom(...SENT), { maxLength: 10 }) }),
    { nil: undefined },
  ),
  /** Hours after the morning of the request. */
  hours: fc.integer({ min: 3, max: 140 }),
  isElsewhere: fc.boolean(),
  away: fc.subarray([MARTA.id, LUCA.id, ORNELLA.id]),
});
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

interface Told {
  readonly request: Request;
  readonly draft: Draft | undefined;
  readonly job: Job | undefined;
}

function tell({ written, queued }: History): Told {
  const desk = pen();
  desk.write('app', requestReceived('r1'));
  for (const [actor, fact] of written) desk.write(actor, fact);
  if (queued) {
    const notice = { ...ROAD_WORKS, hash, office: null, category: null, reason: null, requestedDate: null };
    desk.write('ornella', ...enqueue('r1', notice, PLANNED, queued.route));
    for (const fact of queued.steps) desk.write(fact.type === 'job.handedOver' ? 'app' : 'marta', fact);
  }
  const of = (ent: string): readonly Fact[] => desk.all().filter((fact) => fact.ent === ent);
  return {
    request: foldRequest('r1', of(REQUEST)) ?? expect.fail('no request'),
    draft: foldDraft('r1', of(DRAFT)),
    job: foldJob('r1', of(JOB)),
  };
}

/** The rows that anybody at a desk sees, by their ids. */
function rowsOf({ request, draft, job }: Told, { hours, away, isElsewhere }: History): ReadonlySet<string> {
  const now = addMilliseconds('2026-03-02T08:00:00.000Z', hours * 3_600_000);
  const today = romeOf(now).day;
  const absences: Absence[] = away.map((person) => ({ id: person, person, from: '2026-03-01', to: '2026-03-20' }));
  const roster = rosterOf(absences);
  const name = (phase: 'intake' | 'alternative' | 'report') => onDuty(roster, phase, today)?.name ?? null;
  const row = {
    ...request,
    senderName: null,
    inChargeName: null,
    urgent: false,
    due: now,
    hasToPost: false,
    decision: null,
  };
  const isToDecide = draft && (['waiting', 'postponed'].includes(draft.state) || isInConflict(draft));
  const isInWork =
    ['open', 'inCharge', 'waiting'].includes(request.state) || (request.state === 'forwarded' && isToDecide);
  const view = draft && { ...draft, request: row, rewrittenByName: '', isAltered: false, urgent: false, due: now };
  const irregular = draft?.release?.way === 'emergenza' && draft.release.regularisedAt === null;
  const jobRow: JobRow | undefined = job && {
    ...job,
    ...{ queuedByName: '', deskName: null, isElsewhere, isAltered: false, isTextGone: false, outOfRole: null },
    ...{ approvedOn: null, unbound: null, lacksPin: false, obstacle: null },
    isEmergency: draft?.release?.way === 'emergenza',
    unread: [...answersAgainst(request.unread, draft)],
    isHeldByAnswer: answerHold(job, draft, request) !== undefined,
  };
  const seenBy = (person: Person): readonly string[] => {
    const session: Session = {
      ...{ now, today, person, account: '', people: [...roster.people], retired: [], profile: valdombra },
      ...{ training: false, escalation: null },
      duty: {
        ...{ intake: name('intake'), alternative: name('alternative'), report: name('report'), head: ORNELLA.name },
        ...{ headPresent: isHeadPresent(roster, today), uncovered: [] },
      },
    };
    const lists = todayLists({
      session,
      absences,
      ...{ reminder: null, unread: { count: 0, since: null }, share: null, roles: [], stuck: [] },
      toPost: job?.state === 'toPost' ? 1 : 0,
      requests: isInWork ? [row] : [],
      answered: request.unread.length > 0 ? [row] : [],
      approvals: isToDecide && view ? [view] : [],
      irregular: irregular
        ? [{ id: 'r1', title: '', text, authoriser: '', why, releasedAt: now, releasedByName: '', due: now }]
        : [],
      jobs: jobRow ? [jobRow] : [],
    });
    const { mine, groups, others, leaving } = lists;
    return [...mine, ...groups.flatMap(({ rows }) => rows), ...others, ...leaving].map(({ id }) => id);
  };
  return new Set([MARTA, LUCA, ORNELLA].flatMap(seenBy));
}

/** Which rows, any one of each line, a state that waits for a person must have: told apart from the rule of the app. */
function mustHave({ request, draft, job }: Told, { hours }: History): readonly (readonly string[])[] {
  const today = romeOf(addMilliseconds('2026-03-02T08:00:00.000Z', hours * 3_600_000)).day;
  const needs: (readonly string[])[] = [];
  if (request.unread.length > 0) needs.push(['answer r1']);
  else if (request.state === 'open' || request.state === 'inCharge') needs.push(['request r1']);
  else if (request.state === 'waiting') needs.push(['waiting r1', 'pause r1']);
  const isPutOff = draft?.state === 'postponed' && (draft.until ?? '') > today;
  if (draft && ['waiting', 'postponed'].includes(draft.state) && !isPutOff) needs.push(['approval r1']);
  if (draft?.release?.way === 'emergenza' && draft.release.regularisedAt === null)
    needs.push(['irregular r1', 'job r1', 'alarm r1', 'answer r1']);
  if (!job) return needs;
  if (job.mayorCopy === 'due') needs.push(['mayor r1']);
  const isHeld = answerHold(job, draft, request) !== undefined;
  if (job.state === 'toPost') needs.push(['toPost']);
  else if (['uncertain', 'refused', 'held', 'partlySent'].includes(job.state))
    needs.push(isHeld ? ['job r1', 'alarm r1', 'answer r1'] : ['job r1', 'alarm r1']);
  else if (job.state === 'handedOver') needs.push(['job r1', 'leaving r1']);
  else if (['queued', 'deferred', 'delivering'].includes(job.state)) {
    const isMended = job.state === 'deferred' && job.why?.startsWith('Manca');
    if (job.route === 'gruppo operativo' || isMended) needs.push(isHeld ? ['answer r1'] : ['job r1', 'alarm r1']);
    else if (romeOf(job.plannedFor).day <= today) needs.push(['leaving r1', 'job r1', 'alarm r1', 'answer r1']);
  }
  return needs;
}

describe('in any history of a request, its text and its sending', () => {
  it('nothing that waits for a person is without its row in Oggi', () => {
    fc.assert(
      fc.property(history, (one) => {
        const told = tell(one);
        const rows = rowsOf(told, one);
        for (const any of mustHave(told, one))
          expect(
            any.some((id) => rows.has(id)),
            `${any.join(' | ')} among ${[...rows].join(', ')}; request ${told.request.state}, draft ${told.draft?.state}, job ${told.job?.state} ${told.job?.route}`,
          ).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
