import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { Button, Dialog, useShortcuts } from '#renderer/ui/index.ts';
import { NotesPane } from './NotesPane.tsx';

export interface NotesDialogProps {
  readonly about: string;
  /** Name of what they are about. */
  readonly title: string;
  /** A way to the thing itself. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
}

/** The notes about one thing, where the screen has no pane for them. */
export function NotesDialog({ about, title, actions, onClose }: NotesDialogProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <Dialog
      title={`Note: ${title}`}
      onClose={onClose}
      footer={
        <>
          {actions}
          <Button onClick={onClose}>Chiudi</Button>
        </>
      }
    >
      <NotesPane about={about} field={field} />
    </Dialog>
  );
}

/** What notes are about, by the name a person reads. */
export interface NoteThing {
  readonly about: string;
  readonly title: string;
}

/** N in a list, Alt+N anywhere on the screen: the notes about the thing that is selected. */
export function useNotes(thing: NoteThing | undefined, within?: RefObject<HTMLElement | null>) {
  const [open, setOpen] = useState<NoteThing>();
  const show = () => setOpen(thing);
  const label = 'Note interne';
  useShortcuts(
    thing ? [{ keys: 'Alt+N', label, run: show }, ...(within ? [{ keys: 'N', label, within, run: show }] : [])] : [],
  );
  return { show, dialog: open && <NotesDialog {...open} onClose={() => setOpen(undefined)} /> };
}

/** How many notes there are about a thing, and whether one waits for who sits here. */
export function useNoteCount(about: string): { readonly count: number; readonly isForMe: boolean } {
  const notes = useAnswer('people.notes', { about }).value ?? [];
  return { count: notes.length, isForMe: notes.some(({ isForMe }) => isForMe) };
}
