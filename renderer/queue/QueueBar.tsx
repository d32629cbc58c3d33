import type { RefObject } from 'react';
import { type Action, ActionBar } from '#renderer/ui/index.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { COMMAND_KEYS, COMMANDS, type Command, commandsOf, mainCommand } from './queueRows.ts';

export interface QueueBarProps {
  readonly job: JobRow;
  /** What must hold the focus for Invio. */
  readonly keysWithin: RefObject<HTMLElement | null>;
  readonly onCommand: (command: Command, job: JobRow) => void;
  /** The notes between colleagues about it (P28). */
  readonly onNotes: () => void;
}

/** Everything that can be done with the selected sending, with its keys; nothing where the band asks. */
export function QueueBar({ job, keysWithin, onCommand, onNotes }: QueueBarProps) {
  const main = mainCommand(job);
  const action = (command: Command): Action => ({
    label: COMMANDS[command],
    ...(command === main ? { keys: 'Enter', keysWithin } : { keys: COMMAND_KEYS[command] }),
    onRun: () => onCommand(command, job),
  });
  const others = commandsOf(job).filter((command) => command !== main);
  return (
    <ActionBar
      message={<span className="ellipsis">{job.notice.title}</span>}
      actions={[{ label: 'Note…', kind: 'quiet', onRun: onNotes }, ...others.toReversed().map(action)]}
      main={main && action(main)}
    />
  );
}
