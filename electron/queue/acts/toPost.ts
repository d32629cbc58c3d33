import { join } from 'node:path';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import { composeLetter } from '#electron/outbox/letter.ts';
import { letterFile, readLetter } from '#electron/outbox/letters.ts';
import type { Post } from '#electron/outbox/post.ts';
import type { ChannelOf } from '#electron/queue/sending/deliver.ts';
import { answerTrouble, pageTrouble } from '#electron/queue/sending/leaveTrouble.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { neededLetters } from '#electron/requests/letters/letters.ts';
import { letterId } from '#electron/requests/mailIds.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, map, ok, type Result } from '#shared/kernel/result.ts';
import { type LetterWords, letterEffect } from '#shared/outbox/letter.ts';
import { recipientsOf } from '#shared/outbox/recipient.ts';
import { step } from '#shared/queue/decide.ts';
import type { Job } from '#shared/queue/job.ts';
import { notToPost, type PostWord, resendLetter, sayOfLetter, type ToPost } from '#shared/queue/toPost.ts';
import { isTroubled, type SentLetter } from '#shared/requests/letterFacts.ts';

export interface ToPostSources {
  readonly queue: QueueStore;
  readonly drafts: DraftStore;
  readonly requests: RequestStore;
  readonly channelOf: ChannelOf;
  /** The invented town opens no mail program (P64). */
  readonly training: boolean;
  readonly deskName: (dev: string) => string | null;
  /** How letters leave by themselves. */
  readonly post: Pick<Post, 'again' | 'mayLeaveAgain'>;
}

interface FileToOpen {
  readonly name: string;
  /** Its bytes, where the file is not there any more. */
  readonly compose: () => Promise<Result<Uint8Array, Problem>>;
}

const forgotten = (): Result<never, Problem> =>
  problem({
    code: 'letter-forgotten',
    what: 'Le parole di questa e-mail non sono su questo computer.',
    remedy: 'Aprila dalla postazione che l’ha preparata, oppure riapri la richiesta e scrivila di nuovo.',
  });

const onOtherDesk = (name: string): Result<never, Problem> =>
  problem({
    code: 'letter-elsewhere',
    what: `Questa e-mail è partita da «${name}»: solo da lì può ripartire, perché non arrivi due volte.`,
    remedy: `Falla ripartire da «${name}», oppure aprila e spediscila con il programma di posta.`,
  });

/** Who did not get a letter, by address. */
function missedOf({ missed }: SentLetter, words: LetterWords): ToPost['missed'] {
  const recipients = recipientsOf(words);
  return missed.flatMap(({ recipient, why }) => {
    const address = recipients[recipient];
    return address === undefined ? [] : [{ address, why }];
  });
}

const LETTER_ENT = 'letter/';
const JOB_ENT = 'job/';

type Waiting = Pick<ToPostSources, 'queue' | 'drafts' | 'requests'>;

const lettersToPost = ({ drafts, requests }: Waiting): readonly SentLetter[] =>
  neededLetters(requests, drafts.waitingIds());

/** How many e-mails wait for a person to send them. Those that left badly are tasks of their own. */
export const countToPost = (sources: Waiting): number => lettersToPost(sources).length + sources.queue.count('toPost');

