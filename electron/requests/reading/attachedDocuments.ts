import { readDocument } from '#electron/documents/readDocument.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type DocumentText, textOfDocument } from '#shared/requests/fromDocument.ts';
import type { MailAttachment, ParsedMail } from '#shared/requests/reading/mail.ts';
import { isReadDocument, type ReadDocument } from '#shared/text/readDocument.ts';
import { attachedFiles } from './attachedFiles.ts';

/** So many documents of one e-mail are looked into: each takes its time. */
export const MOST_READ = 5;
type Reading = Result<ReadDocument, Problem>;

/** The documents of an e-mail whose words are read, each once. */
export const documentsIn = ({ attachments }: Pick<ParsedMail, 'attachments'>): readonly MailAttachment[] => {
  const named = attachments.filter((file) => file.size > 0 && isReadDocument(file));
  return [...new Map(named.map((file) => [file.sha256, file])).values()];
};

/** An invitation has no name of its own. */
export const nameOf = ({ name, type }: MailAttachment): string =>
  name === 'senza nome' && type === 'text/calendar' ? 'invito' : name;

/** What is read in documents of a raw e-mail, one after the other, by the hash of each. */
export async function readAll(
  raw: Uint8Array,
  files: readonly MailAttachment[],
): Promise<Result<ReadonlyMap<string, Reading>, Problem>> {
  const found = await attachedFiles(raw, files);
  if (!found.ok) return found;
  const read = new Map<string, Reading>();
  for (const file of files) {
    const bytes = found.value.get(file.sha256);
    if (bytes) read.set(file.sha256, await readDocument(bytes, nameOf(file)));
  }
  return ok(read);
}

/** The text of the one document of an e-mail that has one; none where several have, or none. Never throws. */
export async function onlyText(raw: Uint8Array, mail: ParsedMail): Promise<DocumentText | undefined> {
  const files = documentsIn(mail);
  if (files.length === 0 || files.length > MOST_READ) return undefined;
  const read = await readAll(raw, files);
  if (!read.ok) return undefined;
  const texts = files.flatMap((file): readonly DocumentText[] => {
    const one = read.value.get(file.sha256);
    if (!one?.ok || (one.value.kind === 'event' && one.value.event.isCancelled)) return [];
    const isEvent = one.value.kind === 'event';
    return [{ attachment: file.sha256, name: nameOf(file), text: textOfDocument(one.value), isEvent }];
  });
  return texts.length === 1 ? texts[0] : undefined;
}
