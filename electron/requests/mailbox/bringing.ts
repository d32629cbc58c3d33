import { setImmediate } from 'node:timers/promises';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Brought, type BroughtFile, NOTHING_BROUGHT, ofBrought, together } from '#shared/requests/bringing.ts';
import { isForGood, patienceAfter } from '#shared/requests/unread.ts';
import { type BytesSources, LATER, type Received, receiveBytes } from './receiveOne.ts';

/** A file whose reading failed for a moment's reason is read once more at once: nobody comes back to it by himself. */
const TRIES = [0, 1] as const;

/** What one e-mail adds to the count. */
const counted = ({ isKnown, requests, isAnswer }: Received): Brought => ({
  ...NOTHING_BROUGHT,
  read: 1,
  added: isKnown ? 0 : requests.length,
  known: Number(isKnown),
  answers: Number(isAnswer),
  others: Number(!isKnown && !isAnswer && requests.length === 0),
  request: requests[0] ?? null,
});

async function receive(
  sources: BytesSources,
  { fileName: name, base64 }: BroughtFile,
  isLast: boolean,
): Promise<Result<Received | 'later', Problem>> {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  let problem: Problem | undefined;
  for (const tries of TRIES) {
    const received = await receiveBytes(sources, { bytes, name, patience: patienceAfter(tries), isLast });
    if (received.ok) return received;
    problem = received.error.problem;
    if (isForGood(problem)) break;
  }
  return err(ofBrought(problem as Problem));
}

/**
 * Reads e-mails a person brings by hand, through the same door as those of the mailbox (P10): one already known, whichever
 * way it came, is counted and not kept twice. One that cannot be read is named and stops no other. It is no look at the
 * mailbox (P20). Between two of them the core answers whoever called meanwhile.
 */
export async function bringMails(
  sources: BytesSources,
  { files, last }: { readonly files: readonly BroughtFile[]; readonly last: boolean },
): Promise<Result<Brought, Problem>> {
  let brought = NOTHING_BROUGHT;
  const later: number[] = [];
  for (const [place, file] of files.entries()) {
    await setImmediate();
    const received = await receive(sources, file, last);
    if (!received.ok) {
      brought = together(brought, {
        ...NOTHING_BROUGHT,
        problems: [{ name: file.fileName, problem: received.error }],
      });
    } else if (received.value === LATER) later.push(place);
    else brought = together(brought, counted(received.value));
  }
  return ok({ ...brought, later });
}
