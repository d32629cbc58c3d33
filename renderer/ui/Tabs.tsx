import { type ReactNode, useId } from 'react';
import { Count } from './Chip.tsx';
import { Sign } from './Sign.tsx';
import { type SignName, signWord } from './signShapes.ts';
import { useListKeys } from './useListKeys.ts';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A number, or a number with a word: `4 da decidere`. */
  readonly count?: ReactNode;
  readonly sign?: SignName | undefined;
}

export interface TabsProps<Id extends string> {
  /** Name of the row of tabs. */
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Content of the selected tab. */
  readonly children: ReactNode;
}

/** Tabs and the panel of the selected one; arrows, Home, End and first letters move the selection. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Id>) {
  const base = useId();
  const keys = useListKeys({
    count: tabs.length,
    index: tabs.findIndex((tab) => tab.id === selected),
    along: 'horizontal',
    wraps: true,
    onMove: (at) => {
      const next = tabs[at];
      if (!next) return;
      onSelect(next.id);
      document.getElementById(`${base}-${next.id}`)?.focus();
    },
    textOf: (at) => tabs[at]?.label,
  });
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} onKeyDown={keys.onKeyDown}>
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
      <div className="tab-panel" role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${selected}`}>
        {children}
      </div>
    </>
  );
}
