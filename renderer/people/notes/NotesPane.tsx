import './notes.css';
import { type RefObject, useRef, useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Loading, ProblemBanner, problemOf, useShortcuts, useToast } from '#renderer/ui/index.ts';
import type { NoteView } from '#shared/people/notes/contract.ts';
import { NoteField } from './NoteField.tsx';
import { NoteItem } from './NoteItem.tsx';
import { keepDraft, useNoteDrafts } from './noteDrafts.ts';

export interface NotesPaneProps {
  /** What the notes are about: `notice/…`, `report/…`, `person/…`. */
  readonly about: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Whoever sits here may say to have read it: somebody else wrote it, and she has not said so. */
const canRead = ({ by, readBy }: NoteView, me: string | undefined): boolean =>
  me !== undefined && by !== me && !readBy.some((one) => one.by === me);

/** The notes between colleagues about one thing (P28), the newest first, and the field for one more. */
export function NotesPane({ about, field }: NotesPaneProps) {
  const { person } = useSession();
  const { value: notes, problem } = useAnswer('people.notes', { about });
  const write = useAct('people.writeNote');
  const read = useAct('people.readNote');
  const show = useToast();
  const text = useNoteDrafts(({ drafts }) => drafts[about]) ?? '';
  const [asked, setAsked] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const first = notes?.find(({ isForMe }) => isForMe) ?? notes?.find((note) => canRead(note, person?.id));
  const say = (id: string) => void (read.busy || read.run({ id }));
  useShortcuts([{ keys: 'L', label: 'L’ho letta', within: list, run: () => first && say(first.id) }]);
  const send = async () => {
    setAsked(true);
    if (text.trim() === '' || write.busy) return;
    const reply = await write.run({ about, text });
    if (!reply.ok) return;
    keepDraft(about, '');
    setAsked(false);
    const { to } = reply.value;
    show({ text: to.length === 0 ? 'Nota scritta per tutti.' : `Nota scritta: sta in Oggi di ${to.join(', ')}.` });
  };
  return (
    <div className="notes">
      <p className="notes-strip small">
        <span>Interne: le leggono solo i colleghi</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard (WCAG 2.1.1) */}
      <section ref={list} className="notes-list" aria-label="Note" tabIndex={0}>
        {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
        {!notes && !problem && <Loading label="Leggo le note" rows={2} />}
        {notes?.length === 0 && <p className="notes-none muted">Nessuna nota. Quello che scrivi qui resta fra voi.</p>}
        <ul>
          {notes?.map((note) => (
            <NoteItem key={note.id} note={note} onRead={canRead(note, person?.id) ? () => say(note.id) : undefined} />
          ))}
        </ul>
      </section>
      <div className="notes-write">
        <NoteField
          ref={field}
          value={text}
          onChange={(next) => keepDraft(about, next)}
          onSend={() => void send()}
          error={asked && text.trim() === '' ? 'Scrivi la nota, poi premi «Scrivi».' : undefined}
        />
        {(write.problem ?? read.problem) && (
          <ProblemBanner place="below" {...problemOf((write.problem ?? read.problem) as never)} />
        )}
        <div className="notes-foot">
          <span className="small muted grow">Non entra in lettere, copie, esportazioni</span>
          <Button size="small" aria-keyshortcuts="Control+Enter" onClick={() => void send()}>
            Scrivi
          </Button>
        </div>
      </div>
    </div>
  );
}
