import { runWorker } from '#electron/workers/run.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { MailAttachment } from '#shared/requests/reading/mail.ts';
import type { AttachmentTask, FoundAttachments } from './attachments.worker.ts';

const TIMEOUT_MILLISECONDS = 10_000;
const HEAP_MEGABYTES = 256;

/** The bytes of attachments, read again in the raw e-mail, by their hash: nothing of them is kept beside it. */
export function attachedFiles(
  raw: Uint8Array,
  wanted: readonly Pick<MailAttachment, 'sha256'>[],
): Promise<Result<FoundAttachments, Problem>> {
  const copy = new Uint8Array(raw).buffer;
  const input: AttachmentTask = { raw: copy, wanted: wanted.map(({ sha256 }) => sha256) };
  return runWorker<FoundAttachments>({
    word: 'requests/reading',
    name: 'attachments',
    input,
    transfer: [copy],
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    heapMegabytes: HEAP_MEGABYTES,
  });
}
