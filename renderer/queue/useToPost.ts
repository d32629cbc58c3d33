import { useAct } from '#renderer/api.ts';
import { useToast } from '#renderer/ui/index.ts';
import type { PostWord, ToPost } from '#shared/queue/toPost.ts';
import { sayFound } from './toPostWords.ts';

type Named = Pick<ToPost, 'id' | 'request' | 'to'>;
const TAKEN_BACK: Readonly<Partial<Record<PostWord, PostWord>>> = {
  posted: 'postUndone',
  dropped: 'kept',
  arrived: 'arrivedUndone',
};
const SAID: Readonly<Record<'posted' | 'dropped' | 'arrived', (to: string) => string>> = {
  posted: (to) => `Segnata come spedita a ${to}.`,
  dropped: (to) => `La e-mail a ${to} non è più da spedire.`,
  arrived: (to) => `Segnata come arrivata a ${to}.`,
};

/** What a person does with an e-mail that lies ready: every word can be taken back. */
export function useToPostActs() {
  const open = useAct('queue.openLetter');
  const say = useAct('queue.sayOfLetter');
  const requeue = useAct('queue.requeue');
  const resend = useAct('queue.resendLetter');
  const find = useAct('queue.searchLetter');
  const toast = useToast();
  const undo = async ({ id, request }: Named, word: PostWord) => {
    const back = TAKEN_BACK[word];
    // A sending that was taken out of the queue is put back into it: its e-mail is written anew.
    const isJob = id.startsWith('job/') && word === 'dropped';
    if (isJob) await requeue.run({ id: request, why: 'La e-mail serve ancora.' });
    else if (back) await say.run({ id, word: back });
  };
  const said = async (letter: Named, word: 'posted' | 'dropped' | 'arrived') => {
    if (say.busy || !(await say.run({ id: letter.id, word })).ok) return;
    const to = letter.to.join(', ') || 'chi la aspetta';
    toast({
      text: SAID[word](to),
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void undo(letter, word) },
    });
  };
  const again = async ({ id }: Pick<ToPost, 'id'>) => {
    if (resend.busy || !(await resend.run({ id })).ok) return;
    toast({ text: 'Riparte adesso. Com’è andata lo trovi nella richiesta.' });
  };
  const openIt = async ({ id }: Pick<ToPost, 'id'>) => {
    if (open.busy) return;
    const reply = await open.run({ id });
    if (!reply.ok) return;
    toast({
      text: reply.value.opened
        ? 'Aperta nel programma di posta: spediscila da lì, poi scegli «L’ho spedita».'
        : 'Nell’addestramento non si apre niente e niente parte.',
    });
  };
  const search = async ({ id }: Pick<ToPost, 'id'>) => {
    if (find.busy) return;
    const reply = await find.run({ id });
    if (reply.ok) toast({ text: sayFound(reply.value) });
  };
  const problem = [open, say, requeue, resend, find].find((act) => act.problem)?.problem;
  return { problem, said, again, openIt, search, searching: find.busy };
}
