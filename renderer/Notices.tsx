import type { Problem } from '#shared/kernel/problem.ts';
import { plural } from '#shared/kernel/text.ts';
import { Button, ProblemBanner, problemOf } from './ui/index.ts';
import type { MailboxCheck } from './useMailbox.ts';

export interface NoticesProps {
  /** What happened to the core. */
  readonly problem: Problem | undefined;
  readonly onPutAway: () => void;
  readonly mailbox: MailboxCheck;
}

/** Problems that belong to no screen: they push the screen down, and stay until they are put away. */
export function Notices({ problem, onPutAway, mailbox }: NoticesProps) {
  const { unreadable } = mailbox;
  const away = (onClick: () => void) => (
    <Button size="small" onClick={onClick}>
      Ho capito
    </Button>
  );
  if (!problem && !mailbox.problem && unreadable.length === 0) return null;
  return (
    <div className="notices">
      {problem && <ProblemBanner {...problemOf(problem)} actions={away(onPutAway)} />}
      {mailbox.problem && <ProblemBanner {...problemOf(mailbox.problem)} actions={away(mailbox.putAway)} />}
      {unreadable.length > 0 && (
        <ProblemBanner
          tone="warn"
          heading={`Non riesco a leggere ${plural(unreadable.length, 'e-mail', 'e-mail')}, le altre sono a posto`}
          lines={unreadable.map(({ name, problem: { message, remedy } }) => `«${name}»: ${message} ${remedy}`)}
          actions={away(mailbox.putAway)}
        />
      )}
    </div>
  );
}
