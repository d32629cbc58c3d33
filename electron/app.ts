import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { differences } from '#shared/drafts/differences.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import type { Ask, Reply } from '#shared/ipc/messages.ts';
import type { MethodName } from '#shared/ipc/methods.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { LETTER } from '#shared/outbox/letter.ts';
import type { Profile } from '#shared/people/profile.ts';
import type { Route } from '#shared/people/routes.ts';
import type { Period } from '#shared/report/period.ts';
import type { Computer } from './db/computer.ts';
import { localValues } from './db/localValues.ts';
import { migrations } from './db/migrations/index.ts';
import { openDatabase } from './db/open.ts';
import { storageResult } from './db/storageProblem.ts';
import { type BugLog, dispatch } from './dispatch.ts';
import { draftCases } from './drafts/drafts.ts';
import type { Checking } from './drafts/forward.ts';
import { forwardedNotices } from './drafts/notices.ts';
import { publish } from './drafts/pack.ts';
import { packProjections, packStore } from './drafts/packStore.ts';
import { draftProjections, draftStore } from './drafts/store.ts';
import { undoLetter } from './drafts/undo.ts';
import { deskName, layFoundation, setDeskName } from './foundation.ts';
import type { SharedLog } from './journal/sharedLog.ts';
import { letterProgram } from './outbox/letters.ts';
import type { EffectProgram } from './outbox/outbox.ts';
import { settleConflict } from './people/conflicts.ts';
import {
  actAs,
  dropAbsence,
  orderChain,
  saveAbsence,
  saveEscalation,
  savePerson,
  viewRoster,
} from './people/people.ts';
import { peopleProjections } from './people/store.ts';
import { recordPartlySent, recordRefusal } from './queue/answers.ts';
import { approveAndQueue, approveElsewhereAndQueue } from './queue/approve.ts';
import type { Channel } from './queue/channels/channel.ts';
import { contractorChannel } from './queue/channels/contractor.ts';
import { spoolChannel } from './queue/channels/spool.ts';
import { DELIVER, deliverProgram } from './queue/deliver.ts';
import { askGroup, confirmAsked } from './queue/group.ts';
import { moveJob, undoMove } from './queue/move.ts';
import { queuedNotices } from './queue/notices.ts';
import { cancel, confirmSent, listJobs, requeue } from './queue/queue.ts';
import { openReceipts } from './queue/receipts.ts';
import { receivedJobs } from './queue/received.ts';
import { regulariseEmergency, releaseAndQueue, sendEmergency } from './queue/release.ts';
import { sameNoticeOf } from './queue/sameNotice.ts';
import { sendBack } from './queue/sendBack.ts';
import { receivedStop, resumeQueue, stopOf, stopQueue } from './queue/stop.ts';
import { queueProjections, queueStore } from './queue/store.ts';
import { takeOver } from './queue/takeOver.ts';
import { textTrouble } from './queue/textTrouble.ts';
import { withdraw } from './queue/withdraw.ts';
import { deskViewCases } from './register/deskView.ts';
import { exportCases } from './register/export.ts';
import { NUMBER, numbering } from './register/numbering.ts';
import { registerCases } from './register/register.ts';
import { registerIndex } from './register/search.ts';
import { registerProjections, registerStore } from './register/store.ts';
import { reportCaseStore, reportProjections } from './report/caseStore.ts';
import { type MadeReport, reportCases } from './report/reports.ts';
import { askingCases } from './requests/asking.ts';
import { attachmentCases } from './requests/attachments.ts';
import { CHARGE, chargeProgram } from './requests/charge.ts';
import { cutCases } from './requests/cuts.ts';
import { folderMailbox } from './requests/folderMailbox.ts';
import { letterLeft } from './requests/letters.ts';
import { httpNewsSite, silentNewsSite } from './requests/newsSite.ts';
import { changedNotices } from './requests/noticeBook.ts';
import { checkMailbox } from './requests/receive.ts';
import { requestCases } from './requests/requests.ts';
import { similarCases } from './requests/similar.ts';
import { requestProjections, requestStore } from './requests/store.ts';
import { viewRow } from './requests/views.ts';
import { chooseFolder, folderChoices } from './service/folders.ts';
import { pressureOf } from './service/pressure.ts';
import { shareCases } from './service/share.ts';
import { rememberMailbox, statusOf } from './service/status.ts';

