import type { RefObject } from 'react';
import { ElectionForm, WHERE_ANSWERS_STAY } from '#renderer/queue/election/ElectionForm.tsx';
import { type TextAnswers, useTextAnswers } from '#renderer/queue/election/electionAnswers.ts';
import { Chip, PaneHeader, useShortcuts } from '#renderer/ui/index.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';

export interface ApprovalElectionProps {
  readonly answers: TextAnswers;
  /** What must hold the focus for the letters. */
  readonly keysWithin: RefObject<HTMLElement | null>;
  readonly form: RefObject<HTMLDivElement | null>;
  readonly onGo: (question: 'impersonal' | 'essential') => void;
}

/** The head's two answers, beside the text they are about (P39). */
export function ApprovalElection({ answers, keysWithin, form, onGo }: ApprovalElectionProps) {
  const { answering, stale, missing, answer } = answers;
  useShortcuts([
    { keys: 'I', label: 'È scritto in modo impersonale?', within: keysWithin, run: () => onGo('impersonal') },
    { keys: 'P', label: 'È indispensabile, perché…', within: keysWithin, run: () => onGo('essential') },
  ]);
  return (
    <section aria-label="Le tue due risposte">
      <PaneHeader
        title="Le tue due risposte"
        note={
          <Chip tone={missing.length > 0 ? 'warn' : 'info'} sign={missing.length > 0 ? 'todo' : undefined}>
            {2 - missing.length} di 2
          </Chip>
        }
      />
      <ElectionForm ref={form} answering={answering} stale={stale} onAnswer={answer} withKeys />
      <p className="small muted election-note">{WHERE_ANSWERS_STAY}</p>
    </section>
  );
}

/** Beside a text in the list: that it leaves in an election period, and whether its answers are given. */
export function ElectionFlag({ view }: { readonly view: ApprovalView }) {
  const answers = useTextAnswers(view, view.rewritten.text, undefined);
  if (!answers) return null;
  if (answers.missing.length === 0) return <Chip tone="info">risposto</Chip>;
  return <Chip tone="warn">{answers.missing.length === 2 ? '2 risposte' : '1 risposta'}</Chip>;
}
