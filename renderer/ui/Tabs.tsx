import { type ReactNode, useId } from 'react';
import { Count } from './Chip.tsx';
import { SelectField } from './SelectField.tsx';
import { Sign } from './Sign.tsx';
import { type Mark, signWord } from './signShapes.ts';
import { useListKeys } from './useListKeys.ts';
import { useMedia } from './useNarrow.ts';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A number, or a number with a word: `4 da decidere`. */
  readonly count?: ReactNode;
  readonly sign?: Mark | undefined;
}

export interface TabsProps<Id extends string> {
  /** Name of the row of tabs. */
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Content of the selected tab. */
  readonly children: ReactNode;
  /** A list at the side; below 1280 px a field with this name (L19). */
  readonly side?: string | undefined;
}

/** Tabs and the panel of the selected one; arrows, Home, End and first letters move the selection. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, children, side }: TabsProps<Id>) {
  const base = useId();
  const isCompact = useMedia('(max-width: 1279px)') && side !== undefined;
  const keys = useListKeys({
    count: tabs.length,
    index: tabs.findIndex((tab) => tab.id === selected),
    along: side === undefined ? 'horizontal' : 'vertical',
    wraps: true,
    onMove: (at) => {
      const next = tabs[at];
      if (!next) return;
      onSelect(next.id);
      document.getElementById(`${base}-${next.id}`)?.focus();
    },
    textOf: (at) => tabs[at]?.label,
  });
  const select = (id: string) => {
    const tab = tabs.find((one) => one.id === id);
    if (tab) onSelect(tab.id);
  };
  const list = isCompact ? (
    <div className="tabs-field">
      <SelectField
        label={side}
        value={selected}
        options={tabs.map((tab) => ({ value: tab.id, label: tab.label }))}
        onChange={select}
      />
    </div>
  ) : (
    <div
      className={side === undefined ? 'tabs' : 'tabs tabs-side'}
      role="tablist"
      aria-label={label}
      aria-orientation={side === undefined ? undefined : 'vertical'}
      onKeyDown={keys.onKeyDown}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className="tab"
          id={`${base}-${tab.id}`}
          aria-selected={tab.id === selected}
          aria-controls={tab.id === selected ? `${base}-panel` : undefined}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
          {tab.count !== undefined && <Count>{tab.count}</Count>}
          {tab.sign && <Sign name={tab.sign} label={signWord(tab.sign)} />}
        </button>
      ))}
    </div>
  );
  // The panel stays the same when the list becomes a field: what is typed in it stays too.
  const names = isCompact
    ? { role: 'group', 'aria-label': tabs.find(({ id }) => id === selected)?.label }
    : { role: 'tabpanel', 'aria-labelledby': `${base}-${selected}` };
  const panel = (
    <div className="tab-panel" id={`${base}-panel`} {...names}>
      {children}
    </div>
  );
  return side === undefined ? (
    <>
      {list}
      {panel}
    </>
  ) : (
    <div className="tabs-beside">
      {list}
      {panel}
    </div>
  );
}
