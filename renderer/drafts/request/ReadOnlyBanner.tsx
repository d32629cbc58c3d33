import { TellOffice } from '#renderer/requests/letters/TellOffice.tsx';
import { Button, ProblemBanner } from '#renderer/ui/index.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import type { ReadOnly } from './readOnly.ts';

export interface ReadOnlyBannerProps extends ReadOnly {
  readonly request: RequestDetail;
  readonly onTake: () => void;
}

/** Why the request can only be read, and the button to take it, or to tell the office what became of it, where that helps. */
export function ReadOnlyBanner({ lost, heading, lines, takeOver, request, onTake }: ReadOnlyBannerProps) {
  return (
    <ProblemBanner
      tone={lost ? 'warn' : 'info'}
      heading={heading}
      lines={lines}
      actions={
        takeOver ? (
          <Button size="small" onClick={onTake}>
            Prendila tu
          </Button>
        ) : (
          <TellOffice request={request} />
        )
      }
    />
  );
}
