import { z } from 'zod';
import { isReadDocument } from '#shared/text/readDocument.ts';
import { type MailAttachment, mailAttachmentSchema } from './mail.ts';

/** A file of an e-mail as a screen lists it; `id` is the hash of its bytes. */
export const attachmentSchema = mailAttachmentSchema.pick({ name: true, size: true }).extend({
  id: z.string(),
  /** What it is, in Italian: `foglio di calcolo`. */
  what: z.string(),
  /** Whether the app saves it: never what a computer would run. */
  mayBeSaved: z.boolean(),
  /** Whether files of this kind may carry macros: told before they are saved. */
  mayHoldPrograms: z.boolean(),
  /** Whether its words are read. */
  isRead: z.boolean(),
});
export type AttachmentView = z.infer<typeof attachmentSchema>;

/** Kinds of file the app hands out, by the ending of their name: documents and pictures without macros or programs. */
const KINDS: Readonly<Record<string, string>> = {
  pdf: 'documento PDF',
  doc: 'documento Word',
  docx: 'documento Word',
  odt: 'documento di testo',
  rtf: 'documento di testo',
  txt: 'testo',
  xls: 'foglio di calcolo',
  xlsx: 'foglio di calcolo',
  ods: 'foglio di calcolo',
  csv: 'tabella',
  ppt: 'presentazione',
  pptx: 'presentazione',
  odp: 'presentazione',
  png: 'immagine',
  jpg: 'immagine',
  jpeg: 'immagine',
  gif: 'immagine',
  webp: 'immagine',
  eml: 'e-mail',
  msg: 'e-mail',
  p7m: 'documento firmato',
  ics: 'appuntamento',
};

/** Documents in which Office runs programs: the older kinds, and those that say so by their name. */
const WITH_MACROS = /^(?:do[ct]|do[ct]m|rtf|xl[st]|xl[st]m|xlsb|xlam?|pp[ts]|pot|pp[ts]m|potm|ppam)$/;

const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether the file is Outlook's own wrapping (TNEF), in which text and files may be hidden that the app cannot read. */
export const isOutlookWrapping = ({ name, type }: Pick<MailAttachment, 'name' | 'type'>): boolean =>
  type === 'application/ms-tnef' || type === 'application/vnd.ms-tnef' || /^winmail\.dat$/i.test(name);

/** An attachment as a screen lists it. */
export function viewAttachment({ name, type, size, sha256 }: MailAttachment): AttachmentView {
  const ending = endingOf(name);
  const known = KINDS[ending];
  const what = isOutlookWrapping({ name, type }) ? 'allegato di Outlook che l’app non apre' : (known ?? 'altro file');
  return {
    ...{ id: sha256, name, size, what },
    mayBeSaved: known !== undefined,
    mayHoldPrograms: WITH_MACROS.test(ending),
    isRead: isReadDocument({ name, type }),
  };
}

const MAX_NAME = 120;
/** Names Windows keeps for its devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand in the name of a file
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/g;

/** A name every file system takes, from the one an e-mail gives: no folders, no devices, no text that runs backwards. */
export function safeFileName(name: string): string {
  const ending = endingOf(name);
  const plain = name.replace(FORBIDDEN, '_').replace(/^[\s.]+/, '');
  const stem = (ending === '' ? plain : plain.slice(0, -ending.length - 1)).slice(0, MAX_NAME).replace(/[\s.]+$/, '');
  const named = stem === '' ? 'allegato' : stem;
  return `${DEVICE.test(named) ? '_' : ''}${named}${ending === '' ? '' : `.${ending}`}`;
}
