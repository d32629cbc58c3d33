import { type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react';
import { Count } from './Chip.tsx';
import { Sign } from './Sign.tsx';
import { singleCharacterShortcuts } from './shortcuts.ts';
import { type SignName, signWord } from './sign-shapes.ts';

export interface TodoRow {
  readonly id: string;
  readonly sign: SignName;
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
  const letter = singleCharacterShortcuts() ? event.key.toLowerCase() : '';
  let next = -1;
  if (event.key === 'ArrowDown' || letter === 'j') next = index + 1;
  else if (event.key === 'ArrowUp' || letter === 'k') next = index - 1;
  else if (event.key === 'Home') next = 0;
  else if (event.key === 'End') next = links.length - 1;
  const link = links[next];
  if (!link) return;
  event.preventDefault();
  link.focus();
}

/** The lists of Oggi: one link per row; arrows, J K, Home and End walk through all of them, Invio opens. */
export function TodoList({ groups, onOpen, href = (id) => `#${id}`, ref }: TodoListProps) {
  const base = useId();
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
              <li key={row.id} className="todo-row">
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
                    <span className="todo-verb">{row.verb}</span> {row.thing}
                  </span>
                </a>
                <span className="todo-office">{row.office}</span>
                <span className="todo-flag">{row.flag}</span>
                <span className="todo-due">{row.due}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
