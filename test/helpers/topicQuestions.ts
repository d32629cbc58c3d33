/** What the test of the topics asks of the invented town, and what it leaves to others. */
import type { Input, MethodName, Question } from '#shared/ipc/contract.ts';
import { EVERY_ROW, NEWEST_FIRST } from '#shared/register/search/search.ts';
import { FIRST_IN_WORK } from '#shared/requests/views.ts';

const PERIOD = '2026-5';

/** The requests that are looked at one by one. */
const ABOUT = ['tigli-1', 'nido-1', 'soccorso-1', 'olio-1', 'biblioteca-1', 'parcheggi-1', 'fiera-1'];

/** The ids that questions are asked about. */
export interface Known {
  readonly requests: readonly string[];
  readonly entries: readonly string[];
  /** E-mails that are no request. */
  readonly others: readonly string[];
}

/** What each question is asked about; a question that is missing here is a compile error. */
export const QUESTIONS: { readonly [Name in Question]: (known: Known) => readonly Input<Name>[] } = {
  'people.roster': () => [{}],
  'people.town': () => [{}],
  'service.beginnings': () => [{}],
  'queue.routes': () => [{}],
  'drafts.kept': () => [{ id: 'emergenza' }],
  'people.notes': () => [{ about: 'notice/olio-1' }],
  'service.notes': () => [{}],
  'register.list': () => [{ from: null, to: null }],
  'register.search': () => [{ ...EVERY_ROW, order: NEWEST_FIRST, limit: 100 }],
  'register.page': () => [{ ...EVERY_ROW, order: NEWEST_FIRST, limit: 100, offset: 2 }],
  'register.place': ({ entries }) => entries.slice(0, 2).map((id) => ({ ...EVERY_ROW, order: NEWEST_FIRST, id })),
  'register.get': ({ entries }) => entries.slice(-2).map((id) => ({ id })),
  'register.view': () => [{}],
  'requests.list': () => [FIRST_IN_WORK],
  'requests.unreadAnswers': () => [{}],
  'requests.decided': () => [{ text: '', limit: 200 }],
  'requests.get': ({ requests }) => ABOUT.filter((id) => requests.includes(id)).map((id) => ({ id })),
  // Not cheap: read in a thread of their own from bytes that never change.
  'requests.pictures': () => [],
  'requests.documents': () => [],
  'requests.unread': () => [{}],
  'requests.others': () => [{}],
  'requests.otherMail': ({ others }) => others.map((id) => ({ id })),
  'requests.mailbox': () => [{}],
  'requests.sending': () => [{}],
  'requests.access': () => [{}],
  'report.previewStatement': () => [],
  'requests.similar': () => [{ id: 'soccorso-1', text: 'Corso di primo soccorso' }],
  'requests.series': () => [{}],
  'requests.answerDraft': ({ others }) => others.map((id) => ({ id, kind: 'own' })),
  'requests.askDraft': () => [{ id: 'imu-1' }, { id: 'biblioteca-3' }],
  'drafts.pack': () => [{}],
  'drafts.waiting': () => [{}],
  'drafts.toRegularise': () => [{}],
  'queue.list': () => [{}],
  'queue.elections': () => [{}],
  'queue.toPost': () => [{}],
  'requests.refusalDraft': ({ requests }) => requests.map((id) => ({ id })),
  'report.waiting': () => [{}],
  'report.get': () => [{ period: PERIOD }, { period: '2026-6' }],
  'people.session': () => [{}],
  'people.roleNews': () => [{}],
  'service.status': () => [{}],
  'service.sharing': () => [{}],
  'service.stuck': () => [{}],
  'service.registerFound': () => [{}],
  'service.health': () => [{}],
  // Answered by the program around the app.
  'core.recovery': () => [],
  'service.pressure': () => [{}, { date: '2026-12-02', id: 'soccorso-1' }],
};

/** Acts that need another desk on a shared place, a mail server, a page that changes, a window, or the program around the core: other tests do them. */
export const DONE_ELSEWHERE: readonly MethodName[] = [
  ...(['requests.connectSending', 'requests.disconnectSending', 'queue.resendLetter'] as const),
  ...(['queue.searchLetter', 'queue.headCopied', 'queue.confirmPage', 'queue.askHeadAgain'] as const),
  ...(['requests.connectMailbox', 'requests.disconnectMailbox', 'requests.mailFolders'] as const),
  ...(['requests.beginAccess', 'requests.stopAccess', 'requests.openAccessPage'] as const),
  ...(['service.chooseShare', 'service.foundShare', 'service.leaveShare', 'service.checkShare'] as const),
  ...(['service.joinShare', 'service.refuseShare'] as const),
  ...(['service.acceptDesk', 'service.seeDesk', 'service.retry'] as const),
  ...(['people.settle', 'report.build', 'report.open'] as const),
  ...(['service.expelDesk', 'service.askAgain', 'queue.confirmApproval', 'people.seeRoleChange'] as const),
  ...(['core.openExample', 'core.leaveExample', 'shell.openLink', 'shell.copyText'] as const),
  ...(['core.restoreCopy', 'core.repair', 'core.rebuildFromShare', 'core.startOver'] as const),
];
