import { Button, ProblemBanner } from '#renderer/ui/index.ts';
import { sayMomentAt, sayNearDay } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { RequestDetail } from '#shared/requests/views.ts';

type Waiting = NonNullable<RequestDetail['waiting']>;

export interface WaitingBannerProps extends Pick<Waiting, 'for' | 'since' | 'until'> {
  readonly today: Day;
  /** Absent for those who may only look. */
  readonly onResume: (() => void) | undefined;
}

/** Says whom a request waits for, and since when its clock stands still (P27). */
export function WaitingBanner({ for: whom, since, until, today, onResume }: WaitingBannerProps) {
  const back = until === null ? '' : ` Riprende da sola ${sayNearDay(until, today)}.`;
  return (
    <ProblemBanner
      tone="idle"
      live="off"
      sign="paused"
      heading={`In attesa: ${whom}`}
      lines={[`Da ${sayMomentAt(since, today)} il tempo della richiesta non conta.${back}`]}
      actions={
        onResume && (
          <Button size="small" onClick={onResume}>
            Riprendi
          </Button>
        )
      }
    />
  );
}
