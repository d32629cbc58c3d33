import { sayRefusal, UNSAID } from '#shared/outbox/refusalWords.ts';
import type { DeliveryReport } from './reported.ts';
import { headerValue, type MailHeader, messageIds } from './transport.ts';

type Reported = DeliveryReport['recipients'][number];

const MOST_RECIPIENTS = 200;
/** Reports are short; what is longer is not looked through to its end. */
const MAX_LENGTH = 200_000;
const LONGEST_ADDRESS = 254;

/** What a report is made of. */
export interface ReportParts {
  readonly headers: readonly MailHeader[];
  readonly subject: string;
  readonly text: string;
  /** The part `message/delivery-status`. */
  readonly status: string | undefined;
  /** The beginning of the letter that came back: its headers, perhaps more. */
  readonly original: string | undefined;
}

/** The fields of one block of headers; folded lines are one. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  const lines = block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const fields = lines.flatMap((line): [string, string][] => {
    const at = line.indexOf(':');
    return at > 0 && at < 80 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]] : [];
  });
  return new Map(fields.reverse());
}

/** `rfc822; uno@comune.example` as an address; null where it is none. */
function addressIn(field: string | undefined): string | null {
  const address = (field ?? '')
    .replace(/^[^;]{0,40};/, '')
    .replace(/[<>\s]/g, '')
    .toLowerCase();
  return address.includes('@') && address.length <= LONGEST_ADDRESS ? address : null;
}

const ACTIONS: Readonly<Record<string, Reported['what']>> = {
  failed: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
};

