/** What the fake bridge answers to each method, by the pure rules of `shared/`. */
import { checkDraft } from '#shared/drafts/check.ts';
import { fillChecklist } from '#shared/drafts/checklist.ts';
import { checkContextOf } from '#shared/drafts/context.ts';
import { approve, approveElsewhere, decline, forwardDraft, textHash } from '#shared/drafts/decide.ts';
import { defaultPack } from '#shared/drafts/pack.ts';
import { publishPack } from '#shared/drafts/publishPack.ts';
import { regularise, releaseAlternatively, releaseInEmergency } from '#shared/drafts/release.ts';
import type { Input, ReplyTo } from '#shared/ipc/contract.ts';
import type { MethodName } from '#shared/ipc/methods.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { removeAbsence, sayUncovered, setAbsence, setChain, uncoveredDays } from '#shared/people/absences.ts';
import { peopleConflictIn, settlePeople } from '#shared/people/conflicts.ts';
import { setEscalation } from '#shared/people/escalation.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import type { Route } from '#shared/people/routes.ts';
import { plannedMoment } from '#shared/queue/decide.ts';
import { pickerUrl } from '#shared/queue/group.ts';
import { pressureToday, pressureWith } from '#shared/queue/pressure.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { close, forward, reopen, setData, takeCharge } from '#shared/requests/decide.ts';
import { requestFact } from '#shared/requests/facts.ts';
import type { LinkCheck } from '#shared/requests/linkCheck.ts';
import { mailProfileOf, mayAsk } from '#shared/requests/profile.ts';
import { replyMissing } from '#shared/requests/reply.ts';
import type { Request } from '#shared/requests/request.ts';
import { type TypedRequest, typeRequest, withData } from '#shared/requests/typed.ts';
import { ask, pause, resume } from '#shared/requests/waiting.ts';
import type { FakeDesk } from './fakeDesk.ts';
import { fakePictures } from './fakePictures.ts';
import { fakeEntries, fakeJobs } from './fakeQueue.ts';
import { type FakeRegisterOptions, fakeRegister } from './fakeRegister.ts';
import { type FakeReportOptions, fakeReport } from './fakeReport.ts';
import { fakeSimilar } from './fakeSimilar.ts';

/** What a mailbox finds and what the register holds, when not the usual. */
export interface FakeAnswers {
  readonly bare: boolean;
  readonly report: FakeReportOptions;
  readonly register: FakeRegisterOptions;
  readonly unreadable: readonly { readonly name: string; readonly problem: Problem }[];
}

/** What the fake knows to answer; a method that is missing answers with the problem `not-faked`. */
export type FakeHandlers = { readonly [Method in MethodName]?: (input: Input<Method>) => ReplyTo<Method> };
type Answer<Method extends MethodName> = ReplyTo<Method>;

const unknown = (): Result<never, Problem> =>
  problem('request-unknown', 'Questa richiesta non c’è più.', 'Torna all’elenco delle richieste.');
const done = ok({});

function checksOf(desk: FakeDesk, request: Request, text: string, reasons: Readonly<Record<string, string>>) {
  const sendDate = request.data.sendDate ?? romeOf(desk.now).day;
  const lines = fillChecklist({
    request,
    text,
    findings: checkDraft(text, defaultPack, checkContextOf(valdombra, sendDate)),
    similar: [],
    senderKnown: mayAsk(mailProfileOf(valdombra), desk.detail(request.id)?.senderAddress ?? ''),
    urgent: false,
    hosts: valdombra.hosts,
  });
  return lines.map((line) => ({ ...line, why: reasons[line.line] ?? null }));
}

