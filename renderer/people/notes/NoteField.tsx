import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { useSession } from '#renderer/session.tsx';
import { TextArea, VisuallyHidden } from '#renderer/ui/index.ts';
import { plural } from '#shared/kernel/text.ts';
import { NOTE_LENGTH } from '#shared/people/notes/contract.ts';
import { handleOf, matchingPeople, mentionsIn, typedMention } from '#shared/people/notes/mentions.ts';
import type { Person } from '#shared/people/person.ts';
import { nameOf } from '#shared/people/roster.ts';

export interface NoteFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Ctrl+Invio. */
  readonly onSend: () => void;
  readonly error: string | undefined;
  readonly ref: RefObject<HTMLTextAreaElement | null>;
}

/** The field of a note; after an @ it offers the people: arrows choose, Invio or Tab takes, Esc puts the list away. */
export function NoteField({ value, onChange, onSend, error, ref }: NoteFieldProps) {
  const { people, person: me } = useSession();
  const id = useId();
  const [caret, setCaret] = useState(value.length);
  const [at, setAt] = useState(0);
  const [away, setAway] = useState<number>();
  const typed = typedMention(value, caret);
  const others = people.filter((one) => one.id !== me?.id);
  const named = mentionsIn(value, people);
  const isWhole = typed !== undefined && mentionsIn(value.slice(typed.from, caret), people).length > 0;
  const offered = typed && !isWhole && away !== typed.from ? matchingPeople(typed.query, others) : [];
  const isOpen = offered.length > 0;
  const current = Math.min(at, offered.length - 1);

  const take = (one: Person | undefined) => {
    if (!one || !typed) return;
    const before = `${value.slice(0, typed.from)}@${handleOf(one, people)} `;
    onChange(before + value.slice(caret).replace(/^ /, ''));
    setCaret(before.length);
    requestAnimationFrame(() => ref.current?.setSelectionRange(before.length, before.length));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const take1 = event.key === 'Enter' || event.key === 'Tab';
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      onSend();
    } else if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setAt((current + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
    } else if (isOpen && take1 && !event.shiftKey) {
      event.preventDefault();
      take(offered[current]);
    } else if (isOpen && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setAway(typed?.from);
    }
  };
  const whom = named.length === 0 ? 'Per tutti' : `Per ${named.map((one) => nameOf({ people }, one)).join(', ')}`;
  return (
    <div className="note-field">
      <TextArea
        ref={ref}
        label="Nuova nota interna"
        source={whom}
        rows={3}
        maxLength={NOTE_LENGTH}
        value={value}
        error={error}
        hint="Scrivi @ e il nome per chiamare una persona."
        aria-autocomplete="list"
        aria-controls={isOpen ? `${id}-people` : undefined}
        aria-activedescendant={isOpen ? `${id}-${current}` : undefined}
        aria-keyshortcuts="Alt+N"
        onChange={(text) => {
          onChange(text);
          setCaret(ref.current?.selectionStart ?? text.length);
          setAt(0);
          setAway(undefined);
        }}
        onSelect={() => setCaret(ref.current?.selectionStart ?? value.length)}
        onKeyDown={onKeyDown}
        onBlur={() => setAway(typed?.from)}
      />
      {isOpen && (
        <div id={`${id}-people`} className="note-people" role="listbox" aria-label="Persone">
          {offered.map((one, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
            <div
              key={one.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              <b>{one.name}</b> <span className="muted small">{one.roles.join(', ')}</span>
            </div>
          ))}
        </div>
      )}
      <VisuallyHidden>
        <span role="status">
          {isOpen ? `${plural(offered.length, 'persona', 'persone')}: scegli con le frecce.` : ''}
        </span>
      </VisuallyHidden>
    </div>
  );
}