/** What the blocks of a delivery status say, one for each addressee (RFC 3464, 2.3). */
function statusOf(status: string, text: string): readonly Reported[] {
  const blocks = status
    .slice(0, MAX_LENGTH)
    .split(/\r?\n\s*\r?\n/)
    .slice(0, MOST_RECIPIENTS);
  return blocks.flatMap((block): Reported[] => {
    const fields = fieldsOf(block);
    const what = ACTIONS[fields.get('action')?.toLowerCase().split(/[\s(]/)[0] ?? ''];
    if (what === undefined) return [];
    const address = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'));
    const said = `${fields.get('status') ?? ''} ${fields.get('diagnostic-code') ?? ''}`;
    const why = sayRefusal(said);
    // Exim gives the reason only in what people read.
    return [{ address, what, why: why === UNSAID && address !== null ? sayRefusal(linesAfter(text, address)) : why }];
  });
}

/** The Message-IDs of a letter by its headers: our own mark first, mail programs change the other one. */
function idsIn(original: string): readonly string[] {
  const head =
    original
      .slice(0, MAX_LENGTH)
      .split(/\r?\n\s*\r?\n/)
      .find((block) => /^[!-9;-~]{1,80}:/m.test(block)) ?? '';
  const fields = fieldsOf(head);
  const own = fields.get('x-puntosi-lettera')?.replace(/[<>\s]/g, '');
  return [...(own ? [`<${own}>`] : []), ...messageIds(fields.get('message-id'))];
}

const EXIM =
  /^(?:this message was created automatically by mail delivery software|questo messaggio è stato creato automaticamente)/im;
const EXIM_COPY = /^-{3,} this is a copy of (?:the|your) message.*$/im;
const QMAIL = /^hi\. this is the qmail-send program at/im;
const QMAIL_COPY = /^--- (?:below this line is a copy of the message|enclosed are the original headers).*$/im;

/** What follows a line in a text, as the headers of the letter that came back; empty without it. */
function afterLine(text: string, line: RegExp): string {
  const found = line.exec(text);
  return found ? text.slice(found.index + found[0].length).trimStart() : '';
}

/** A plain report of Exim, for servers that write no delivery status. */
function eximReport({ headers, subject, text }: ReportParts): DeliveryReport | null {
  const failed = (headerValue(headers, 'x-failed-recipients') ?? '').split(',').map(addressIn);
  const isLate = /^warning: message \S{1,40} delayed/i.test(subject);
  const named = failed.filter((address) => address !== null).slice(0, MOST_RECIPIENTS);
  if (!EXIM.test(text) || (named.length === 0 && !isLate)) return null;
  const about = idsIn(afterLine(text, EXIM_COPY));
  const recipients: Reported[] = isLate
    ? [{ address: null, what: 'delayed', why: '' }]
    : named.map((address) => ({ address, what: 'failed', why: sayRefusal(linesAfter(text, address)) }));
  return { about: [...about], recipients };
}

/** The lines that follow the one with an address, as far as the next empty one. */
function linesAfter(text: string, address: string): string {
  const lines = text.slice(0, MAX_LENGTH).split(/\r?\n/);
  const at = lines.findIndex((line) => line.trim().replace(/[<>:]/g, '').toLowerCase() === address);
  if (at < 0) return '';
  const rest = lines.slice(at + 1, at + 12);
  const end = rest.findIndex((line) => line.trim() === '');
  return rest.slice(0, end < 0 ? rest.length : end).join(' ');
}

/** A report of qmail (QSBMF): `<address>:` and the reason, each in a paragraph of its own. */
function qmailReport({ text }: ReportParts): DeliveryReport | null {
  if (!QMAIL.test(text)) return null;
  const said = text.slice(0, MAX_LENGTH).split(QMAIL_COPY)[0] ?? '';
  const addresses = [...said.matchAll(/^<([^<>\s]{3,254})>:\s*$/gm)].slice(0, MOST_RECIPIENTS);
  const recipients = addresses.flatMap(([, address = '']): Reported[] => {
    const plain = addressIn(address);
    return plain === null ? [] : [{ address: plain, what: 'failed', why: sayRefusal(linesAfter(said, plain)) }];
  });
  return recipients.length === 0 ? null : { about: [...idsIn(afterLine(text, QMAIL_COPY))], recipients };
}

/**
 * What an ordinary message reports of a letter, in the forms servers agree on (RFC 3464) and those of Exim and qmail;
 * null for any other message. Whose letter it is, only a known Message-ID tells: a forged report has none.
 */
export function ordinaryReport(parts: ReportParts): DeliveryReport | null {
  const { status, original } = parts;
  if (status !== undefined) {
    const recipients = [...statusOf(status, parts.text)];
    const about = original === undefined ? [] : [...idsIn(original)];
    return recipients.length === 0 ? null : { about, recipients };
  }
  return eximReport(parts) ?? qmailReport(parts);
}

/** What a receipt of PEC certifies, as much as is read of it. */
export interface PecReceipt {
  /** `avvenuta-consegna`, `errore-consegna` … */
  readonly kind: string;
  /** Message-ID of the sender's own program. */
  readonly reference: string | null;
  /** Whose mailbox it speaks of. */
  readonly delivery: string | undefined;
  /** `no-dest`, `no-dominio`, `virus`, `altro`. */
  readonly error: string | undefined;
  /** The reason in the words of a server. */
  readonly said: string | undefined;
}

const RECEIPTS: Readonly<Record<string, Reported['what']>> = {
  accettazione: 'accepted',
  'non-accettazione': 'failed',
  'rilevazione-virus': 'failed',
  'avvenuta-consegna': 'delivered',
  'errore-consegna': 'failed',
  'preavviso-errore-consegna': 'delayed',
};
const PEC_ERRORS: Readonly<Record<string, string>> = {
  'no-dest': 'l’indirizzo non esiste',
  'no-dominio': 'il dominio dell’indirizzo non esiste',
  virus: 'il gestore ci ha trovato un virus',
};

/** What a PEC receipt reports of a letter; null for one that says nothing of it to the sender. */
export function pecReport({ kind, reference, delivery, error, said }: PecReceipt): DeliveryReport | null {
  const what = RECEIPTS[kind.toLowerCase()];
  if (what === undefined || reference === null) return null;
  const bare = reference.replace(/[<>\s]/g, '');
  const why = kind === 'rilevazione-virus' ? PEC_ERRORS.virus : (PEC_ERRORS[error ?? ''] ?? sayRefusal(said ?? ''));
  const isOfOne = what !== 'accepted' && kind !== 'non-accettazione' && kind !== 'rilevazione-virus';
  const address = isOfOne ? addressIn(delivery) : null;
  return { about: [`<${bare}>`], recipients: [{ address, what, why: what === 'failed' ? (why ?? '') : '' }] };
}
