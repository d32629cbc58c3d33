import { Button, Dialog, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { TodayRow } from './todayRows.ts';

export interface StuckDialogProps {
  readonly row: Pick<TodayRow, 'verb' | 'thing' | 'due'>;
  /** Why it does not get on, and what to do. */
  readonly why: Problem;
  /** Opens its request; undefined when it has none. */
  readonly onRequest: (() => void) | undefined;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** Something that does not get on: what, why, what to do, and another attempt. */
export function StuckDialog({ row, why, onRequest, onRetry, onClose }: StuckDialogProps) {
  return (
    <Dialog
      title={`${row.verb}: ${row.thing}`}
      note={`Non riesce ${row.due}.`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          {onRequest && <Button onClick={onRequest}>Apri la richiesta</Button>}
          <Button kind="main" keys="Control+Enter" onClick={onRetry}>
            Riprova adesso
          </Button>
        </>
      }
    >
      <ProblemBanner place="below" live="off" {...problemOf(why)} />
    </Dialog>
  );
}
