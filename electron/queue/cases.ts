import type { Desk } from '#electron/desk/desk.ts';
import type { Sharing } from '#electron/desk/sharing.ts';
import type { OpenWord, Word } from '#electron/desk/word.ts';
import type { Checking } from '#electron/drafts/forward.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { Post } from '#electron/outbox/post.ts';
import { answerForElection, openElections } from '#electron/queue/acts/answerElection.ts';
import { recordPartlySent, recordRefusal } from '#electron/queue/acts/answers.ts';
import { approveAndQueue } from '#electron/queue/acts/approve.ts';
import { confirmSent } from '#electron/queue/acts/confirm.ts';
import { confirmApproval } from '#electron/queue/acts/confirmApproval.ts';
import { decideElsewhere } from '#electron/queue/acts/decideElsewhere.ts';
import { recordCopy } from '#electron/queue/acts/givenCopy.ts';
import { askGroup, confirmAsked } from '#electron/queue/acts/group.ts';
import { listJobs } from '#electron/queue/acts/list.ts';
import { moveJob, undoMove } from '#electron/queue/acts/move.ts';
import { askHeadAgain, confirmPage } from '#electron/queue/acts/page.ts';
import { regulariseEmergency, releaseAndQueue, sendEmergency } from '#electron/queue/acts/release.ts';
import { cancel, requeue } from '#electron/queue/acts/requeue.ts';
import { listRoutes } from '#electron/queue/acts/routes.ts';
import { sendBack } from '#electron/queue/acts/sendBack.ts';
import { receivedStop, resumeQueue, stopOf, stopQueue } from '#electron/queue/acts/stop.ts';
import { takeOver } from '#electron/queue/acts/takeOver.ts';
import { takeOverUnread } from '#electron/queue/acts/takeOverAnswer.ts';
import { toPostCases } from '#electron/queue/acts/toPost.ts';
import { undoDecision, undoSent } from '#electron/queue/acts/undo.ts';
import { withdraw } from '#electron/queue/acts/withdraw.ts';
import { ringAlarms } from '#electron/queue/sending/alarms.ts';
import { answerHolds } from '#electron/queue/sending/answerHolds.ts';
import { approvalTrouble } from '#electron/queue/sending/approvalDesk.ts';
import { channelsOf } from '#electron/queue/sending/channels/channels.ts';
import { contractorMails } from '#electron/queue/sending/contractorMails.ts';
import { DELIVER, deliverProgram } from '#electron/queue/sending/deliver.ts';
import { electionHolds } from '#electron/queue/sending/electionHolds.ts';
import { leaveTrouble } from '#electron/queue/sending/leaveTrouble.ts';
import { linkGone } from '#electron/queue/sending/linkGone.ts';
import { pageWatch } from '#electron/queue/sending/pageWatch.ts';
import { openReceipts } from '#electron/queue/sending/receipts.ts';
import { receivedJobs } from '#electron/queue/sending/received.ts';
import { searchCases } from '#electron/queue/sending/searchLetters.ts';
import { sentCopies } from '#electron/queue/sending/sentCopies.ts';
import type { Numbering } from '#electron/register/numbering.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import type { SentMail } from '#electron/requests/mailbox/sentMail.ts';
import type { NewsSite } from '#electron/requests/newsSite.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import type { queueContract } from '#shared/queue/contract.ts';
import { queueBlobs, queueFacts } from '#shared/queue/facts.ts';
import type { Job } from '#shared/queue/job.ts';
import { notFromHere, type Serving, servingOf } from '#shared/queue/serving.ts';
import { stopFacts } from '#shared/queue/stop.ts';
import { decisionOf } from './decisions.ts';
import { queuedNotices } from './notices.ts';
import { answeredSending, reportedOfSending } from './reported.ts';
import { sameNoticeOf } from './sameNotice.ts';
import { type QueueStore, queueProjections, queueStore } from './store.ts';

/** What the queue brings to the house. */
export const queue = {
  facts: [queueFacts, stopFacts],
  blobs: queueBlobs,
  projections: queueProjections,
  store: queueStore,
  /** The notices of the queue, and one as a reply names it, for the words to the left. */
  notices: queuedNotices,
  sameNotice: sameNoticeOf,
  /** What became of a request, for the words to the left. */
  decision: decisionOf,
  /** What a report proves of an e-mail to the contractor, for the words to the left. */
  reported: reportedOfSending,
  answered: answeredSending,
} satisfies Word<QueueStore> & Record<string, unknown>;

export interface QueuePorts {
  readonly stores: {
    readonly queue: QueueStore;
    readonly drafts: DraftStore;
    readonly requests: RequestStore;
    readonly register: RegisterStore;
  };
  readonly numbering: Numbering;
  readonly checking: () => Checking;
  readonly site: NewsSite;
  readonly sharing: Sharing;
  /** Whether effects are carried out at all on this desk now. */
  readonly maySend: () => boolean;
  /** The invented town: own data, nothing leaves (P64). */
  readonly training: boolean;
  /** How letters leave by themselves, of the word to the left. */
  readonly post: Post;
  /** The folder of sent mail, and a look at the mailbox, of the word to the left. */
  readonly sentMail: () => SentMail | undefined;
  readonly lookQuietly: () => Promise<unknown>;
}

export interface OpenQueue extends OpenWord<typeof queueContract> {
  /** Looks for what the contractor's program answered. */
  readonly lookForReceipts: () => Promise<void>;
  /** Goes on with what only the mailbox can tell: copies in the folder of sent mail, letters of which nobody knows. */
  readonly lookAtSentMail: () => Promise<void>;
  /** Tells of the emergencies that do not leave. */
  readonly ring: () => void;
  /** Holds what an election period or an unread answer holds, lets go what they no longer do, hears the contractor (P18, P33, P39). */
  readonly lookAtHolds: () => void;
  /** Looks at the next page of a notice that is due (P22). */
  readonly lookAtPages: () => Promise<void>;
}

