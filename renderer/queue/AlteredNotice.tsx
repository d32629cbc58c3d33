import { useAnswer } from '#renderer/api.ts';
import { Button, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { ALTERED_TEXT } from '#shared/drafts/decide.ts';

export interface AlteredNoticeProps {
  /** The request that is shown. */
  readonly request: string;
  readonly onQueue: (job: string) => void;
  readonly onApproval: () => void;
}

/** In the request: its text is not the one that was checked or approved, so it does not go on (P24). */
export function AlteredNotice({ request, onQueue, onApproval }: AlteredNoticeProps) {
  const jobs = useAnswer('queue.list', {}).value;
  const texts = useAnswer('drafts.waiting', {}).value;
  const job = jobs?.find(({ id, isAltered }) => id === request && isAltered);
  if (job?.obstacle) {
    return (
      <ProblemBanner
        {...problemOf(job.obstacle)}
        actions={
          <Button size="small" onClick={() => onQueue(job.id)}>
            Apri la coda
          </Button>
        }
      />
    );
  }
  if (!texts?.some(({ id, isAltered }) => id === request && isAltered)) return null;
  return (
    <ProblemBanner
      {...problemOf(ALTERED_TEXT)}
      actions={
        <Button size="small" onClick={onApproval}>
          Apri i testi
        </Button>
      }
    />
  );
}
