/** E-mails of invented offices for the tests of the desk: written to a folder and read as those of a mailbox. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderMailbox } from '#electron/requests/mailbox/folderMailbox.ts';
import { checkMailbox, type MailboxCheck } from '#electron/requests/mailbox/receive.ts';
import { must, type TestDesk } from './desk.ts';
import { temporaryFolder } from './folders.ts';

export interface WrittenMail {
  /** Local part of its Message-ID. */
  readonly id: string;
  readonly from?: string;
  readonly subject?: string;
  /** RFC 5322 date; Monday 2 March 2026, 08:12 in Rome when not given. */
  readonly date?: string;
  /** Message-IDs it answers, with brackets, the last one directly. */
  readonly answers?: readonly string[];
  readonly lines: readonly string[];
}

/** The Message-ID of a written mail, with brackets. */
export const messageIdOf = (id: string): string => `<${id}@comune.valdombra.example>`;

/** The mail as the bytes of an `.eml` file. */
export function emlOf(mail: WrittenMail): string {
  const { from = 'Giulia Ferrante <biblioteca@comune.valdombra.example>', subject = 'Avviso WhatsApp' } = mail;
  const { answers = [] } = mail;
  return [
    `From: ${from}`,
    'To: avvisi@comune.valdombra.example',
    `Subject: ${subject}`,
    `Date: ${mail.date ?? 'Mon, 02 Mar 2026 08:12:00 +0100'}`,
    `Message-ID: ${messageIdOf(mail.id)}`,
    ...(answers.length > 0 ? [`In-Reply-To: ${answers.at(-1)}`, `References: ${answers.join(' ')}`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...mail.lines,
  ].join('\r\n');
}

/** Lets the mails arrive and looks at the mailbox once. */
export async function receive(opened: TestDesk, ...mails: readonly WrittenMail[]): Promise<MailboxCheck> {
  const folder = temporaryFolder();
  for (const mail of mails) writeFileSync(join(folder, `${mail.id}.eml`), emlOf(mail));
  const { desk, requests, register } = opened;
  return must(
    await checkMailbox({
      desk,
      store: requests,
      mailbox: folderMailbox(folder, desk.files),
      wasSent: (id) => register.get(id) !== undefined,
    }),
  );
}

const NEWS = 'https://www.comune.valdombra.example/novita/';

/** Two notices in one e-mail. */
export const TWO_NOTICES: WrittenMail = {
  id: 'due-avvisi',
  subject: 'Due avvisi della biblioteca',
  lines: [
    'Buongiorno,',
    'chiediamo l’invio di due avvisi.',
    '',
    '1) Chiusura per inventario. La biblioteca resta chiusa lunedì 9 marzo 2026. Da inviare venerdì 6 marzo.',
    `${NEWS}inventario`,
    '',
    '2) Gruppo di lettura. Il gruppo di lettura si trova giovedì 19 marzo 2026 alle 20.30. Da inviare lunedì 16 marzo.',
    `${NEWS}gruppo-di-lettura`,
    '',
    'Grazie,',
    'Giulia Ferrante',
    'Ufficio Biblioteca',
  ],
};

/** A notice whose link and date are missing. */
export const INCOMPLETE: WrittenMail = {
  id: 'corso',
  subject: 'Corso di primo soccorso',
  lines: [
    'Buongiorno,',
    'vi chiediamo di inviare questo avviso.',
    '',
    'Testo:',
    'Corso di primo soccorso',
    '',
    'Il corso comincia mercoledì 25 marzo 2026 alle 20 in sala civica. I posti sono 30.',
    '',
    'Giulia Ferrante',
    'Ufficio Biblioteca',
  ],
};
