import { useState } from 'react';
import { Button, ProblemBanner } from '#renderer/ui/index.ts';
import { heldByPage, isHeldByPage } from '#shared/queue/page.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { PageDialog } from './PageDialog.tsx';

/** Over the queue: the page of the selected sending changed or went since the approval (P22). Nothing where it is as it was. */
export function PageNotice({ job }: { readonly job: JobRow }) {
  const [isLooking, look] = useState(false);
  const held = job.page?.held;
  if (!held || !isHeldByPage(job)) return null;
  const { what, remedy } = heldByPage(held);
  return (
    <>
      <ProblemBanner
        tone="bad"
        live="off"
        heading={what}
        lines={[remedy]}
        actions={
          <Button size="small" onClick={() => look(true)}>
            Guarda e conferma…
          </Button>
        }
      />
      {isLooking && <PageDialog job={job} onClose={() => look(false)} />}
    </>
  );
}