/** The e-mails that were written and wait for a person to send them (P32, P66), and what she says of each. */
export function toPostCases(desk: Desk, sources: ToPostSources) {
  const { queue, requests, channelOf, training, deskName, post } = sources;

  const elsewhere = (dev: string | null): string | null =>
    dev === null || dev === desk.journal.device() ? null : (deskName(dev) ?? 'un’altra postazione');
  const titleOf = ({ purpose, request, mail }: SentLetter): string =>
    (purpose === 'answer' ? requests.mail(mail ?? '')?.subject : requests.get(request)?.title) ?? '';
  const viewLetter = (letter: SentLetter): ToPost => {
    const words = readLetter(desk.blobs.get(letter.letter));
    return {
      id: `${LETTER_ENT}${letterId(letter.messageId)}`,
      state: isTroubled(letter.state) ? letter.state : 'toPost',
      why: letter.why,
      missed: words ? missedOf(letter, words) : [],
      purpose: letter.purpose,
      title: titleOf(letter),
      request: letter.request,
      to: [...(words?.to ?? [])],
      copy: [...(words?.copy ?? [])],
      subject: words?.subject ?? '',
      preparedAt: letter.date,
      desk: elsewhere(letter.desk),
    };
  };
  const viewJob = (job: Job): ToPost => {
    const letter = channelOf(job.route)?.letter?.(job);
    return {
      id: `${JOB_ENT}${job.id}`,
      ...{ state: 'toPost', why: null, missed: [] },
      purpose: 'contractor',
      title: job.notice.title,
      request: job.id,
      to: letter?.ok ? [...letter.value.to] : [],
      copy: letter?.ok ? [...letter.value.copy] : [],
      subject: letter?.ok ? letter.value.subject : '',
      preparedAt: job.changedAt,
      desk: elsewhere(job.desk),
    };
  };
  /** It leaves again from this desk, with the very bytes of before, in the moment in which it is said. */
  const resend = ({ id }: { readonly id: string }): Done => {
    const own = id.slice(LETTER_ENT.length);
    const letter = id.startsWith(LETTER_ENT) ? requests.letter(own) : undefined;
    if (!letter) return notToPost();
    const other = elsewhere(letter.desk);
    if (other !== null) return onOtherDesk(other);
    const { messageId, letter: blob, date, purpose } = letter;
    const request = purpose === 'answer' ? (letter.mail ?? '') : letter.request;
    const payload = { messageId, letter: blob, date, about: { request, purpose }, again: letter.again + 1 };
    const decided = resendLetter(own, letter);
    if (!decided.ok) return decided;
    if (!post.mayLeaveAgain(messageId)) return forgotten();
    const context = desk.context();
    if (!context.ok) return context;
    return storageResult(() => {
      desk.journal.append(decided.value, {
        actor: context.value.actor,
        also: (at) => {
          post.again(messageId);
          desk.outbox.keep([letterEffect(payload, at)], at);
        },
      });
      return {};
    });
  };
  const fileOf = (id: string): Result<FileToOpen, Problem> => {
    if (id.startsWith(LETTER_ENT)) {
      const letter = requests.letter(id.slice(LETTER_ENT.length));
      if (!letter || !(letter.state === 'toPost' || isTroubled(letter.state))) return notToPost();
      const { date, messageId } = letter;
      return ok({
        name: letterFile(letter),
        compose: async () => {
          const words = readLetter(desk.blobs.get(letter.letter));
          return words ? ok(await composeLetter({ ...words, messageId, date })) : forgotten();
        },
      });
    }
    const job = queue.get(id.slice(JOB_ENT.length));
    const channel = job && channelOf(job.route);
    if (job?.state !== 'toPost' || !channel?.compose) return notToPost();
    const trouble = answerTrouble(sources, job) ?? pageTrouble(sources, job);
    if (trouble) return err(trouble);
    const { compose } = channel;
    return ok({ name: job.evidence ?? '', compose: () => compose(job) });
  };
  const factsOf = (id: string, word: PostWord): Result<readonly NewFact[], Problem> => {
    if (id.startsWith(LETTER_ENT)) {
      const own = id.slice(LETTER_ENT.length);
      const letter = requests.letter(own);
      return letter ? sayOfLetter(own, letter, word) : notToPost();
    }
    const job = queue.get(id.slice(JOB_ENT.length));
    if (!job || word === 'kept' || word === 'arrived' || word === 'arrivedUndone') return notToPost();
    if (word === 'posted') return step(job, 'job.posted', {});
    if (word === 'postUndone') return job.posted ? step(job, 'job.postUndone', {}) : notToPost();
    return step(job, 'job.cancelled', { why: 'la e-mail alla ditta non serve più' });
  };

  return {
    list: (): ToPost[] =>
      [
        ...requests.lettersInTrouble().map(viewLetter),
        ...lettersToPost(sources).map(viewLetter),
        ...queue.inState('toPost').map(viewJob),
      ].sort((one, other) => (one.preparedAt < other.preparedAt ? -1 : one.preparedAt > other.preparedAt ? 1 : 0)),
    /**
     * Opens the e-mail in the mail program, as a draft to be sent; a file that is not there any more, or lies on another
     * desk, is written again. Nothing opens in the invented town: `opened` is false.
     */
    open: async ({ id }: { readonly id: string }): Promise<Result<{ opened: boolean }, Problem>> => {
      const file = fileOf(id);
      if (!file.ok) return file;
      if (training) return ok({ opened: false });
      const path = join(desk.folders.get().outgoing, file.value.name);
      const isThere = await desk.files.exists(path);
      if (!isThere.ok) return isThere;
      if (!isThere.value) {
        const content = await file.value.compose();
        if (!content.ok) return content;
        const written = await desk.files.write([{ path, content: content.value }]);
        if (!written.ok) return written;
      }
      return map(await desk.system.open('document', path), () => ({ opened: true }));
    },
    resend,
    say: ({ id, word }: { readonly id: string; readonly word: PostWord }): Done => desk.act(() => factsOf(id, word)),
  };
}
