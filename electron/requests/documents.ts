import type { Desk, Done } from '#electron/desk/desk.ts';
import { documentsIn, MOST_READ, nameOf, readAll } from '#electron/requests/reading/attachedDocuments.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from '#shared/people/context.ts';
import type { Decision } from '#shared/requests/decide.ts';
import { giveTextBack, takeText, textOfDocument } from '#shared/requests/fromDocument.ts';
import type { Request } from '#shared/requests/request.ts';
import type { MailDocuments } from '#shared/requests/views.ts';
import { readParsed } from './mailText.ts';
import { unknownRequest } from './requests.ts';
import type { RequestStore } from './store.ts';

/** What was read of so many e-mails is kept while the app runs. */
const MOST_KEPT = 20;

const gone = (): Result<never, Problem> =>
  problem({
    code: 'attachment-gone',
    what: 'Questo allegato non è più su questo computer.',
    remedy: 'Cercalo nella casella, con il programma di posta.',
  });

/** Use-cases about the documents that came with an e-mail: their words, proposed as the text that is asked (P11, P24). */
export function documentCases(desk: Desk, store: RequestStore) {
  const kept = new Map<string, Promise<Result<MailDocuments, Problem>>>();
  const read = async (mail: string): Promise<Result<MailDocuments, Problem>> => {
    const files = documentsIn(readParsed(desk, store, mail) ?? { attachments: [] });
    if (files.length === 0) return ok({ documents: [], more: 0 });
    const known = store.mail(mail);
    const raw = known && desk.blobs.get(known.blob);
    if (!raw) return gone();
    const looked = files.slice(0, MOST_READ);
    const found = await readAll(raw, looked);
    if (!found.ok) return found;
    const documents = looked.flatMap((file): MailDocuments['documents'] => {
      const one = found.value.get(file.sha256);
      if (!one) return [];
      const view = { id: file.sha256, name: nameOf(file) };
      if (!one.ok) return [{ ...view, text: null, isCut: false, event: null, problem: one.error }];
      const event = one.value.kind === 'event' ? one.value.event : null;
      const isCut = one.value.kind === 'text' && one.value.isCut;
      return [{ ...view, text: textOfDocument(one.value), isCut, event, problem: null }];
    });
    return ok({ documents, more: files.length - looked.length });
  };
  /** Read once: an e-mail never changes. A reading that failed for a moment's reason is tried again. */
  const documents = async ({ mail }: { readonly mail: string }): Promise<Result<MailDocuments, Problem>> => {
    const known = kept.get(mail) ?? read(mail);
    kept.delete(mail);
    kept.set(mail, known);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    const answer = await known;
    const isSlow = answer.ok && answer.value.documents.some((one) => one.problem?.code === 'document-too-slow');
    if (!answer.ok || isSlow) kept.delete(mail);
    return answer;
  };
  const act = (id: string, decide: (request: Request, context: Context) => Decision): Done =>
    desk.act((context) => {
      const request = store.get(id);
      return request ? decide(request, context) : unknownRequest();
    });
  return {
    documents,
    takeText: async ({
      id,
      attachment,
    }: {
      readonly id: string;
      readonly attachment: string;
    }): Promise<Awaited<Done>> => {
      const mail = store.get(id)?.mail;
      if (mail === undefined) return unknownRequest();
      const found = mail === null ? gone() : await documents({ mail });
      if (!found.ok) return found;
      const document = found.value.documents.find((one) => one.id === attachment);
      if (!document) return gone();
      const { text, problem: unread } = document;
      if (text === null) return unread ? err(unread) : gone();
      return act(id, (request) => takeText(request, { attachment, text }));
    },
    giveTextBack: ({ id }: { readonly id: string }): Done => act(id, giveTextBack),
  };
}
