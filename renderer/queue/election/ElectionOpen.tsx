import '#renderer/people/election/election.css';
import { useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Sign, VisuallyHidden } from '#renderer/ui/index.ts';
import { sayNearDay } from '#renderer/ui/moments.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { OpenElection } from '#shared/queue/views.ts';
import { ElectionDialog } from './ElectionDialog.tsx';

export interface ElectionOpenProps {
  /** Above other rows it takes one line, and opens to its lists: what they tell stands in those rows too. */
  readonly folded?: boolean | undefined;
}

/** What waits for the head's answers in an election period, held or to be answered afterwards (P39); nothing outside of one. */
export function ElectionOpen({ folded = false }: ElectionOpenProps) {
  const { today, person } = useSession();
  const open = useAnswer('queue.elections', {}).value ?? [];
  const [chosen, setChosen] = useState<string>();
  const shown = open.find(({ id }) => id === chosen);
  const isHead = person?.roles.includes('capo settore') ?? false;
  const mayAnswer = isHead || (person?.roles.includes('operatore') ?? false);
  const rowOf = (one: OpenElection) => (
    <li key={one.id}>
      <b>{one.title}</b>
      <span className="muted small grow">
        {[one.office, `per ${sayNearDay(romeOf(one.plannedFor).day, today)}`].filter(Boolean).join(', ')}
      </span>
      {mayAnswer && (
        <Button size="small" onClick={() => setChosen(one.id)}>
          {isHead ? 'Rispondi…' : 'Registra le risposte…'}
          <VisuallyHidden> {one.title}</VisuallyHidden>
        </Button>
      )}
    </li>
  );
  const listOf = (title: string, rows: readonly OpenElection[]) =>
    rows.length > 0 && (
      <section aria-label={title}>
        <div className="election-head">
          <Sign name="paused" tone="warn" />
          <h2 className="grow">{title}</h2>
          <span>{rows.length}</span>
        </div>
        <ul>{rows.map(rowOf)}</ul>
      </section>
    );
  if (open.length === 0) return null;
  const lists = (
    <div className="election-open">
      {listOf(
        'Già in coda, fermi per il periodo elettorale',
        open.filter(({ when }) => when === 'before'),
      )}
      {listOf(
        'Partiti senza le due risposte',
        open.filter(({ when }) => when === 'after'),
      )}
    </div>
  );
  return (
    <>
      {folded ? (
        <details className="election-folded">
          <summary>
            <Sign name="paused" tone="warn" />
            {open.length === 1
              ? 'Un avviso aspetta le risposte per il periodo elettorale'
              : `${open.length} avvisi aspettano le risposte per il periodo elettorale`}
          </summary>
          {lists}
        </details>
      ) : (
        lists
      )}
      {shown && <ElectionDialog open={shown} onClose={() => setChosen(undefined)} />}
    </>
  );
}
