import { useAnswer } from '#renderer/api.ts';
import type { PlainTone, SignName } from '#renderer/ui/index.ts';
import { foldText } from '#shared/kernel/text.ts';
import { isPutAsideByApp, NO_REQUEST_REASONS, type OtherMail, type OtherMails } from '#shared/requests/otherMail.ts';
import type { UnreadMail } from '#shared/requests/unread.ts';
import { matchesFilter } from './otherMailWords.ts';

/** A row of *Altre e-mail*: one that could not be read, or one that was read and is no request. */
export type OtherRow =
  | { readonly key: string; readonly unread: UnreadMail; readonly mail?: undefined }
  | { readonly key: string; readonly mail: OtherMail; readonly unread?: undefined };

export interface OtherGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly OtherRow[];
}

/** Everything that is no request, as the filter leaves it. */
export interface OtherMailAnswer {
  readonly groups: readonly OtherGroup[];
  /** How many wait for a person, whatever the filter. */
  readonly total: number | undefined;
  readonly found: number;
  /** Of those that wait, how many are not shown. */
  readonly hidden: number;
  readonly week: OtherMails['week'] | undefined;
  readonly loading: boolean;
  readonly problem: ReturnType<typeof useAnswer>['problem'];
}

const DECIDED = {
  request: 'è una richiesta',
  answer: 'unita alla sua richiesta',
  aside: 'non serve',
  answered: 'risposta preparata',
} as const;

/** Of an answer more is said once the server or a person proved it (P66). */
const decidedWords = ({ placed, answer }: OtherMail): string => {
  if (placed?.what !== 'answered') return placed ? DECIDED[placed.what] : '';
  return answer && ['accepted', 'posted', 'arrived'].includes(answer.state) ? 'risposta spedita' : DECIDED.answered;
};

/** The chip of an e-mail that is no request: the reason, or what a person decided. */
export function reasonChip(mail: OtherMail): { readonly text: string; readonly tone: PlainTone } {
  const { reason, placed } = mail;
  if (placed?.what === 'answered') return { text: `${decidedWords(mail)} da ${placed.by}`, tone: 'idle' };
  if (placed) return { text: `${DECIDED[placed.what]}, dice ${placed.by}`, tone: 'idle' };
  return { text: NO_REQUEST_REASONS[reason], tone: isPutAsideByApp(reason) ? 'idle' : 'warn' };
}

/** The sign of its row and what it says. */
export function reasonSign(mail: OtherMail): { readonly sign: SignName; readonly label: string } {
  const { reason, placed } = mail;
  if (placed?.what === 'aside') return { sign: 'cancelled', label: 'non serve' };
  if (placed) return { sign: 'info', label: decidedWords(mail) };
  if (isPutAsideByApp(reason)) return { sign: 'cancelled', label: 'messa da parte dall’app' };
  return { sign: 'unverified', label: 'da guardare' };
}

const has = (mail: OtherMail, filter: string): boolean => {
  const known = foldText([mail.subject, mail.from].filter(Boolean).join(' '));
  return foldText(filter)
    .split(' ')
    .every((word) => known.includes(word));
};

/** The e-mails that are no request (P10), by what stands in the filter. */
export function useOtherMails(filter: string): OtherMailAnswer {
  const unread = useAnswer('requests.unread', {});
  const others = useAnswer('requests.others', {});
  const ofUnread = (mails: readonly UnreadMail[] = []): readonly OtherRow[] =>
    mails.filter((mail) => matchesFilter(mail, filter)).map((mail) => ({ key: `u${mail.id}`, unread: mail }));
  const ofMails = (mails: readonly OtherMail[] = []): readonly OtherRow[] =>
    mails.filter((mail) => has(mail, filter)).map((mail) => ({ key: `m${mail.id}`, mail }));
  const { value } = others;
  const waiting = ofUnread(unread.value?.waiting);
  const toLook = ofMails(value?.toLook);
  const groups: readonly OtherGroup[] = [
    { id: 'toLook', title: 'Da guardare', rows: toLook },
    { id: 'waiting', title: 'Non lette', rows: waiting },
    { id: 'aside', title: 'Messe da parte dall’app, ultimi 7 giorni', rows: ofMails(value?.aside) },
    {
      id: 'decided',
      title: 'Decise da una persona',
      rows: [...ofMails(value?.decided), ...ofUnread(unread.value?.away)],
    },
  ];
  const total = value && unread.value ? value.total + unread.value.total : undefined;
  return {
    groups: groups.filter(({ rows }) => rows.length > 0),
    total,
    found: groups.reduce((sum, { rows }) => sum + rows.length, 0),
    hidden: filter.trim() === '' ? (total ?? 0) - toLook.length - waiting.length : 0,
    week: value?.week,
    loading: unread.loading || others.loading,
    problem: unread.problem ?? others.problem,
  };
}