function forwardToHead(
  desk: FakeDesk,
  request: Request,
  { text, reasons }: Input<'drafts.forward'>,
): Answer<'drafts.forward'> {
  const context = desk.context();
  if (!context.ok) return context;
  const intake = forward(request, textHash(text, desk.hash), context.value);
  if (!intake.ok) return intake;
  const checks = checksOf(desk, request, text, reasons);
  const draft = forwardDraft(request, { text, checks, pack: '1', to: 'vidal' }, context.value);
  if (!draft.ok) return draft;
  const kept = desk.keep(ok([...intake.value, ...draft.value]));
  desk.write(request.id, text);
  return kept.ok ? ok({ to: 'Ornella Vidal', effect: null }) : kept;
}

function queueNotice(desk: FakeDesk, request: Request, text: string, route: Route): JobRow {
  const { link, office, category, reason, sendDate, sendTime } = request.data;
  const hash = textHash(text, desk.hash);
  const job: JobRow = {
    id: request.id,
    state: 'queued',
    notice: { title: request.title, text, hash, link, office, category, reason, requestedDate: sendDate },
    route,
    plannedFor: plannedMoment(valdombra.calendar, desk.now, sendDate, sendTime),
    rounds: 1,
    evenStopped: false,
    moves: 0,
    movedBy: null,
    deferrals: 0,
    queuedBy: 'vidal',
    queuedByName: 'Ornella Vidal',
    queuedAt: desk.now,
    desk: null,
    deskName: null,
    isElsewhere: false,
    isTextGone: false,
    outOfRole: null,
    withoutShare: false,
    evidence: null,
    receipt: null,
    sent: null,
    why: null,
    answer: null,
    obstacle: null,
    changedAt: desk.now,
    rejected: [],
  };
  desk.jobs.push(job);
  return job;
}

/** The alternative way (P32): no approval, the operator's own check. */
function release(desk: FakeDesk, request: Request, input: Input<'drafts.release'>): Answer<'drafts.release'> {
  const context = desk.context();
  if (!context.ok) return context;
  const { text, reasons, why } = input;
  const intake = forward(request, textHash(text, desk.hash), context.value);
  if (!intake.ok) return intake;
  const checks = checksOf(desk, request, text, reasons);
  const released = releaseAlternatively(request, { text, checks, pack: '1', why }, context.value);
  if (!released.ok) return released;
  const kept = desk.keep(ok([...intake.value, ...released.value]));
  return kept.ok ? ok({ plannedFor: queueNotice(desk, request, text, 'e-mail alla ditta').plannedFor }) : kept;
}

/** A request nobody sent by e-mail; `undefined` only if the rules no longer fold it. */
function typed(desk: FakeDesk, kind: string, words: TypedRequest): Request | undefined {
  const id = `${kind}-${desk.rows().length + 1}`;
  desk.keep(ok(typeRequest(id, words, desk.now)));
  return desk.request(id);
}

function sendEmergency(desk: FakeDesk, input: Input<'queue.emergency'>): Answer<'queue.emergency'> {
  const context = desk.context();
  if (!context.ok) return context;
  const { title, text, link, authoriser, why, route } = input;
  if (desk.status([]).stopped && !input.evenStopped) {
    return problem(
      'queue-stopped',
      'Tutti gli invii sono fermi.',
      'Quando possono ripartire scegli «Riprendi» nella coda.',
    );
  }
  const refused = ['text', 'authoriser', 'why'].some(
    (name) => input[name as 'text' | 'authoriser' | 'why'].trim() === '',
  );
  if (refused) {
    return problem(
      'authoriser-missing',
      'Manca chi autorizza l’emergenza.',
      'Scrivi chi autorizza l’emergenza: nome e ruolo.',
    );
  }
  const data = withData({ link, reason: 'emergenza', category: 'Emergenza' });
  const request = typed(desk, 'urgente', { title, text, data, corrects: null });
  if (!request) return unknown();
  const checks = checksOf(desk, request, text, {});
  const released = releaseInEmergency(request, { text, checks, pack: '1', authoriser, why }, context.value);
  if (!released.ok) return released;
  const hash = textHash(text, desk.hash);
  const kept = desk.keep(ok([requestFact('request.forwarded', `request/${request.id}`, { hash }), ...released.value]));
  if (!kept.ok) return kept;
  queueNotice(desk, request, text, route);
  return ok({ id: request.id });
}

