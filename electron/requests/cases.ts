import type { Desk } from '#electron/desk/desk.ts';
import type { OpenWord, Word } from '#electron/desk/word.ts';
import { letterProgram } from '#electron/outbox/letters.ts';
import { openPost, type Post } from '#electron/outbox/post.ts';
import { mailAccesses } from '#electron/requests/access/access.ts';
import { similarCases } from '#electron/requests/comparing/similar.ts';
import { askingCases } from '#electron/requests/letters/asking.ts';
import { letterLeft, letterSettled } from '#electron/requests/letters/letters.ts';
import { sendingCases } from '#electron/requests/letters/sending.ts';
import { bringMails } from '#electron/requests/mailbox/bringing.ts';
import { connectingCases, isMailboxConnected } from '#electron/requests/mailbox/connecting.ts';
import { folderMailbox } from '#electron/requests/mailbox/folderMailbox.ts';
import { imapConnection } from '#electron/requests/mailbox/imapConnection.ts';
import { imapMailbox } from '#electron/requests/mailbox/imapMailbox.ts';
import { type QuietReading, quietReading } from '#electron/requests/mailbox/quietReading.ts';
import { readingCases } from '#electron/requests/mailbox/reading.ts';
import { answeredBy, lateReports, reportedBy } from '#electron/requests/mailbox/reported.ts';
import { type SentMail, sentMailOf } from '#electron/requests/mailbox/sentMail.ts';
import { ok } from '#shared/kernel/result.ts';
import { LETTER } from '#shared/outbox/letter.ts';
import type { requestsContract } from '#shared/requests/contract.ts';
import { requestBlobs, requestFacts } from '#shared/requests/facts.ts';
import { letterFacts } from '#shared/requests/letterFacts.ts';
import { mailboxFacts } from '#shared/requests/mailboxChecks.ts';
import type { DeliveryReport } from '#shared/requests/reading/reported.ts';
import { answeringCases } from './answering.ts';
import { attachmentCases } from './attachments.ts';
import { cardCases } from './cards.ts';
import { CHARGE, chargeProgram } from './charge.ts';
import { cutCases } from './cuts.ts';
import { documentCases } from './documents.ts';
import { joiningCases } from './joining.ts';
import { httpNewsSite, type NewsSite, silentNewsSite } from './newsSite.ts';
import { otherMailCases } from './otherMails.ts';
import type { RequestsPorts } from './ports.ts';
import { alreadySent, requestCases } from './requests.ts';
import { nameOfRequester } from './sender.ts';
import { rememberSending } from './sendingState.ts';
import { type RequestStore, requestProjections, requestStore } from './store.ts';
import { wakeRequests } from './waking.ts';

/** What the requests bring to the house. */
export const requests = {
  facts: [requestFacts, letterFacts, mailboxFacts],
  blobs: requestBlobs,
  projections: requestProjections,
  store: requestStore,
} satisfies Word<RequestStore>;

/** Name of who asked for a request; null when forgotten or unknown. */
export function askedByOf(desk: Desk, store: RequestStore, id: string): string | null {
  const request = store.get(id);
  return request ? nameOfRequester(desk, request) : null;
}

/** The requests as the rest of the house sees them. */
export interface OpenRequests extends OpenWord<typeof requestsContract> {
  readonly site: NewsSite;
  readonly candidates: ReturnType<typeof similarCases>['candidates'];
  /** How letters leave by themselves. */
  readonly post: Post;
  /** The folder of sent mail of the mailbox; `undefined` where this desk reads none. */
  readonly sentMail: () => SentMail | undefined;
  /** Looks at the mailbox once, as nobody asked: what came back finds its letter. */
  readonly lookQuietly: () => Promise<unknown>;
  /** Wakes the requests whose pause ends today (P17). */
  readonly wake: () => void;
  /** Looks at the mailbox of the server, if it is time (P10). */
  readonly lookAtMailbox: () => Promise<void>;
  /** Ends the connection to it. */
  readonly close: () => void;
}