/** What the app needs from outside. */
export interface AppOptions {
  /** Absolute path of the desk's own folder; made when missing. */
  readonly dataFolder: string;
  readonly profile: Profile;
  /** The invented town: own data, nothing leaves (P64). */
  readonly training: boolean;
  readonly now: () => Instant;
  /** Whether links may be opened; never in the invented town. */
  readonly online: boolean;
  readonly computer: Computer;
  /** Told the topics that changed. */
  readonly changed: (topics: readonly string[]) => void;
  /** What only the shell can do. */
  readonly ask: (ask: Ask) => Promise<Reply>;
  /** The register that desks share at a configured path; without it this desk works alone. */
  readonly openShare?: (configured: string) => SharedLog;
  readonly log: BugLog;
  /** Also parse what the use-cases answer. */
  readonly checkOutputs: boolean;
}

/** The app of one desk, without a window. */
export interface App {
  readonly handlers: Handlers;
  /** Runs a use-case by name, its input parsed. */
  readonly call: (method: MethodName, input: unknown) => Promise<Reply>;
  /** Carries out the effects that are due; returns how many were done. */
  readonly tick: () => Promise<number>;
  /** One exchange with the other desks (P41); nothing for a desk alone. */
  readonly exchange: () => Promise<void>;
  /** The moment of the next effect, if one waits. */
  readonly nextDue: () => Instant | undefined;
  /** Writes the report of a period as the PDF `path`, its data beside it: for the command line, which names files. */
  readonly writeReport: (period: Period, path: string) => Promise<Result<MadeReport, Problem>>;
  readonly close: () => void;
}

