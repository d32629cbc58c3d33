/** What servers write of a letter that left: delivery status, the plain forms of Exim and qmail, receipts of PEC. */

export interface Said {
  /** Message-ID of the letter, without brackets. */
  readonly about: string;
  readonly to: string;
  readonly action?: 'failed' | 'delayed' | 'delivered' | 'relayed';
  readonly status?: string;
  readonly diagnostic?: string;
  /** Only our own mark is left: the mail program gave the letter another Message-ID. */
  readonly byMark?: boolean;
}

const NOW = 'Mon, 2 Mar 2026 09:20:00 +0100';
let count = 0;
const head = (from: string, subject: string): readonly string[] => [
  `From: ${from}`,
  'To: avvisi@comune.valdombra.example',
  `Subject: ${subject}`,
  `Date: ${NOW}`,
  `Message-ID: <rapporto-${++count}@posta.altrove.example>`,
  'Auto-Submitted: auto-replied',
  'MIME-Version: 1.0',
];
const original = ({ about, byMark = false }: Said): readonly string[] => [
  'From: avvisi@comune.valdombra.example',
  'Subject: Una e-mail',
  `Message-ID: <${byMark ? 'cambiato@posta.example' : about}>`,
  `X-PuntoSi-Lettera: ${about}`,
];

/** RFC 3464. */
export function statusReport(said: Said): string {
  const { to, action = 'failed', status = '5.1.1', diagnostic = '550 5.1.1 User unknown' } = said;
  return [
    ...head('Mail Delivery System <MAILER-DAEMON@posta.altrove.example>', 'Undelivered Mail Returned to Sender'),
    'Content-Type: multipart/report; report-type=delivery-status; boundary="confine"',
    '',
    '--confine',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I’m sorry to have to inform you that your message could not be delivered.',
    '',
    '--confine',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; posta.altrove.example',
    'Arrival-Date: Mon, 2 Mar 2026 09:19:00 +0100',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; ',
    ` ${diagnostic}`,
    '',
    '--confine',
    'Content-Type: text/rfc822-headers',
    '',
    ...original(said),
    '',
    '--confine--',
    '',
  ].join('\r\n');
}

/** Exim without a delivery status. */
export const eximReport = (said: Said): string =>
  [
    ...head(
      'Mail Delivery System <Mailer-Daemon@posta.altrove.example>',
      'Mail delivery failed: returning message to sender',
    ),
    `X-Failed-Recipients: ${said.to}`,
    '',
    'This message was created automatically by mail delivery software.',
    '',
    'A message that you sent could not be delivered to one or more of its',
    'recipients. This is a permanent error. The following address(es) failed:',
    '',
    `  ${said.to}`,
    '    host posta.altrove.example [192.0.2.1]',
    '    SMTP error from remote mail server after RCPT TO:',
    '    550 5.2.2 mailbox full',
    '',
    '------ This is a copy of the message, including all the headers. ------',
    '',
    ...original(said),
    '',
    'Buongiorno.',
    '',
  ].join('\r\n');

/** qmail. */
export const qmailReport = (said: Said): string =>
  [
    ...head('MAILER-DAEMON@posta.altrove.example', 'failure notice').filter((line) => !line.startsWith('Auto-')),
    '',
    'Hi. This is the qmail-send program at posta.altrove.example.',
    'I’m afraid I wasn’t able to deliver your message to the following addresses.',
    '',
    `<${said.to}>:`,
    'Sorry, no mailbox here by that name. (#5.1.1)',
    '',
    '--- Below this line is a copy of the message.',
    '',
    'Return-Path: <avvisi@comune.valdombra.example>',
    ...original(said),
    '',
    'Buongiorno.',
    '',
  ].join('\r\n');

export type PecKind =
  | 'accettazione'
  | 'non-accettazione'
  | 'avvenuta-consegna'
  | 'errore-consegna'
  | 'preavviso-errore-consegna'
  | 'presa-in-carico';

/** A receipt of PEC, its signature left out. */
export function pecReceipt(kind: PecKind, { about, to }: Said, error = 'nessuno'): string {
  const certificate = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<postacert tipo="${kind}" errore="${error}">`,
    `<intestazione><mittente>avvisi@pec.example</mittente><destinatari tipo="certificato">${to}</destinatari>`,
    '<oggetto>Una e-mail</oggetto></intestazione>',
    `<dati><gestore-emittente>Gestore</gestore-emittente><consegna>${to}</consegna><msgid>&lt;${about}&gt;</msgid></dati>`,
    '</postacert>',
  ].join('\n');
  return [
    ...head('posta-certificata@gestore.example', `${kind.toUpperCase()}: Una e-mail`),
    `X-Ricevuta: ${kind}`,
    `X-Riferimento-Message-ID: <${about}>`,
    'Content-Type: multipart/mixed; boundary="confine"',
    '',
    '--confine',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Ricevuta.',
    '',
    '--confine',
    'Content-Type: application/xml; name="daticert.xml"',
    'Content-Disposition: inline; filename="daticert.xml"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(certificate, 'utf8').toString('base64'),
    '--confine--',
    '',
  ].join('\r\n');
}
