import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { sayProblem, useToast } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Session } from '#shared/people/session.ts';
import type { GroupAnswer } from '#shared/queue/facts.ts';
import { nextState } from '#shared/queue/states.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { ASKED, sayAsked, sayCopied } from './askedWords.ts';
import type { Confirmation } from './QueueConfirm.tsx';
import type { Moved } from './QueueMove.tsx';
import type { Command } from './queueRows.ts';
import { useGroupRequest } from './useGroupRequest.ts';
import { useToPostActs } from './useToPost.ts';

/** The question that is open about a sending. */
export interface Question {
  readonly command: Exclude<Command, 'ask' | 'asked' | 'receipt' | 'correct' | 'openLetter' | 'posted' | 'search'>;
  readonly job: JobRow;
}

/** What a person does with the sendings (P31, P33). */
export interface QueueActs {
  readonly question: Question | undefined;
  readonly run: (command: Command, job: JobRow) => void;
  readonly close: () => void;
  readonly confirm: (confirmation: Confirmation) => void;
  readonly move: (moved: Moved) => void;
  readonly decide: (why: string) => void;
  /** The refusal of a sending; the answer is null when it was not the operational group that refused. */
  readonly refuse: (why: string, answer: GroupAnswer | null) => void;
  /** Why the answer to the question did not succeed. */
  readonly questionProblem: Problem | undefined;
  /** Why a command without a question did not succeed. */
  readonly problem: Problem | undefined;
}

/** What a person confirms who takes the word of the contractor's receipt. */
const confirmationOf = ({ receipt }: JobRow): Confirmation => ({
  text: null,
  recipients: receipt?.recipients ?? null,
  sentAt: receipt?.at ?? null,
});

/** The e-mail of a sending, as one to be sent. */
const asToPost = ({ id }: JobRow) => ({ id: `job/${id}`, request: id, to: ['ditta'] });

