import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { Sign } from './Sign.tsx';
import { singleCharacterShortcuts } from './shortcuts.ts';
import type { SignName } from './sign-shapes.ts';

export interface ListOption {
  readonly id: string;
  /** Usually a `ListRow`. No buttons or links inside: an option is one target. */
  readonly content: ReactNode;
}

export interface ListGroup {
  readonly id: string;
  readonly title?: string | undefined;
  readonly sign?: SignName | undefined;
  readonly options: readonly ListOption[];
}

export interface ListBoxProps {
  readonly label: string;
  readonly groups: readonly ListGroup[];
  readonly selected: string | null;
  /** The selection moves at once. When the selected option disappears, its successor is selected (L5). */
  readonly onSelect: (id: string) => void;
  /** The selection has rested for 120 ms: load the preview now. */
  readonly onActive?: ((id: string) => void) | undefined;
  /** Invio or a double click. */
  readonly onOpen?: ((id: string) => void) | undefined;
  readonly ref?: RefObject<HTMLDivElement | null> | undefined;
}

const REST_MS = 120;
const PAGE = 10;

function move(key: string, index: number, last: number): number | undefined {
  const letters = singleCharacterShortcuts() ? { j: index + 1, k: index - 1, J: index + 1, K: index - 1 } : {};
  const targets: Record<string, number> = {
    ...letters,
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + PAGE,
    PageUp: index - PAGE,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.max(0, Math.min(last, target));
}

/** The first time only the list scrolls; a page that is one column must not start in its middle. */
function bringIntoView(option: HTMLElement, again: boolean): void {
  const list = option.closest('.list');
  if (again) option.scrollIntoView({ block: 'nearest' });
  else if (list) list.scrollTop = option.offsetTop - list.clientHeight / 2;
}

function withOption({ target }: MouseEvent, act: ((id: string) => void) | undefined): void {
  const option = target instanceof Element ? target.closest<HTMLElement>('[data-option]') : null;
  const id = option?.dataset.option;
  if (id !== undefined) act?.(id);
}

/** A list whose selection moves with arrows, J K, Home, End while the focus stays on the list itself. */
export function ListBox({ label, groups, selected, onSelect, onActive, onOpen, ref }: ListBoxProps) {
  const base = useId();
  const optionId = (id: string) => `${base}-${id}`;
  const ids = groups.flatMap((group) => group.options.map((option) => option.id));
  const index = selected === null ? -1 : ids.indexOf(selected);
  const lastIndex = useRef(0);
  const shown = useRef<string | null>(null);
  const latest = useRef({ onSelect, onActive });
  useEffect(() => {
    latest.current = { onSelect, onActive };
  });

  const successor = selected !== null && index < 0 ? ids[Math.min(lastIndex.current, ids.length - 1)] : undefined;
  useEffect(() => {
    if (index >= 0) lastIndex.current = index;
    if (successor !== undefined) latest.current.onSelect(successor);
  }, [index, successor]);

  useEffect(() => {
    if (selected === null || index < 0) return;
    const option = document.getElementById(`${base}-${selected}`);
    if (option && shown.current !== selected) bringIntoView(option, shown.current !== null);
    shown.current = selected;
    const timer = setTimeout(() => latest.current.onActive?.(selected), REST_MS);
    return () => clearTimeout(timer);
  }, [base, selected, index]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = move(event.key, index, ids.length - 1);
    const id = target === undefined ? undefined : ids[target];
    if (id !== undefined) onSelect(id);
    else if (event.key === 'Enter' && index >= 0 && selected !== null && onOpen) onOpen(selected);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={ref}
      className="list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={index >= 0 && selected !== null ? optionId(selected) : undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => withOption(event, onSelect)}
      onDoubleClick={(event) => withOption(event, onOpen)}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox may hold groups, not fieldsets
        <div key={group.id} role="group" aria-labelledby={group.title ? `${base}-group-${group.id}` : undefined}>
          {group.title && (
            <div className="list-group" id={`${base}-group-${group.id}`} role="presentation">
              {group.sign && <Sign name={group.sign} size={14} />}
              {group.title}
            </div>
          )}
          {group.options.map((option) => (
            <div
              key={option.id}
              id={optionId(option.id)}
              className="list-option"
              role="option"
              aria-selected={option.id === selected}
              tabIndex={-1}
              data-option={option.id}
            >
              {option.content}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
