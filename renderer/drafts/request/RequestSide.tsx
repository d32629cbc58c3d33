import { useRef, useState } from 'react';
import { useNoteCount } from '#renderer/people/notes/NotesDialog.tsx';
import { NotesPane } from '#renderer/people/notes/NotesPane.tsx';
import { MailPane, type MailPaneProps } from '#renderer/requests/mail/MailPane.tsx';
import { Tabs, useShortcuts } from '#renderer/ui/index.ts';

export interface RequestSideProps extends MailPaneProps {
  /** The pane may be folded away: it is wanted now. */
  readonly onWanted: () => void;
}

/** Beside the request: its e-mail, and the notes between colleagues (P28). */
export function RequestSide({ onWanted, ...mail }: RequestSideProps) {
  const about = `notice/${mail.request.id}`;
  const [tab, setTab] = useState<'mail' | 'notes'>('mail');
  const { count, isForMe } = useNoteCount(about);
  const field = useRef<HTMLTextAreaElement>(null);
  const write = () => {
    setTab('notes');
    onWanted();
    requestAnimationFrame(() => field.current?.focus());
  };
  useShortcuts([{ keys: 'Alt+N', label: 'Scrivi una nota interna', run: write }]);
  return (
    <Tabs
      label="Accanto alla richiesta"
      selected={tab}
      onSelect={setTab}
      tabs={[
        { id: 'mail', label: 'E-mail' },
        {
          id: 'notes',
          label: 'Note',
          ...(count > 0 ? { count: isForMe ? `${count}, una per te` : count } : {}),
        },
      ]}
    >
      {tab === 'mail' ? <MailPane {...mail} /> : <NotesPane about={about} field={field} />}
    </Tabs>
  );
}
