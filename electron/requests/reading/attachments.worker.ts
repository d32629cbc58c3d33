import { serveWorker } from '#electron/workers/serve.ts';
import { isMsg, parseMsg } from './msgFile.ts';
import { parseEml } from './parseEml.ts';

/** What the worker reads: a raw e-mail, and the hashes of the attachments that are wanted. */
export interface AttachmentTask {
  readonly raw: ArrayBuffer;
  readonly wanted: readonly string[];
}

/** The bytes of those that were found, by hash. */
export type FoundAttachments = ReadonlyMap<string, Uint8Array>;

serveWorker(async (input): Promise<FoundAttachments> => {
  const { raw, wanted } = input as AttachmentTask;
  const found = new Map<string, Uint8Array>();
  const keep = (sha256: string, bytes: Uint8Array): void => {
    if (wanted.includes(sha256)) found.set(sha256, bytes);
  };
  const bytes = new Uint8Array(raw);
  if (isMsg(bytes)) await parseMsg(bytes, keep);
  else await parseEml(bytes, 0, keep);
  return found;
});