/** One function for every method. */
export function fakeHandlers(desk: FakeDesk, answers: FakeAnswers): FakeHandlers {
  const onRequest = <Value>(id: string, rule: (request: Request) => Result<Value, Problem>): Result<Value, Problem> => {
    const request = desk.request(id);
    return request ? rule(request) : unknown();
  };
  const inContext = <Value>(rule: (context: Parameters<typeof takeCharge>[1]) => Result<Value, Problem>) => {
    const context = desk.context();
    return context.ok ? rule(context.value) : context;
  };
  const changeJob = (id: string, change: Partial<JobRow>) => {
    const index = desk.jobs.findIndex((job) => job.id === id);
    const job = desk.jobs[index];
    if (!job) return unknown();
    desk.jobs[index] = { ...job, ...change, changedAt: desk.now };
    return done;
  };
  return {
    'service.status': () => ok(desk.status(desk.jobs.map(({ state }) => state))),
    'service.openExample': () => done,
    'service.leaveExample': () => done,
    'service.pressure': ({ date }) => {
      const today = romeOf(desk.now).day;
      const planned = desk.jobs
        .filter(({ state }) => state === 'queued')
        .map(({ plannedFor }) => romeOf(plannedFor).day);
      const sent = fakeEntries.map(({ sentAt }) => romeOf(sentAt).day);
      const { pressure } = valdombra;
      return ok(
        date === undefined
          ? pressureToday(today, { sent, planned }, pressure)
          : pressureWith(date, today, { sent, planned }, pressure),
      );
    },
    'service.chooseFolder': () => ok({ chosen: true }),
    'people.setPerson': ({ id, ...person }) => {
      const known = id ?? `person${desk.people.length + 1}`;
      const index = desk.people.findIndex((one) => one.id === known);
      desk.people.splice(index < 0 ? desk.people.length : index, index < 0 ? 0 : 1, { ...person, id: known });
      if (desk.people.length === 1) desk.sit(known);
      return ok({ id: known });
    },
    'people.actAs': ({ id }) => {
      desk.sit(id);
      return done;
    },
    'people.roster': () => {
      const roster = desk.roster();
      const uncovered = uncoveredDays(roster, valdombra.calendar, romeOf(desk.now).day, 56);
      return ok({
        people: [...roster.people],
        chains: {
          intake: [...roster.chains.intake],
          alternative: [...roster.chains.alternative],
          report: [...roster.chains.report],
        },
        absences: [...roster.absences],
        escalation: roster.escalation,
        uncovered: uncovered.map((one) => ({ ...one, words: sayUncovered(one) })),
        conflicts: desk.entities().flatMap((what) => peopleConflictIn(what, desk.factsOf(what), roster) ?? []),
      });
    },
    'people.settle': ({ what, fact }) => desk.keep(settlePeople(desk.factsOf(what), fact)),
    'people.setAbsence': (input) => {
      const id = input.id ?? `absence${desk.roster().absences.length + 1}`;
      const kept = desk.keep(setAbsence(desk.roster(), { ...input, id }));
      return kept.ok ? ok({ id }) : kept;
    },
    'people.removeAbsence': ({ id }) => desk.keep(removeAbsence(desk.roster(), id)),
    'people.setEscalation': (input) => desk.keep(ok(setEscalation(input))),
    'people.setChain': ({ phase, people }) => desk.keep(setChain(desk.roster(), phase, people)),
    'requests.checkMailbox': () =>
      ok({
        read: 2 + answers.unreadable.length,
        added: 2,
        problems: structuredClone([...answers.unreadable]),
      }),
    'requests.list': () => ok(desk.rows()),
    'requests.get': ({ id }) => {
      const detail = desk.detail(id);
      return detail ? ok(detail) : unknown();
    },
    'requests.pictures': ({ mail }) => ok(mail === 'tigli' ? fakePictures() : { pictures: [], tooBig: [] }),
    'requests.saveAttachment': () => ok({ fileName: 'ordinanza-118.pdf' }),
    'requests.takeCharge': ({ id }) =>
      onRequest(id, (request) => desk.keep(inContext((context) => takeCharge(request, context)))),
    'requests.setData': ({ id, data }) =>
      onRequest(id, (request) => desk.keep(inContext((context) => setData(request, data, context)))),
    'requests.checkLink': ({ id }) =>
      onRequest(id, ({ data }) => {
        if (data.link === null) {
          return problem(
            'link-missing',
            'La richiesta non ha un link.',
            'Scrivi il link alla notizia, poi controllalo.',
          );
        }
        const found = { status: 200, title: 'La notizia', leadsTo: null, checkedAt: desk.now } as const;
        const check: LinkCheck = { link: data.link, outcome: 'reachable', ...found };
        const kept = desk.keep(ok([requestFact('request.linkChecked', `request/${id}`, check)]));
        return kept.ok ? ok(check) : kept;
      }),
    'requests.write': (words) => {
      const request = typed(desk, 'scritta', words);
      return request ? ok({ id: request.id }) : unknown();
    },
    'requests.split': ({ id }) => onRequest(id, () => ok({ id: `${id}-bis` })),
    'requests.join': ({ id }) => onRequest(id, () => ok({ id })),
    ...fakeSimilar(desk),
    'requests.askDraft': ({ id }) => {
      const detail = desk.detail(id);
      if (!detail) return unknown();
      const { senderName, senderAddress, mailSubject, title, missing } = detail;
      const signature = ['Marta Bellin', 'PuntoSi, Comune di Valdombra'];
      const frame = { name: senderName ?? '', subject: mailSubject ?? title, title, signature };
      const { subject, text } = replyMissing(frame, missing);
      return ok({ to: senderAddress ?? '', subject, text: missing.length === 0 ? '' : text });
    },
    'requests.ask': ({ id }) =>
      onRequest(id, (request) => {
        const asked = desk.keep(ask(request, { messageId: 'lettera@comune.valdombra.example', letter: desk.hash(id) }));
        return asked.ok ? ok({ to: desk.detail(id)?.senderName ?? '', effect: 'letter-1' }) : asked;
      }),
    'requests.pause': ({ id, for: words }) => onRequest(id, (request) => desk.keep(pause(request, words))),
    'requests.resume': ({ id }) => onRequest(id, (request) => desk.keep(resume(request))),
    'requests.close': ({ id, letter: _letter, ...ending }) =>
      onRequest(id, (request) => {
        const kept = desk.keep(inContext((context) => close(request, ending, context)));
        return kept.ok ? ok({ effect: null }) : kept;
      }),
    'requests.reopen': ({ id, why }) => onRequest(id, (request) => desk.keep(ok(reopen(request, why)))),
    'drafts.save': ({ id, text }) => {
      desk.write(id, text);
      return ok({ savedAt: desk.now });
    },
    'drafts.forward': (input) => onRequest(input.id, (request) => forwardToHead(desk, request, input)),
    'drafts.waiting': () => ok(desk.approvals()),
    'drafts.approve': ({ id, seen, text, route }) =>
      onRequest(id, (request) => {
        const draft = desk.draft(id);
        if (!draft) return unknown();
        const kept = desk.keep(inContext((context) => approve(draft, { seen, text }, context)));
        return kept.ok
          ? ok({ plannedFor: queueNotice(desk, request, text, route ?? 'gruppo operativo').plannedFor })
          : kept;
      }),
    'drafts.approveElsewhere': ({ id, ...decision }) =>
      onRequest(id, (request) => {
        const draft = desk.draft(id);
        if (!draft) return unknown();
        const kept = desk.keep(inContext((context) => approveElsewhere(draft, decision, context)));
        return kept.ok
          ? ok({ plannedFor: queueNotice(desk, request, draft.rewritten.text, 'gruppo operativo').plannedFor })
          : kept;
      }),
    'drafts.decline': ({ id, how }) =>
      onRequest(id, (request) => {
        const draft = desk.draft(id);
        if (!draft) return unknown();
        const kept = desk.keep(inContext((context) => decline(draft, how, context)));
        return kept.ok && how.kind === 'returned' ? desk.keep(ok(reopen(request, how.why))) : kept;
      }),
    'drafts.release': (input) => onRequest(input.id, (request) => release(desk, request, input)),
    'drafts.pack': () => ok(structuredClone(desk.pack())),
    'drafts.publishPack': ({ pack }) => {
      const kept = desk.keep(inContext((context) => publishPack(desk.pack(), pack, context)));
      return kept.ok ? ok({ version: desk.pack().version }) : kept;
    },
    'drafts.toRegularise': () => ok(desk.irregular()),
    'drafts.regularise': ({ id, note }) => {
      const draft = desk.draft(id);
      return draft ? desk.keep(inContext((context) => regularise(draft, note, context))) : unknown();
    },
    'queue.askGroup': ({ id }) => {
      const job = desk.jobs.find((one) => one.id === id);
      if (!job) return unknown();
      changeJob(id, { state: 'delivering' });
      return ok({ text: job.notice.text, picker: pickerUrl(job.notice.text) });
    },
    'queue.confirmAsked': ({ id }) => changeJob(id, { state: 'handedOver' }),
    'queue.emergency': (input) => sendEmergency(desk, input),
    'queue.list': () => ok(structuredClone(desk.jobs)),
    'queue.confirmSent': ({ id }) => {
      const changed = changeJob(id, { state: 'sent' });
      return changed.ok ? ok({ number: '2026/0205' }) : changed;
    },
    'queue.stop': ({ why }) => {
      desk.stop(why);
      return done;
    },
    'queue.resume': () => {
      desk.stop(null);
      return done;
    },
    'queue.move': ({ id, plannedFor, why }) => {
      const job = desk.jobs.find((one) => one.id === id);
      return job
        ? changeJob(id, { state: 'queued', plannedFor, why, movedBy: 'bellin', moves: job.moves + 1 })
        : unknown();
    },
    'queue.undoMove': ({ id }) => changeJob(id, fakeJobs.find((job) => job.id === id) ?? {}),
    'queue.requeue': ({ id, why }) => changeJob(id, { state: 'queued', why }),
    'queue.sendBack': ({ id, why }) => changeJob(id, { state: 'cancelled', why, isTextGone: true }),
    'queue.refused': ({ id, why, answer }) => changeJob(id, { state: 'refused', why, answer }),
    'queue.partlySent': ({ id, why }) => changeJob(id, { state: 'partlySent', why }),
    'queue.takeOver': ({ id, why }) => changeJob(id, { state: 'uncertain', why, isElsewhere: false }),
    'service.chooseShare': () => ok({ chosen: true }),
    'service.foundShare': () => done,
    'service.leaveShare': () => done,
    'service.checkShare': () => done,
    'service.acceptDesk': () => done,
    'service.seeDesk': () => done,
    'service.nameDesk': () => done,
    'requests.viewing': () => done,
    'queue.cancel': ({ id, why }) => changeJob(id, { state: 'cancelled', why }),
    ...fakeRegister(answers.bare ? [] : fakeEntries, answers.register),
    ...fakeReport(answers.report, desk.now, answers.bare),
    'report.build': ({ period }) =>
      ok({ id: 'report-1', fileName: `report-${period}.pdf`, messages: 10, missing: [], sha256: desk.hash(period) }),
    'report.open': () => done,
    'shell.openLink': () => done,
    'shell.copyText': () => done,
  };
}
