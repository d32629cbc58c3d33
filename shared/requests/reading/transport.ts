import type { Transport } from './mail.ts';

/** A header of a message: lower-case name, unfolded value. */
export interface MailHeader {
  readonly key: string;
  readonly value: string;
}

/** The first value of a header, trimmed; `undefined` when it is missing or empty. */
export function headerValue(headers: readonly MailHeader[], key: string): string | undefined {
  return headers.find((header) => header.key === key)?.value.trim() || undefined;
}

const AUTOMATIC_SUBJECT =
  /^\s*(?:risposta automatica|risposta fuori (?:sede|ufficio)|fuori (?:sede|ufficio)|autorisposta|auto(?:matic)? ?[- ]?repl(?:y|ies)|automatic reply|out of (?:the )?office|assente dall'ufficio|letto|non letto|read|recapitato|delivered|undeliverable|non recapitabile|mancato recapito|delivery status notification|mail delivery failed|undelivered mail|returned mail|failure notice|accettat[ao]|rifiutat[ao]|accettazione provvisoria|provvisori[ao]|accepted|declined|tentative)\s*(?:[:(]|$)/i;

function isAutomatic(headers: readonly MailHeader[], subject: string): boolean {
  const submitted = headerValue(headers, 'auto-submitted')?.toLowerCase();
  // `auto-generated` are also the forms of an intranet and the e-mails of a protocol office (RFC 3834, section 5).
  if (submitted !== undefined && submitted !== 'no' && !submitted.startsWith('auto-generated')) return true;
  if (
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-ms-exchange-inbox-rules-loop'].some(
      (key) => headerValue(headers, key) !== undefined,
    )
  )
    return true;
  if (/auto[_-]?reply/i.test(headerValue(headers, 'precedence') ?? '')) return true;
  const type = headerValue(headers, 'content-type')?.toLowerCase() ?? '';
  return type.startsWith('multipart/report') || AUTOMATIC_SUBJECT.test(subject);
}

function isBulk(headers: readonly MailHeader[]): boolean {
  const listed = ['list-unsubscribe', 'list-id', 'x-campaign', 'x-campaignid', 'x-mailchimp-id'];
  if (listed.some((key) => headerValue(headers, key) !== undefined)) return true;
  return /^(?:bulk|list|junk)/i.test(headerValue(headers, 'precedence') ?? '');
}

/**
 * How a message travelled, by its outermost headers only: what stands inside a PEC envelope was written by its sender
 * and is never believed about being a receipt (DM 2 November 2005).
 * `certificateKind` is the `tipo` of its `daticert.xml`, for messages whose headers were lost on the way.
 */
export function transportOf(headers: readonly MailHeader[], subject: string, certificateKind?: string): Transport {
  if (headerValue(headers, 'x-ricevuta') !== undefined) return 'pec-receipt';
  const carried = headerValue(headers, 'x-trasporto')?.toLowerCase();
  if (carried === 'posta-certificata') return 'pec';
  if (carried === 'errore') return 'pec-anomaly';
  if (certificateKind === 'posta-certificata') return 'pec';
  if (certificateKind !== undefined) return 'pec-receipt';
  if (isAutomatic(headers, subject)) return 'auto-reply';
  return isBulk(headers) ? 'bulk' : 'ordinary';
}

/** Message-IDs in a References or In-Reply-To header, in order, without doubles. */
export function messageIds(...values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.flatMap((value) => (value ?? '').match(/<[^<>\s]{1,500}>/g) ?? []))].slice(0, 100);
}
