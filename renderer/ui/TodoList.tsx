import { type KeyboardEvent, memo, type ReactNode, type RefObject, useCallback, useEffect, useId, useRef } from 'react';
import { Count } from './Chip.tsx';
import { Isolated } from './Isolated.tsx';
import { Sign } from './Sign.tsx';
import { type Mark, signWord } from './signShapes.ts';
import { placeOfKey } from './useListKeys.ts';

export interface TodoRow {
  readonly id: string;
  readonly sign: Mark;
  /** The verb in bold: `Prendi in carico:` */
  readonly verb: string;
  readonly thing: string;
  readonly office?: string | undefined;
  readonly flag?: ReactNode;
  /** When it is due, with a clock: `oggi alle 17:30`. */
  readonly due: string;
}

export interface TodoGroup {
  readonly id: string;
  readonly title: string;
  /** At the right of the title: a link or a button. */
  readonly aside?: ReactNode;
  readonly rows: readonly TodoRow[];
}

export interface TodoListProps {
  readonly groups: readonly TodoGroup[];
  readonly onOpen: (id: string) => void;
  /** Address of a row; only for the screen reader and the status line, the app never leaves its page. */
  readonly href?: ((id: string) => string) | undefined;
  readonly ref?: RefObject<HTMLDivElement | null> | undefined;
}

function walk(event: KeyboardEvent<HTMLAnchorElement>): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const links = [...(event.currentTarget.closest('.todo')?.querySelectorAll<HTMLAnchorElement>('.todo-link') ?? [])];
  const index = links.indexOf(event.currentTarget);
  const link = links[placeOfKey(event.key, { count: links.length, index, letters: true }) ?? -1];
  if (!link) return;
  event.preventDefault();
  link.focus();
}

const addressOf = (id: string): string => `#${id}`;

interface TodoItemProps {
  readonly row: TodoRow;
  readonly href: (id: string) => string;
  readonly onOpen: (id: string) => void;
}

/** A row, drawn again only when another one takes its place: in a storm of e-mails there are hundreds. */
const TodoItem = memo(function TodoItem({ row, href, onOpen }: TodoItemProps) {
  return (
    <li className="todo-row">
      <a
        className="todo-link"
        href={href(row.id)}
        onKeyDown={walk}
        onClick={(event) => {
          event.preventDefault();
          onOpen(row.id);
        }}
      >
        <Sign name={row.sign} label={signWord(row.sign)} />
        <span className="ellipsis">
          <span className="todo-verb">{row.verb}</span> <Isolated>{row.thing}</Isolated>
        </span>
      </a>
      <span className="todo-office">
        <Isolated>{row.office}</Isolated>
      </span>
      <span className="todo-flag">{row.flag}</span>
      <span className="todo-due">{row.due}</span>
    </li>
  );
});

/** The lists of Oggi: one link per row; arrows, J K, Home and End walk through all of them, Invio opens. */
export function TodoList({ groups, onOpen, href = addressOf, ref }: TodoListProps) {
  const base = useId();
  const latest = useRef(onOpen);
  useEffect(() => {
    latest.current = onOpen;
  });
  const open = useCallback((id: string) => latest.current(id), []);
  return (
    <div ref={ref} className="todo">
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={`${base}-${group.id}`}>
          <div className="todo-head">
            <h2 id={`${base}-${group.id}`}>{group.title}</h2>
            <Count>{group.rows.length}</Count>
            {group.aside && <span className="todo-aside">{group.aside}</span>}
          </div>
          <ul>
            {group.rows.map((row) => (
              <TodoItem key={row.id} row={row} href={href} onOpen={open} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
