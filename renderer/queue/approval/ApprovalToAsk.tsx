import { useAnswer } from '#renderer/api.ts';
import { ASKED, sayAsked, sayCopied } from '#renderer/queue/askedWords.ts';
import { commandsOf } from '#renderer/queue/queueRows.ts';
import { useGroupRequest } from '#renderer/queue/useGroupRequest.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Count, ProblemBanner, problemOf, Sign, useToast } from '#renderer/ui/index.ts';
import { sayMoment } from '#renderer/ui/moments.ts';
import type { JobRow } from '#shared/queue/views.ts';

/** Whether it is approved for the group and nobody has asked yet (P31). */
const isToAsk = (job: JobRow): boolean => {
  const commands = commandsOf(job);
  return job.route === 'gruppo operativo' && (commands.includes('ask') || commands.includes('asked'));
};

/** What is approved and not yet asked in the group: it stays at the foot of the list until it is (P31). Nothing without any. */
export function ApprovalToAsk() {
  const { today, training } = useSession();
  const jobs = useAnswer('queue.list', {}).value ?? [];
  const group = useGroupRequest(training);
  const toast = useToast();
  const rows = jobs.filter(isToAsk).toSorted((one, other) => (one.plannedFor < other.plannedFor ? -1 : 1));
  if (rows.length === 0) return null;
  const confirm = async ({ id, notice }: JobRow) => {
    if (!group.busy && (await group.confirm(id))) toast({ text: sayAsked(notice.title) });
  };
  const copy = async (job: JobRow) => {
    if (group.busy) return;
    const paste = await group.copy(job.id);
    if (paste !== null) toast({ text: sayCopied(paste) });
  };
  return (
    <section className="approval-ask" aria-labelledby="approval-ask">
      <div className="approval-ask-head">
        <Sign name="warning" />
        <h2 id="approval-ask" className="grow">
          Da chiedere nel gruppo
        </h2>
        <Count>{rows.length}</Count>
      </div>
      {group.problem && <ProblemBanner place="below" {...problemOf(group.problem)} />}
      <ul>
        {rows.map((job) => {
          const isCopied = commandsOf(job).includes('asked');
          return (
            <li key={job.id}>
              <b>{job.notice.title}</b>
              <span className="small muted grow">
                per {sayMoment(job.plannedFor, today)}, {isCopied ? 'copiato' : 'mai copiato'}
              </span>
              {isCopied ? (
                <Button size="small" aria-label={`${ASKED}: ${job.notice.title}`} onClick={() => void confirm(job)}>
                  {ASKED}
                </Button>
              ) : (
                <Button
                  size="small"
                  icon="copy"
                  aria-label={`Copia: ${job.notice.title}`}
                  onClick={() => void copy(job)}
                >
                  Copia
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
