/** How an e-mail that could not be read is told: its sign, its chip, what the app does next. Pure. */

import type { PlainTone, SignName } from '#renderer/ui/index.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { foldText, plural } from '#shared/kernel/text.ts';
import type { UnreadMail } from '#shared/requests/unread.ts';

/** The reason in two or three words, by the code of the problem; any other is a moment's. */
const REASONS: Readonly<Record<string, string>> = {
  'mail-unreadable': 'rovinata',
  'mail-empty': 'vuota',
  'mail-too-large': 'troppo grande',
  'mail-not-a-file': 'non è una e-mail',
  'mail-gone': 'non è più nella casella',
  'mail-file-unreadable': 'file occupato',
  'drive-not-answering': 'disco o rete occupati',
  'disk-full': 'disco pieno',
  'mail-too-slow': 'lettura troppo lenta',
  'mail-too-heavy': 'troppo pesante',
  'mail-interrupted': 'lettura interrotta',
};

/** Its subject, or the name of its file while that is all that is known. */
export const titleOf = ({ subject, name }: UnreadMail): string => subject ?? name;

/** The chip of a row: the reason, or who put it away. */
export function chipOf({ problem, forGood, away }: UnreadMail): { readonly text: string; readonly tone: PlainTone } {
  if (away) return { text: away.by === null ? 'non serve' : `non serve, dice ${away.by}`, tone: 'idle' };
  return { text: REASONS[problem.code] ?? 'da riprovare', tone: forGood ? 'bad' : 'warn' };
}

/** The sign of a row and what it says. */
export function otherSignOf({ problem, forGood, away }: UnreadMail): {
  readonly sign: SignName;
  readonly label: string;
} {
  if (away) return { sign: 'cancelled', label: 'non serve' };
  if (forGood) return { sign: 'error', label: 'non si può leggere' };
  if (problem.code === 'mail-gone') return { sign: 'uncertain', label: 'non è più nella casella' };
  return { sign: 'queued', label: 'si riprova' };
}

/** What the app does next with it by itself. */
export function nextStepOf({ forGood, away, problem }: UnreadMail): string {
  if (away) return 'L’app non la riprova più. Se serve, rimettila tra le non lette.';
  if (forGood) return 'L’app non la riprova da sola: troverebbe lo stesso. Guardala e decidi se serve.';
  if (problem.code === 'mail-gone') return 'Se torna nella casella, l’app la legge al primo controllo.';
  return 'L’app la riprova ai prossimi controlli della casella, sempre più di rado.';
}

/** Whether every word of `filter` stands in what is known of it. */
export function matchesFilter({ subject, from, name }: UnreadMail, filter: string): boolean {
  const words = foldText(filter).split(' ');
  const known = foldText([subject, from, name].filter(Boolean).join(' '));
  return words.every((word) => known.includes(word));
}

/** What came of reading again: one, or all of them. */
export function saidAgain({ read, added, problems }: Output<'requests.readAgain'>): string {
  const still = problems.length === 0 ? '' : ` Ancora ${plural(problems.length, 'non letta', 'non lette')}.`;
  if (read === 0) return problems.length === 0 ? 'Niente da rileggere.' : still.trim();
  const requests = added === 0 ? 'nessuna richiesta nuova' : plural(added, 'richiesta nuova', 'richieste nuove');
  return `${plural(read, 'e-mail letta', 'e-mail lette')}: ${requests}.${still}`;
}
