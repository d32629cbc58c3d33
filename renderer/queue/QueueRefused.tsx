import { useState } from 'react';
import { SegmentedChoice } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import type { Problem } from '#shared/kernel/problem.ts';
import { GROUP_ANSWERS, type GroupAnswer } from '#shared/queue/facts.ts';
import type { JobRow } from '#shared/queue/views.ts';

export interface QueueRefusedProps {
  readonly job: JobRow;
  readonly problem: Problem | undefined;
  readonly onRun: (why: string, answer: GroupAnswer | null) => void;
  readonly onClose: () => void;
}

/** What the operational group answered, or why the contractor does not send: the sending is refused (P31). */
export function QueueRefused({ job, problem, onRun, onClose }: QueueRefusedProps) {
  const [answer, setAnswer] = useState<GroupAnswer>('da cambiare');
  const isGroup = job.route === 'gruppo operativo';
  return (
    <ReasonDialog
      title="Non viene inviato"
      explanation={`${isGroup ? 'Il gruppo operativo' : 'La ditta'} non invia «${job.notice.title}». Resta nella coda come rifiutato, con quello che scrivi qui.`}
      action="Registra il rifiuto"
      missing="Scrivi che cosa hanno risposto."
      problem={problem}
      onRun={(why) => onRun(why, isGroup ? answer : null)}
      onClose={onClose}
    >
      {isGroup && (
        <SegmentedChoice
          legend="Risposta del gruppo"
          size="normal"
          options={GROUP_ANSWERS.map((value) => ({ value, label: capitalised(value) }))}
          value={answer}
          onChange={setAnswer}
        />
      )}
    </ReasonDialog>
  );
}