/** The use-cases of the requests (P10–P26), who reads the mailbox and who lets letters leave. */
export function openRequests(desk: Desk, ports: RequestsPorts): OpenRequests {
  const { store, register, sharing, queued, forwarded, sameNotice } = ports;
  const { now, folders, files } = desk;
  const site = ports.fetch
    ? httpNewsSite({ hosts: () => desk.profile.hosts, now, fetch: ports.fetch })
    : silentNewsSite(now);
  const wasSent = (id: string): boolean => register.get(id) !== undefined;
  const request = requestCases(desk, store, site, ports);
  const cards = cardCases(store, site);
  const cuts = cutCases(desk, store);
  const joining = joiningCases(desk, store);
  const attachments = attachmentCases(desk, store);
  const documents = documentCases(desk, store);
  const others = otherMailCases(desk, store);
  const accesses = mailAccesses({
    ...{ desk, secrets: ports.secrets, fetch: ports.accessFetch },
    changed: () => {
      quiet.soon();
      post.accountChanged();
      desk.outbox.hurry([LETTER]);
      desk.tell('service');
    },
  });
  const answering = answeringCases(desk, store);
  const account = connectingCases({
    ...{ desk, accesses },
    isAccessUsed: () => sending.since() !== undefined && desk.profile.mailAccount.sending?.byAccess === true,
    secrets: ports.secrets,
    proxyFor: ports.proxyFor,
    online: ports.fetch !== undefined,
    changed: () => {
      connection.close();
      quiet.soon();
      desk.tell('service');
    },
  });
  const connection = imapConnection({
    account: account.account,
    proxyFor: ports.proxyFor,
    news: (isOver) => quiet.news(isOver),
  });
  const server = imapMailbox({
    session: connection.session,
    local: desk.local,
    wasRead: store.wasRead,
    unread: store.unread,
  });
  const reported = (report: DeliveryReport) => reportedBy(desk, store, ports.reported, report);
  const late = lateReports(desk, store, reported);
  const reading = readingCases({
    desk,
    store,
    mailbox: () => (isMailboxConnected(desk) ? server : folderMailbox(folders.get().mails, files)),
    isChosen: () => isMailboxConnected(desk) || folders.isChosen('mails'),
    wasSent,
    progress: (done, total) => ports.progress('mailbox', done, total),
    reported,
    answered: answeredBy(store, ports.answered),
    looked: (problem) => {
      quiet.looked(problem);
      late.look();
    },
  });
  const quiet: QuietReading = quietReading({
    now,
    isConnected: () => isMailboxConnected(desk),
    look: reading.look,
    random: ports.random,
  });
  const sentMail = sentMailOf({ account: account.account, proxyFor: ports.proxyFor });
  const sending = sendingCases({
    ...{ desk, secrets: ports.secrets, accesses, online: ports.fetch !== undefined },
    isAccessUsed: () => isMailboxConnected(desk) && desk.profile.mailAccount.receiving?.method === 'oauth2',
    changed: () => {
      post.accountChanged();
      rememberSending(desk, 'open');
      desk.outbox.hurry([LETTER]);
      desk.tell('service');
    },
  });
  const post: Post = openPost({
    table: ports.outgoing,
    now,
    since: sending.since,
    account: sending.account,
    keepsCopies: () => isMailboxConnected(desk),
    shown: (what) => rememberSending(desk, what),
  });
  const asking = askingCases({ desk, store, sameNotice, decision: ports.decision });
  const similar = similarCases(desk, { requests: store, register, queued, forwarded, end: asking.close });
  return {
    topic: 'requests',
    site,
    post,
    sentMail: () => (isMailboxConnected(desk) ? sentMail : undefined),
    lookQuietly: reading.look,
    candidates: similar.candidates,
    wake: () => wakeRequests(desk, store),
    lookAtMailbox: quiet.tick,
    close: () => {
      accesses.close();
      connection.close();
    },
    programs: {
      [CHARGE]: chargeProgram(desk, store),
      [LETTER]: letterProgram({
        folder: () => folders.get().outgoing,
        files,
        read: desk.blobs.get,
        left: (letter) => letterLeft(desk, store, letter),
        post,
        settled: (letter, ended) => letterSettled(desk, store, letter, ended),
      }),
    },
    waitsForShare: [CHARGE],
    received: (facts) => {
      // A report may have come before what the desk that wrote its letter told of it.
      if (facts.some(({ type }) => type === 'letter.sent' || type === 'job.lettered')) late.look();
    },
    cases: {
      'requests.checkMailbox': reading.check,
      'requests.bringMails': (input) => bringMails({ desk, store, wasSent }, input),
      'requests.mailbox': () => ok(account.view()),
      'requests.connectMailbox': account.connect,
      'requests.mailFolders': account.folders,
      'requests.disconnectMailbox': account.disconnect,
      'requests.access': () => ok(accesses.view()),
      'requests.beginAccess': accesses.begin,
      'requests.stopAccess': accesses.stop,
      'requests.openAccessPage': accesses.openPage,
      'requests.sending': () => ok(sending.view()),
      'requests.connectSending': sending.connect,
      'requests.disconnectSending': sending.disconnect,
      'requests.stopReading': reading.stop,
      'requests.unread': () => ok(reading.list()),
      'requests.readAgain': reading.readAgain,
      'requests.putUnreadAway': reading.putAway,
      'requests.saveUnread': reading.save,
      'requests.others': () => ok(others.list()),
      'requests.otherMail': others.get,
      'requests.makeRequest': others.makeRequest,
      'requests.joinMail': others.join,
      'requests.putMailAside': others.putAside,
      'requests.answerDraft': answering.draft,
      'requests.answerMail': answering.answer,
      'requests.undoAnswer': answering.undo,
      'requests.list': (input) => ok(request.list(ports.waiting(), input)),
      'requests.decided': (input) => ok(request.decided(ports.waiting(), input)),
      'requests.unreadAnswers': () => ok([...request.unread()]),
      'requests.get': ({ id }) => request.detail(id, ports.written, others.remindersOf),
      'requests.pictures': attachments.pictures,
      'requests.documents': documents.documents,
      'requests.takeText': documents.takeText,
      'requests.giveTextBack': documents.giveTextBack,
      'requests.saveAttachment': attachments.save,
      'requests.viewing': ({ id }) => {
        sharing.setOpen(id === null ? [] : [id]);
        // The next heartbeat is due now: the other desks show it within seconds.
        desk.tell('presence');
        return ok({});
      },
      'requests.takeCharge': request.takeCharge,
      'requests.releaseCharge': request.releaseCharge,
      'requests.setData': request.setData,
      'requests.checkLink': request.checkLink,
      'requests.cardPicture': cards.picture,
      'requests.write': request.write,
      'requests.split': cuts.split,
      'requests.join': joining.join,
      'requests.separate': joining.separate,
      'requests.makeSeries': joining.makeSeries,
      'requests.undoSeries': joining.undoSeries,
      'requests.undoCut': cuts.undo,
      'requests.similar': similar.similar,
      'requests.compare': similar.compare,
      'requests.series': () => ok(similar.series()),
      'requests.close': asking.close,
      'requests.askDraft': asking.askDraft,
      'requests.ask': asking.ask,
      'requests.refusalDraft': asking.refusalDraft,
      'requests.tellRefusal': asking.tellRefusal,
      'requests.pause': asking.pause,
      'requests.resume': asking.resume,
      'requests.seeAnswer': asking.seeAnswer,
      'requests.tellCorrection': ({ id, ...correction }) =>
        register.get(id) ? alreadySent() : request.tellCorrection(id, correction),
      'requests.reopen': request.reopen,
    },
  };
}
