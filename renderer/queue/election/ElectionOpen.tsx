import '#renderer/people/election/election.css';
import { useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Chip, PaneHeader, VisuallyHidden } from '#renderer/ui/index.ts';
import { sayNearDay } from '#renderer/ui/moments.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { OpenElection } from '#shared/queue/views.ts';
import { ElectionDialog } from './ElectionDialog.tsx';

/** What waits for the head's answers in an election period, held or to be answered afterwards (P39); nothing outside of one. */
export function ElectionOpen() {
  const { today, person } = useSession();
  const open = useAnswer('queue.elections', {}).value ?? [];
  const [chosen, setChosen] = useState<string>();
  const shown = open.find(({ id }) => id === chosen);
  const isHead = person?.roles.includes('capo settore') ?? false;
  const mayAnswer = isHead || (person?.roles.includes('operatore') ?? false);
  const rows = (one: OpenElection) => (
    <li key={one.id}>
      <span className="grow">
        <b>{one.title}</b>{' '}
        <span className="muted small">
          {[one.office, `per ${sayNearDay(romeOf(one.plannedFor).day, today)}`].filter(Boolean).join(', ')}
        </span>
      </span>
      <Chip tone="warn">{one.when === 'before' ? '2 risposte' : 'risposte dopo'}</Chip>
      {mayAnswer && (
        <Button size="small" onClick={() => setChosen(one.id)}>
          {isHead ? 'Rispondi…' : 'Registra le risposte…'}
          <VisuallyHidden> {one.title}</VisuallyHidden>
        </Button>
      )}
    </li>
  );
  const [held, after] = [open.filter(({ when }) => when === 'before'), open.filter(({ when }) => when === 'after')];
  return (
    <>
      {held.length > 0 && (
        <section className="election-list" aria-label="Già in coda, fermi per il periodo elettorale">
          <PaneHeader title="Già in coda, fermi per il periodo elettorale" note={held.length} />
          <ul className="election-open">{held.map(rows)}</ul>
        </section>
      )}
      {after.length > 0 && (
        <section className="election-list" aria-label="Partiti senza le due risposte">
          <PaneHeader title="Partiti senza le due risposte" note={after.length} />
          <ul className="election-open">{after.map(rows)}</ul>
        </section>
      )}
      {shown && <ElectionDialog open={shown} onClose={() => setChosen(undefined)} />}
    </>
  );
}
