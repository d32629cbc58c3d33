import { TellOffice } from '#renderer/requests/letters/TellOffice.tsx';
import { Button, ProblemBanner } from '#renderer/ui/index.ts';
import { isDeclined } from '#shared/requests/decision.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import type { ReadOnly } from './readOnly.ts';

export interface ReadOnlyBannerProps extends ReadOnly {
  readonly request: RequestDetail;
  readonly onTake: () => void;
  /** The office takes it back (P18). */
  readonly onWithdraw: () => void;
  /** The office corrected it by word of mouth (P18). */
  readonly onCorrect: () => void;
}

/** Whether its office can still take it back or correct it: it is not over, and nobody decided against it. */
const mayChange = ({ state, decision }: RequestDetail): boolean =>
  state !== 'closed' && (decision === null || !isDeclined(decision) || decision.outcome === 'rinviata');

/** Why the request can only be read, and the button to take it, or to tell the office what became of it, where that helps. */
export function ReadOnlyBanner(props: ReadOnlyBannerProps) {
  const { lost, heading, lines, takeOver, request, onTake, onWithdraw, onCorrect } = props;
  return (
    <ProblemBanner
      tone={lost ? 'warn' : 'info'}
      heading={heading}
      lines={lines}
      actions={
        <>
          {mayChange(request) && (
            <>
              <Button size="small" kind="quiet" onClick={onCorrect}>
                Correzione per telefono…
              </Button>
              <Button size="small" kind="quiet" onClick={onWithdraw}>
                Ritira…
              </Button>
            </>
          )}
          {takeOver ? (
            <Button size="small" onClick={onTake}>
              Prendila tu
            </Button>
          ) : (
            <TellOffice request={request} />
          )}
        </>
      }
    />
  );
}