/** The use-cases of the sendings (P30–P38), and who delivers them. */
export function openQueue(
  desk: Desk,
  { stores, numbering, checking, site, sharing, maySend, training, post, sentMail, lookQuietly }: QueuePorts,
): OpenQueue {
  const { queue: store, drafts, requests, register } = stores;
  const isEmergency = ({ id }: Pick<Job, 'id'>): boolean => drafts.get(id)?.release?.way === 'emergenza';
  const { channelOf, isHere } = channelsOf(desk, post, isEmergency);
  const receipts = openReceipts(desk, store);
  const leavesFromHere = (route: Route): boolean => !desk.claims.isShared() || isHere(route);
  const serving = (route: Route): Serving => servingOf(route, sharing.exchange.state());
  // What is tried before an emergency is accepted is one already.
  const ways = { channelOf: channelsOf(desk, post, () => true).channelOf, isHere: leavesFromHere, maySend };
  const holds = [electionHolds(desk, stores), answerHolds(desk, stores)];
  const copies = sentCopies(desk, { queue: store, requests, post, sentMail });
  const searching = searchCases(desk, { queue: store, requests, sentMail, lookQuietly });
  const contractor = contractorMails(desk, stores);
  const pages = pageWatch(desk, stores, site);
  const toPost = toPostCases(desk, { ...stores, channelOf, training, post, deskName: sharing.nameOf });
  return {
    topic: 'queue',
    lookForReceipts: receipts.look,
    lookAtSentMail: async () => {
      await copies.look();
      await searching.look();
    },
    ring: () => ringAlarms(desk, stores),
    lookAtHolds: () => {
      for (const { look } of holds) look();
      contractor.look();
    },
    lookAtPages: pages.look,
    programs: {
      [DELIVER]: deliverProgram(desk, store, {
        channelOf,
        notFromHere: (route) => (isHere(route) ? undefined : notFromHere(serving(route))),
        linkGone: (job) => linkGone(desk, { ...stores, site }, job),
        isEmergency,
        textTrouble: (job) => leaveTrouble(desk, stores, job) ?? approvalTrouble(desk, job.id, sharing.nameOf),
        stopTrouble: (job) => sharing.expelled() ?? stopOf(desk, store, job),
        clockTrouble: sharing.clock.trouble,
      }),
    },
    waitsForShare: [DELIVER],
    received: (facts) => {
      receivedStop(desk, store, facts);
      desk.outbox.keep(receivedJobs(desk, store, facts), desk.now());
    },
    cases: {
      'queue.approve': (input) => approveAndQueue(desk, stores, input, checking()),
      'queue.decideElsewhere': (input) => decideElsewhere(desk, stores, input, checking()),
      'queue.release': (input) => releaseAndQueue(desk, stores, checking(), input),
      'queue.regularise': (input) => regulariseEmergency(desk, drafts, input),
      'queue.emergency': (input) => sendEmergency(desk, store, { checking: checking(), ways }, input),
      'queue.routes': () => ok([...listRoutes(desk, leavesFromHere, serving)]),
      'queue.mayorCopied': ({ id }) => recordCopy(desk, store, { id, who: 'mayor' }),
      'queue.headCopied': ({ id }) => recordCopy(desk, store, { id, who: 'head' }),
      'queue.list': ({ day }) =>
        ok([...listJobs(desk, stores, { deskName: sharing.nameOf, receiptProblem: receipts.problemOf }, day)]),
      'queue.askGroup': ({ id }) => askGroup(desk, { ...stores, site }, id),
      'queue.confirmAsked': ({ id }) => confirmAsked(desk, stores, id),
      'queue.toPost': () => ok(toPost.list()),
      'queue.openLetter': toPost.open,
      'queue.sayOfLetter': toPost.say,
      'queue.resendLetter': toPost.resend,
      'queue.searchLetter': searching.search,
      'queue.confirmSent': (input) =>
        confirmSent(desk, { queue: store, register, numbering }, { request: requests.get, draft: drafts.get }, input),
      'queue.confirmApproval': (input) => confirmApproval(desk, input),
      'queue.requeue': (input) => requeue(desk, stores, input),
      'queue.move': (input) => moveJob(desk, store, input),
      'queue.undoMove': (input) => undoMove(desk, store, input),
      'queue.stop': (input) => stopQueue(desk, store, input),
      'queue.resume': () => resumeQueue(desk, store),
      'queue.undo': (input) => undoDecision(desk, stores, input),
      'queue.undoSent': (input) => undoSent(desk, input),
      'queue.cancel': (input) => cancel(desk, store, input),
      'queue.withdraw': (input) => withdraw(desk, stores, input),
      'queue.takeOverAnswer': (input) => takeOverUnread(desk, stores, input),
      'queue.takeOver': (input) => takeOver(desk, store, input),
      'queue.confirmPage': (input) => confirmPage(desk, { ...stores, site }, input),
      'queue.askHeadAgain': (input) => askHeadAgain(desk, stores, input),
      'queue.sendBack': (input) => sendBack(desk, stores, input),
      'queue.refused': (input) => recordRefusal(desk, store, input),
      'queue.elections': () => ok([...openElections(desk, stores)]),
      'queue.answerElection': (input) => answerForElection(desk, stores, input),
      'queue.partlySent': (input) => recordPartlySent(desk, store, input),
    },
  };
}
