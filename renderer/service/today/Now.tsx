import { useEffect, useRef } from 'react';
import { Button, Chip } from '#renderer/ui/index.ts';
import type { TodayRow } from './todayRows.ts';

/** The chip of a row, where it has one. */
export const flagOf = ({ flag }: TodayRow) =>
  flag && (
    <Chip tone={flag.tone} sign={flag.sign}>
      {flag.text}
    </Chip>
  );

/** The one thing to do now, with its button. */
export function Now({ row, onGo }: { readonly row: TodayRow; readonly onGo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === body || activeElement?.tagName === 'MAIN') button.current?.focus();
  }, []);
  return (
    <section className="now" aria-labelledby="now-title">
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
      <Button ref={button} kind="main" size="large" keys="Enter" onClick={onGo}>
        {row.action}
      </Button>
    </section>
  );
}
