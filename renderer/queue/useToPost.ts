import { useAct } from '#renderer/api.ts';
import { useToast } from '#renderer/ui/index.ts';
import type { PostWord, ToPost } from '#shared/queue/toPost.ts';

type Named = Pick<ToPost, 'id' | 'request' | 'to'>;
const TAKEN_BACK: Readonly<Partial<Record<PostWord, PostWord>>> = { posted: 'postUndone', dropped: 'kept' };

/** What a person does with an e-mail that lies ready: every word can be taken back. */
export function useToPostActs() {
  const open = useAct('queue.openLetter');
  const say = useAct('queue.sayOfLetter');
  const requeue = useAct('queue.requeue');
  const toast = useToast();
  const undo = async ({ id, request }: Named, word: PostWord) => {
    const back = TAKEN_BACK[word];
    // A sending that was taken out of the queue is put back into it: its e-mail is written anew.
    const isJob = id.startsWith('job/') && word === 'dropped';
    if (isJob) await requeue.run({ id: request, why: 'La e-mail serve ancora.' });
    else if (back) await say.run({ id, word: back });
  };
  const said = async (letter: Named, word: 'posted' | 'dropped') => {
    if (say.busy || !(await say.run({ id: letter.id, word })).ok) return;
    const to = letter.to.join(', ') || 'chi la aspetta';
    toast({
      text: word === 'posted' ? `Segnata come spedita a ${to}.` : `La e-mail a ${to} non è più da spedire.`,
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void undo(letter, word) },
    });
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
  return { problem: [open, say, requeue].find(({ problem }) => problem)?.problem, said, openIt };
}
