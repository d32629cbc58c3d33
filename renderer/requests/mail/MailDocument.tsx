import { useAnswers } from '#renderer/api.ts';
import { Chip } from '#renderer/ui/index.ts';
import { sayWhen } from '#shared/requests/fromDocument.ts';
import type { AttachmentView } from '#shared/requests/reading/attachment.ts';
import type { MailDocuments } from '#shared/requests/views.ts';

type MailDocument = MailDocuments['documents'][number];

/** What the documents of an e-mail hold; none while they are read, and where there is none to read. */
export function useMailDocuments(
  mail: string | null,
  files: readonly Pick<AttachmentView, 'isRead'>[],
): readonly MailDocument[] {
  const [answer] = useAnswers(
    'requests.documents',
    mail !== null && files.some(({ isRead }) => isRead) ? [{ mail }] : [],
  );
  return answer?.value?.documents ?? [];
}

/** What was found in a document, below its name: a text, an appointment, or why nothing was read. */
export function DocumentFound({ document }: { readonly document: MailDocument | undefined }) {
  if (!document) return null;
  const { event, problem } = document;
  if (problem) {
    return (
      <p className="small text-warn">
        {problem.what} {problem.remedy}
      </p>
    );
  }
  if (event === null) return <Chip sign="info">testo nell’allegato</Chip>;
  return (
    <Chip sign={event.isCancelled ? 'cancelled' : 'info'}>
      {event.isCancelled ? 'invito annullato' : 'invito'}: {sayWhen(event)}
    </Chip>
  );
}
