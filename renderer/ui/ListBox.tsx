import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import type { MultipleChoice } from './multiple.ts';
import { Sign } from './Sign.tsx';
import type { Mark } from './signShapes.ts';
import { useListKeys } from './useListKeys.ts';

export interface ListOption {
  readonly id: string;
  /** Usually a `ListRow`. No buttons or links inside: an option is one target. */
  readonly content: ReactNode;
}

export interface ListGroup {
  readonly id: string;
  readonly title?: string | undefined;
  readonly sign?: Mark | undefined;
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
  /** Several options may be chosen, beside the one that is selected. */
  readonly multiple?: MultipleChoice | undefined;
  readonly ref?: RefObject<HTMLDivElement | null> | undefined;
}

const REST_MS = 120;
const PAGE = 10;

/** The first time only the list scrolls; a page that is one column must not start in its middle. */
function bringIntoView(option: HTMLElement, again: boolean): void {
  const list = option.closest('.list');
  if (again) option.scrollIntoView({ block: 'nearest' });
  else if (list) list.scrollTop = option.offsetTop - list.clientHeight / 2;
}

const optionOf = ({ target }: MouseEvent): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-option]')?.dataset.option : undefined;

/** The words an option is found by: its title. */
function wordsOf(option: HTMLElement | null): string | undefined {
  return (option?.querySelector('.list-title') ?? option)?.textContent ?? undefined;
}

/** A list whose selection moves with arrows, J K, Home, End and first letters while the focus stays on the list itself. */
export function ListBox(props: ListBoxProps) {
  const { label, groups, selected, onSelect, onActive, onOpen, multiple, ref } = props;
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

  const keys = useListKeys({
    count: ids.length,
    index,
    page: PAGE,
    letters: true,
    onMove: (at) => ids[at] !== undefined && onSelect(ids[at]),
    textOf: (at) => wordsOf(document.getElementById(optionId(ids[at] ?? ''))),
    multiple,
    idAt: (at) => ids[at],
  });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (keys.onKeyDown(event)) return;
    const isEnter = event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!isEnter || !onOpen || index < 0 || selected === null) return;
    event.preventDefault();
    onOpen(selected);
  };
  const onClick = (event: MouseEvent) => {
    const at = ids.indexOf(optionOf(event) ?? '');
    if (at >= 0) keys.onPick(event, at);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const id = optionOf(event);
    if (id !== undefined) onOpen?.(id);
  };

  return (
    <div
      ref={ref}
      className="list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={multiple ? true : undefined}
      aria-activedescendant={index >= 0 && selected !== null ? optionId(selected) : undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
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
              aria-selected={multiple ? multiple.chosen.has(option.id) : option.id === selected}
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
