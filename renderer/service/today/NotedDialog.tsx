import { NotesDialog, type NoteThing } from '#renderer/people/notes/NotesDialog.tsx';
import { Button } from '#renderer/ui/index.ts';
import type { TargetElsewhere } from './targets.ts';

const OF_A_NOTICE = 'notice/';

export interface NotedDialogProps extends NoteThing {
  readonly onGo: (target: TargetElsewhere) => void;
  readonly onClose: () => void;
}

/** The notes a row of *Oggi* speaks of, with the way to the request they are about (P28). */
export function NotedDialog({ onGo, onClose, ...noted }: NotedDialogProps) {
  const id = noted.about.startsWith(OF_A_NOTICE) ? noted.about.slice(OF_A_NOTICE.length) : undefined;
  return (
    <NotesDialog
      {...noted}
      actions={
        id !== undefined && (
          <Button kind="quiet" onClick={() => onGo({ place: 'request', id })}>
            Apri la richiesta
          </Button>
        )
      }
      onClose={onClose}
    />
  );
}
