import type { Desk } from '#electron/desk/desk.ts';
import { attachedFiles } from '#electron/requests/reading/attachedFiles.ts';
import type { FoundAttachments } from '#electron/requests/reading/attachments.worker.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { MAX_PICTURES, MAX_PICTURES_BYTES, pictureOf, showingOf } from '#shared/requests/picture.ts';
import { viewAttachment } from '#shared/requests/reading/attachment.ts';
import type { MailAttachment } from '#shared/requests/reading/mail.ts';
import type { MailPictures } from '#shared/requests/views.ts';
import { readParsed } from './mailText.ts';
import { saveFile } from './saveFile.ts';
import type { RequestStore } from './store.ts';

const gone = (): Result<never, Problem> =>
  problem({
    code: 'attachment-gone',
    what: 'Questo allegato non è più su questo computer.',
    remedy: 'Cercalo nella casella, con il programma di posta.',
  });

/** Use-cases about the files that came with an e-mail (P10): pictures to look at, documents to save. */
export function attachmentCases(desk: Desk, store: RequestStore) {
  /** The bytes of attachments, read again in the raw e-mail: nothing of them is kept beside it. */
  const read = async (mail: string, wanted: readonly MailAttachment[]): Promise<Result<FoundAttachments, Problem>> => {
    const kept = store.mail(mail);
    const raw = kept && desk.blobs.get(kept.blob);
    return raw ? attachedFiles(raw, wanted) : gone();
  };
  const listed = (mail: string): readonly MailAttachment[] => {
    const seen = new Set<string>();
    return (readParsed(desk, store, mail)?.attachments ?? []).filter(({ sha256 }) => {
      const isNew = !seen.has(sha256);
      seen.add(sha256);
      return isNew;
    });
  };

  return {
    /**
     * The pictures that came inside an e-mail, attached or in its text, told by their bytes and never by name. Those
     * that are too big to be shown safely are only named. A picture from the network is never fetched.
     */
    pictures: async ({ mail }: { readonly mail: string }): Promise<Result<MailPictures, Problem>> => {
      const files = listed(mail).filter(({ size }) => size > 0);
      if (files.length === 0) return ok({ pictures: [], tooBig: [] });
      const found = await read(mail, files);
      if (!found.ok) return found;
      const shown: MailPictures = { pictures: [], tooBig: [] };
      let together = 0;
      for (const { name, sha256: id } of files) {
        const bytes = found.value.get(id);
        const picture = bytes && pictureOf(bytes);
        if (!bytes || !picture) continue;
        const showing = showingOf(picture, bytes.length);
        if (showing === 'tooSmall') continue;
        const fits = shown.pictures.length < MAX_PICTURES && together + bytes.length <= MAX_PICTURES_BYTES;
        if (showing === 'tooBig' || !fits) {
          shown.tooBig.push({ id, name });
          continue;
        }
        together += bytes.length;
        shown.pictures.push({ ...picture, id, name, base64: Buffer.from(bytes).toString('base64') });
      }
      return ok(shown);
    },
    /** Writes an attachment into a folder the user chooses, under a safe name, over nothing; answers with that name. */
    save: async ({
      mail,
      attachment,
    }: {
      readonly mail: string;
      readonly attachment: string;
    }): Promise<Result<{ fileName: string | null }, Problem>> => {
      const file = listed(mail).find(({ sha256 }) => sha256 === attachment);
      if (!file) return gone();
      if (!viewAttachment(file).mayBeSaved) {
        return problem({
          code: 'attachment-not-saved',
          what: `L’app non salva «${file.name}»: un file di questo tipo può contenere programmi.`,
          remedy: 'Se sai da dove viene, salvalo dal programma di posta. Altrimenti chiedi all’ufficio un PDF.',
        });
      }
      const found = await read(mail, [file]);
      if (!found.ok) return found;
      const bytes = found.value.get(attachment);
      if (!bytes) return gone();
      return saveFile(desk, file.name, bytes);
    },
  };
}