/** Runs the commands of the queue; in the invented town WhatsApp is not opened (P64). */
export function useQueueActs(
  { training, today }: Pick<Session, 'training' | 'today'>,
  onCorrect: ((id: string) => void) | undefined,
  /** A sending is dealt with: the next one may be looked at. */
  onDone: (job: JobRow) => void,
): QueueActs {
  const confirmSent = useAct('queue.confirmSent');
  const undoSent = useAct('queue.undoSent');
  const requeue = useAct('queue.requeue');
  const cancel = useAct('queue.cancel');
  const takeOver = useAct('queue.takeOver');
  const sendBack = useAct('queue.sendBack');
  const refused = useAct('queue.refused');
  const partly = useAct('queue.partlySent');
  const move = useAct('queue.move');
  const undoMove = useAct('queue.undoMove');
  const group = useGroupRequest(training);
  const post = useToPostActs();
  const show = useToast();
  const [question, setQuestion] = useState<Question>();
  const close = () => setQuestion(undefined);

  const asked = async (job: JobRow) => {
    if (!(await group.confirm(job.id))) return;
    onDone(job);
    show({ text: sayAsked(job.notice.title) });
  };
  const ask = async (job: JobRow) => {
    const paste = await group.copy(job.id);
    if (paste === null) return;
    show({
      text: sayCopied(paste),
      action: { label: ASKED, keys: 'Control+G', run: () => void asked(job) },
    });
  };
  const unconfirm = async ({ id, notice }: JobRow) => {
    const back = await undoSent.run({ id });
    show({ text: back.ok ? `Ripreso: «${notice.title}» aspetta di nuovo la conferma.` : sayProblem(back.error) });
  };
  const confirm = async (job: JobRow, confirmation: Confirmation) => {
    const reply = await confirmSent.run({ id: job.id, ...confirmation });
    if (!reply.ok) return;
    close();
    onDone(job);
    show({ text: `Registrato con il numero ${reply.value.number}.`, undo: () => void unconfirm(job) });
  };
  const putBack = async ({ id, notice }: JobRow, why: string) => {
    const reply = await requeue.run({ id, why });
    if (!reply.ok) return;
    close();
    show({ text: `«${notice.title}» è di nuovo in coda.` });
  };
  const moveBack = async ({ id, notice }: JobRow) => {
    if ((await undoMove.run({ id })).ok) show({ text: `«${notice.title}» è di nuovo dov’era.` });
  };
  const moveTo = async (job: JobRow, moved: Moved) => {
    const reply = await move.run({ id: job.id, ...moved });
    if (!reply.ok) return;
    close();
    onDone(job);
    show({
      text: `«${job.notice.title}» spostato a ${sayMomentAt(moved.plannedFor, today)}.`,
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void moveBack(job) },
    });
  };
  const takeIn = async ({ id, notice }: JobRow, why: string) => {
    const reply = await takeOver.run({ id, why });
    if (!reply.ok) return;
    close();
    show({ text: `«${notice.title}» adesso è da chiarire: di’ se è partito.` });
  };
  const reachPart = async ({ id, notice }: JobRow, why: string) => {
    if (!(await partly.run({ id, why })).ok) return;
    close();
    show({ text: `«${notice.title}» è inviato in parte. Quando sai com’è finita, conferma l’invio.` });
  };
  const giveBack = async (job: JobRow, why: string) => {
    const { id, notice } = job;
    if (!(await sendBack.run({ id, why })).ok) return;
    close();
    onDone(job);
    show({ text: `«${notice.title}» è di nuovo tra le richieste da lavorare.` });
  };
  const refuse = async ({ id, notice }: JobRow, why: string, answer: GroupAnswer | null) => {
    if (!(await refused.run({ id, why, answer })).ok) return;
    close();
    show({ text: `«${notice.title}» è rifiutato${answer ? `: ${answer}` : ''}.` });
  };
  const takeOut = async (job: JobRow, why: string) => {
    const reply = await cancel.run({ id: job.id, why });
    if (!reply.ok) return;
    close();
    onDone(job);
    const canUndo = nextState('cancelled', 'job.requeued') !== undefined;
    show({
      text: `Invio di «${job.notice.title}» annullato.`,
      action: canUndo
        ? { label: 'Annulla', keys: 'Control+Z', run: () => void putBack(job, 'Annullamento ripreso.') }
        : undefined,
    });
  };
  return {
    question,
    run: (command, job) => {
      if (command === 'ask') void (group.busy || ask(job));
      else if (command === 'asked') void (group.busy || asked(job));
      else if (command === 'openLetter') void post.openIt({ id: `job/${job.id}` });
      else if (command === 'posted') void post.said(asToPost(job), 'posted');
      else if (command === 'search') void post.search({ id: `job/${job.id}` });
      else if (command === 'receipt') void (confirmSent.busy || confirm(job, confirmationOf(job)));
      else if (command === 'correct') onCorrect?.(job.id);
      else setQuestion({ command, job });
      for (const act of [confirmSent, requeue, cancel, takeOver, move, undoMove, refused, partly, sendBack])
        act.putAway();
    },
    close,
    confirm: (confirmation) => {
      if (question && !confirmSent.busy) void confirm(question.job, confirmation);
    },
    move: (moved) => {
      if (question && !move.busy) void moveTo(question.job, moved);
    },
    decide: (why) => {
      if (question?.command === 'requeue' && !requeue.busy) void putBack(question.job, why);
      if (question?.command === 'takeOver' && !takeOver.busy) void takeIn(question.job, why);
      if (question?.command === 'partly' && !partly.busy) void reachPart(question.job, why);
      if (question?.command === 'sendBack' && !sendBack.busy) void giveBack(question.job, why);
      if (question?.command === 'cancel' && !cancel.busy) void takeOut(question.job, why);
    },
    refuse: (why, answer) => {
      if (question && !refused.busy) void refuse(question.job, why, answer);
    },
    questionProblem: [confirmSent, requeue, cancel, takeOver, move, refused, partly, sendBack].find(
      ({ problem }) => problem,
    )?.problem,
    problem: group.problem ?? post.problem ?? undoMove.problem ?? (question ? undefined : confirmSent.problem),
  };
}
