import { useEffect, useRef } from 'react';
import { Button, Chip, useShortcuts } from '#renderer/ui/index.ts';
import type { Target } from './targets.ts';
import { isInDanger, type TodayRow } from './todayRows.ts';

/** The chip of a row, where it has one. */
export const flagOf = ({ flag }: TodayRow) =>
  flag && (
    <Chip tone={flag.tone} sign={flag.sign}>
      {flag.text}
    </Chip>
  );

export interface NowProps {
  readonly row: TodayRow;
  readonly onGo: () => void;
  readonly onSecond: (second: { readonly target: Target }) => void;
}

/** The one thing to do now, with its buttons; red where it is late or in danger (P31, P34). */
export function Now({ row, onGo, onSecond }: NowProps) {
  const { second } = row;
  const isUrgent = isInDanger(row);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === body || activeElement?.tagName === 'MAIN') button.current?.focus();
  }, []);
  useShortcuts(second ? [{ keys: second.keys, label: second.label, run: () => onSecond(second) }] : []);
  return (
    <section className={isUrgent ? 'now now-urgent' : 'now'} aria-labelledby="now-title">
      <div className="grow">
        <p className="small muted">Da fare adesso</p>
        <h2 id="now-title">
          {row.verb}: {row.thing}
        </h2>
        <p className="now-story">
          {flagOf(row)}
          <span className="muted">{row.story}</span>
        </p>
      </div>
      {second && (
        <Button size="large" keys={second.keys} onClick={() => onSecond(second)}>
          {second.label}
        </Button>
      )}
      <Button ref={button} kind={isUrgent ? 'danger' : 'main'} size="large" keys="Enter" onClick={onGo}>
        {row.action}
      </Button>
    </section>
  );
}
