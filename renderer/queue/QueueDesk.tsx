import { useEffect, useRef, useState } from 'react';
import { useNotes } from '#renderer/people/notes/NotesDialog.tsx';
import { useSession } from '#renderer/session.tsx';
import { EmptyState, isFocusFree, ProblemBanner, problemOf, useShortcuts } from '#renderer/ui/index.ts';
import { type Day, sayDay } from '#shared/kernel/day.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { AnswerNotice } from './AnswerNotice.tsx';
import { PageNotice } from './PageNotice.tsx';
import { QueueBand } from './QueueBand.tsx';
import { QueueBar } from './QueueBar.tsx';
import { QueueQuestion } from './QueueQuestion.tsx';
import { QueueTable } from './QueueTable.tsx';
import { QueueTimeline } from './QueueTimeline.tsx';
import { useQueueActs } from './queueActs.ts';
import { type Command, commandsOf, isOpen, needsAnswer, nextOpen, rowsOfDay } from './queueRows.ts';

export interface QueueDeskProps {
  readonly jobs: readonly JobRow[];
  readonly day: Day;
  /** The row that is selected at the start; null for the first. */
  readonly first: string | null;
  /** The command of that row whose dialog opens at the start. */
  readonly command?: Command | undefined;
  /** A notice that was sent is wrong: the way to the one that puts it right (P37). */
  readonly onCorrect: ((id: string) => void) | undefined;
}

/** Commands that open a dialog. */
const ASKED: readonly Command[] = ['confirm', 'move', 'cancel', 'requeue', 'refused', 'partly', 'takeOver', 'sendBack'];

const focusRow = (table: HTMLElement | null): void =>
  table?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus({ preventScroll: true });

/** The line of a day, what is to be cleared up, and its sendings with their commands. */
export function QueueDesk({ jobs, day, first, command, onCorrect }: QueueDeskProps) {
  const session = useSession();
  const { today } = session;
  const rows = rowsOfDay(jobs, day, today);
  const [chosen, setChosen] = useState(first);
  const selected = rows.find(({ id }) => id === chosen) ?? rows.find(isOpen) ?? rows[0];
  const screen = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLElement>(null);
  const acts = useQueueActs(session, onCorrect, (job) => {
    const next = nextOpen(rows, job.id);
    if (!next) return;
    setChosen(next.id);
    // The dialog gives the focus back to what opened it, which was about the sending before.
    requestAnimationFrame(() => focusRow(table.current));
  });
  const unclear = jobs.filter(needsAnswer);
  const asking = selected && needsAnswer(selected) ? selected : unclear[0];

  const begin = useRef(command);
  useEffect(() => {
    const [wanted, job] = [begin.current, jobs.find(({ id }) => id === first)];
    begin.current = undefined;
    // Only what is asked before it is done: a dialog can be left.
    if (wanted && job && ASKED.includes(wanted) && commandsOf(job).includes(wanted)) acts.run(wanted, job);
  });
  useEffect(() => {
    if (isFocusFree()) focusRow(table.current);
  }, []);
  const notes = useNotes(selected && { about: `notice/${selected.id}`, title: selected.notice.title }, table);
  useShortcuts([
    {
      keys: 'Delete',
      label: 'Annulla l’invio',
      within: table,
      run: () => selected && commandsOf(selected).includes('cancel') && acts.run('cancel', selected),
    },
    {
      keys: 'S',
      label: 'Sposta l’invio',
      within: table,
      run: () => selected && commandsOf(selected).includes('move') && acts.run('move', selected),
    },
    {
      keys: 'R',
      label: 'Registra dalla ricevuta',
      within: table,
      run: () => selected && commandsOf(selected).includes('receipt') && acts.run('receipt', selected),
    },
  ]);

  return (
    <div ref={screen} className="queue">
      <QueueTimeline jobs={rows} day={day} />
      {asking && (
        <QueueBand job={asking} others={unclear.length - 1} today={today} onCommand={acts.run} keysWithin={screen} />
      )}
      {selected && (
        <AnswerNotice
          id={selected.id}
          unread={selected.unread}
          holds={
            selected.isHeldByAnswer
              ? 'L’invio è fermo finché qualcuno non l’ha letta.'
              : 'L’avviso non si può più fermare da qui: se cambia qualcosa, dillo subito a chi lo invia.'
          }
        />
      )}
      {selected && <PageNotice job={selected} />}
      {acts.problem && <ProblemBanner {...problemOf(acts.problem)} />}
      <section ref={table} className="queue-rows" aria-label="Invii" data-pane="pane">
        {rows.length > 0 ? (
          <QueueTable
            caption={`Invii di ${sayDay(day)}`}
            jobs={rows}
            selected={selected?.id ?? null}
            onSelect={setChosen}
            onCommand={acts.run}
          />
        ) : (
          <EmptyState
            title={day < today ? 'In questo giorno non è partito niente' : 'Nessun invio in programma'}
            lines={['I testi approvati entrano in coda con il giorno e l’ora in cui partono.']}
          />
        )}
      </section>
      {selected && !needsAnswer(selected) && commandsOf(selected).length > 0 && (
        <QueueBar job={selected} keysWithin={table} onCommand={acts.run} onNotes={notes.show} />
      )}
      {notes.dialog}
      {acts.question && <QueueQuestion question={acts.question} acts={acts} />}
    </div>
  );
}
