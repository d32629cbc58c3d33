import { Fragment } from 'react';
import { useSession } from '#renderer/session.tsx';
import { Button, Chip, Sign } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import type { NoteView } from '#shared/people/notes/contract.ts';
import { runsOf } from '#shared/people/notes/mentions.ts';
import { nameOf } from '#shared/people/roster.ts';

const LIST = new Intl.ListFormat('it');

export interface NoteItemProps {
  readonly note: NoteView;
  /** Absent where there is nothing to say: it was written by who sits here, or read already. */
  readonly onRead: (() => void) | undefined;
}

/** A note: who wrote it to whom, its words, and who said to have read it. */
export function NoteItem({ note, onRead }: NoteItemProps) {
  const { people, today, person } = useSession();
  const { by, to, at, words, readBy, isForMe } = note;
  const name = (id: string): string => nameOf({ people }, id);
  const read = readBy.map((one) => `${name(one.by)}, ${sayMomentAt(one.at, today)}`);
  return (
    <li className={isForMe ? 'note note-new' : 'note'}>
      <p className="note-head">
        <b>{name(by)}</b>
        <span className="small muted grow">a {to.length === 0 ? 'tutti' : LIST.format(to.map(name))}</span>
        <Chip>interna</Chip>
        <span className="small muted nowrap">{sayMomentAt(at, today)}</span>
      </p>
      <p className="note-words">
        {words === null ? (
          <span className="muted">Le parole di questa nota non sono su questo computer.</span>
        ) : (
          runsOf(words, people).map(({ text, person: named }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a note never change
            <Fragment key={index}>{named === null ? text : <span className="note-at">{text}</span>}</Fragment>
          ))
        )}
      </p>
      <div className="note-read small">
        {isForMe ? (
          <>
            <Sign name="todo" size={14} />
            <span className="grow">non l’hai ancora letta</span>
          </>
        ) : (
          <>
            <Sign
              name={read.length > 0 ? confirmed({ word: 'letta', evidence: `L’ha letta ${read.join('; ')}.` }) : 'todo'}
              size={14}
            />
            <span className="grow">
              {read.length > 0 ? `letta da ${read.join('; ')}` : 'nessuno l’ha ancora letta'}
            </span>
          </>
        )}
        {onRead && by !== person?.id && (
          <Button size="small" onClick={onRead}>
            L’ho letta
          </Button>
        )}
      </div>
    </li>
  );
}