/** Opens the data of a desk and answers its use-cases; the problem says why they cannot be opened. */
export function openApp(options: AppOptions): Result<App, Problem> {
  const { dataFolder, profile, now } = options;
  const opened = openDatabase(join(dataFolder, 'avvisi.db'), migrations);
  if (!opened.ok) return opened;
  const database = opened.value;
  const local = localValues(database);
  const folders = folderChoices(local, dataFolder);
  const made = storageResult(() => {
    for (const path of Object.values(folders.inside)) mkdirSync(path, { recursive: true });
  });
  if (!made.ok) {
    database.close();
    return made;
  }

  const changed = changedNotices();
  const programs: Record<string, EffectProgram> = {};
  const { desk, exchange, devices, setOpen } = layFoundation({
    ...{ database, dataFolder, profile, programs, now },
    computer: options.computer,
    changed: options.changed,
    received: (facts) => received(facts),
    projections: [
      ...peopleProjections,
      ...registerProjections,
      ...requestProjections,
      changed.projection,
      ...draftProjections,
      ...packProjections,
      ...queueProjections,
      ...reportProjections,
    ],
  });
  const { outbox, blobs, newId } = desk;

  const requests = requestStore(database);
  const drafts = draftStore(database);
  const pack = packStore(database);
  const queue = queueStore(database);
  const register = registerStore(database);
  const stores = { requests, drafts, queue, register };
  const site = options.online ? httpNewsSite({ hosts: profile.hosts, now, fetch }) : silentNewsSite(now);
  const channels: Partial<Record<Route, Channel>> = {
    'cartella della ditta': spoolChannel(() => folders.get().deliveries),
    'e-mail alla ditta': contractorChannel({ folder: () => folders.get().outgoing, profile, roster: desk.roster, now }),
  };
  const numbers = numbering(desk, database, register);
  const share = shareCases({
    ...{ desk, exchange, devices, register, numbering: numbers, ask: options.ask, openShare: options.openShare },
    changed: options.changed,
    deskName: (name) => {
      if (name) setDeskName(local, name);
      return deskName(local, options.computer);
    },
  });
  programs[NUMBER] = numbers.program;
  programs[CHARGE] = chargeProgram(desk, requests);
  const receipts = openReceipts(desk, queue, { folder: () => folders.get().deliveries, changed: options.changed });
  programs[DELIVER] = deliverProgram(desk, queue, {
    channelOf: (route) => channels[route],
    isRouteHere: (route) => folders.isChosen(route === 'e-mail alla ditta' ? 'outgoing' : 'deliveries'),
    site,
    isEmergency: ({ id }) => drafts.get(id)?.release?.way === 'emergenza',
    textTrouble: (job) => textTrouble(drafts, job),
    stopTrouble: (job) => stopOf(desk, queue, job),
    clockTrouble: share.clockTrouble,
  });
  const received = (facts: readonly Fact[]): void => {
    receivedStop(desk, queue, facts);
    desk.outbox.keep([...receivedJobs(desk, queue, facts), ...numbers.corrections()], now());
  };

  const request = requestCases(desk, requests, site);
  const cuts = cutCases(desk, requests);
  const attachments = attachmentCases(desk, requests, options.ask);
  const asking = askingCases({ desk, store: requests, sameNotice: (id) => sameNoticeOf({ register, queue }, id) });
  programs[LETTER] = letterProgram({
    folder: () => folders.get().outgoing,
    read: blobs.get,
    left: (letter) => letterLeft(desk, requests, letter),
  });
  const similar = similarCases(desk, {
    requests,
    register,
    queued: queuedNotices(queue),
    forwarded: () => forwardedNotices(drafts, requests),
    changed,
    end: asking.close,
  });
  const checking = (): Checking => ({ pack: pack(), similar: similar.candidates });
  const draft = draftCases(desk, drafts, requests, checking);
  const index = registerIndex(database);
  const exported = exportCases(desk, {
    store: register,
    index,
    folder: () => folders.get().reports,
    ask: options.ask,
  });
  const entry = registerCases(desk, {
    store: register,
    index,
    askedBy: (id) => {
      const asking = requests.get(id);
      return asking ? viewRow(desk, asking).senderName : null;
    },
    differences,
  });
  const report = reportCases(desk, {
    cases: reportCaseStore(database),
    register,
    numbering: numbers,
    folder: () => folders.get().reports,
    ask: options.ask,
  });

  const registerView = deskViewCases(desk);
  /** Tells the screens that something of this desk alone changed; facts tell it by themselves. */
  const told = <Value>(topic: string, done: Result<Value, Problem>): Result<Value, Problem> => {
    if (done.ok) options.changed([topic]);
    return done;
  };

  const handlers: Handlers = {
    'service.status': () =>
      ok(statusOf({ desk, requests, drafts, queue, folders, training: options.training, share: share.state })),
    'service.chooseFolder': ({ which }) => chooseFolder(folders, which, options.ask, options.changed),
    'service.pressure': (input) => ok(pressureOf(desk, { queue, register }, input)),
    'service.chooseShare': share.choose,
    'service.foundShare': share.found,
    'service.leaveShare': share.leave,
    'service.checkShare': share.check,
    'service.acceptDesk': share.accept,
    'service.seeDesk': share.see,
    'service.nameDesk': share.rename,
    'people.setPerson': (input) => savePerson(desk, input),
    'people.actAs': ({ id }) => {
      const acting = actAs(desk, id);
      options.changed(['people']);
      return acting;
    },
    'people.roster': () => ok(viewRoster(desk)),
    'people.settle': (input) => settleConflict(desk, input),
    'people.setAbsence': (input) => saveAbsence(desk, input),
    'people.removeAbsence': ({ id }) => dropAbsence(desk, id),
    'people.setEscalation': (input) => saveEscalation(desk, input),
    'people.setChain': ({ phase, people }) => orderChain(desk, phase, people),
    'requests.checkMailbox': async () => {
      const checked = await checkMailbox({
        desk,
        store: requests,
        mailbox: folderMailbox(folders.get().mails),
        wasSent: (id) => register.get(id) !== undefined,
      });
      rememberMailbox(local, now(), checked.ok ? null : checked.error);
      options.changed(['service']);
      return checked;
    },
    'requests.list': () => ok([...request.list()]),
    'requests.get': ({ id }) => request.detail(id, drafts.written),
    'requests.pictures': attachments.pictures,
    'requests.saveAttachment': attachments.save,
    'requests.viewing': ({ id }) => {
      setOpen(id === null ? [] : [id]);
      // The next sign of life is due now: the other desks show it within seconds.
      options.changed(['presence']);
      return ok({});
    },
    'requests.takeCharge': request.takeCharge,
    'requests.setData': request.setData,
    'requests.checkLink': request.checkLink,
    'requests.write': request.write,
    'requests.split': cuts.split,
    'requests.join': cuts.join,
    'requests.similar': similar.similar,
    'requests.compare': similar.compare,
    'requests.series': () => ok(similar.series()),
    'requests.close': (input) => (input.outcome === 'ritirata' ? withdraw(desk, stores, input) : asking.close(input)),
    'requests.askDraft': asking.askDraft,
    'requests.ask': asking.ask,
    'requests.pause': asking.pause,
    'requests.resume': asking.resume,
    'requests.seeAnswer': asking.seeAnswer,
    'requests.reopen': request.reopen,
    'drafts.pack': () => ok(pack()),
    'drafts.publishPack': (input) => publish(desk, pack, input.pack),
    'drafts.save': draft.save,
    'drafts.forward': draft.forward,
    'drafts.waiting': () => ok([...draft.waiting()]),
    'drafts.approve': (input) => approveAndQueue(desk, stores, input),
    'drafts.approveElsewhere': (input) => approveElsewhereAndQueue(desk, stores, input),
    'drafts.decline': draft.decline,
    'drafts.release': (input) => releaseAndQueue(desk, stores, checking(), input),
    'drafts.toRegularise': () => ok([...draft.toRegularise()]),
    'drafts.regularise': (input) => regulariseEmergency(desk, drafts, input),
    'outbox.undo': ({ id }) => undoLetter(desk, stores, id),
    'queue.list': () => ok([...listJobs(desk, stores, { deskName: share.nameOf, receiptProblem: receipts.problemOf })]),
    'queue.askGroup': ({ id }) => askGroup(desk, stores, id),
    'queue.confirmAsked': ({ id }) => confirmAsked(desk, queue, id),
    'queue.emergency': (input) => sendEmergency(desk, queue, checking(), input),
    'queue.confirmSent': (input) =>
      confirmSent(desk, { queue, register, numbering: numbers }, { request: requests.get, draft: drafts.get }, input),
    'queue.requeue': (input) => requeue(desk, stores, input),
    'queue.move': (input) => moveJob(desk, queue, input),
    'queue.undoMove': (input) => undoMove(desk, queue, input),
    'queue.stop': (input) => stopQueue(desk, queue, input),
    'queue.resume': () => resumeQueue(desk, queue),
    'queue.cancel': (input) => cancel(desk, queue, input),
    'queue.takeOver': (input) => takeOver(desk, queue, input),
    'queue.sendBack': (input) => sendBack(desk, stores, input),
    'queue.refused': (input) => recordRefusal(desk, queue, input),
    'queue.partlySent': (input) => recordPartlySent(desk, queue, input),
    'register.list': ({ from, to }) => ok([...register.between(from, to)]),
    'register.search': (input) => ok(entry.search(input)),
    'register.page': (input) => ok(entry.page(input)),
    'register.place': (input) => ok(entry.place(input)),
    'register.get': ({ id }) => entry.detail(id),
    'register.export': exported.write,
    'register.openExport': exported.open,
    'register.view': () => ok(registerView.view()),
    'register.saveFilter': (input) => told('register', registerView.saveFilter(input)),
    'register.removeFilter': ({ id }) => {
      registerView.removeFilter(id);
      return told('register', ok({}));
    },
    'register.setLayout': (layout) => {
      registerView.setLayout(layout);
      return told('register', ok({}));
    },
    'report.get': report.get,
    'report.chooseStatement': report.chooseStatement,
    'report.mapStatement': report.mapStatement,
    'report.previewStatement': report.previewStatement,
    'report.chooseInvoice': report.chooseInvoice,
    'report.chooseBody': report.chooseBody,
    'report.pair': report.pair,
    'report.unpair': report.unpair,
    'report.decide': report.decide,
    'report.reopen': report.reopen,
    'report.addToRegister': report.addToRegister,
    'report.assign': report.assign,
    'report.conclude': report.conclude,
    'report.build': async (input) => {
      const made = await report.build(input);
      if (!made.ok) return made;
      const { files: _files, missing, ...told } = made.value;
      return ok({ ...told, missing: [...missing] });
    },
    'report.open': report.open,
  };
  return ok({
    handlers,
    call: (method, input) =>
      dispatch({ handlers, log: options.log, newId, checkOutputs: options.checkOutputs }, method, input),
    tick: async () => {
      void receipts.look();
      return outbox.tick();
    },
    exchange: async () => {
      await exchange.round();
      if (exchange.connected()) outbox.hurry([CHARGE, NUMBER, DELIVER]);
    },
    nextDue: outbox.nextDue,
    writeReport: (period, path) => report.build({ period }, path),
    close: () => {
      exchange.use(undefined, null);
      database.close();
    },
  });
}
