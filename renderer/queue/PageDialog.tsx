import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Dialog, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import { heldByPage, pageDifferences } from '#shared/queue/page.ts';
import type { JobRow } from '#shared/queue/views.ts';

export interface PageDialogProps {
  /** A sending whose page changed or went since its approval, or one that was sent and whose page is gone. */
  readonly job: JobRow;
  readonly onClose: () => void;
}

/** Asks the head again, with what is to be said (P22). */
function AskAgain({ job, onClose }: PageDialogProps) {
  const again = useAct('queue.askHeadAgain');
  const show = useToast();
  const run = async (why: string) => {
    if (again.busy) return;
    const reply = await again.run({ id: job.id, why });
    if (!reply.ok) return;
    onClose();
    show({ text: `«${job.notice.title}» aspetta di nuovo la decisione di ${reply.value.to}.` });
  };
  const isChanged = job.page?.held?.seen != null;
  return (
    <ReasonDialog
      title="Rimanda al capo settore"
      explanation={`«${job.notice.title}» esce dalla coda e torna fra i testi da approvare, così com’è, con quello che scrivi qui.`}
      action="Rimanda al capo settore"
      missing="Scrivi che cosa è cambiato nella pagina."
      label="Che cosa deve sapere"
      initial={
        isChanged
          ? 'La pagina della notizia è cambiata dopo l’approvazione.'
          : 'La pagina della notizia non si apre più.'
      }
      problem={again.problem}
      onRun={(why) => void run(why)}
      onClose={onClose}
    />
  );
}

/** What a person reads of the page: how it differs from the one that was there at the approval. */
function PageWords({ job: { page, notice } }: Pick<PageDialogProps, 'job'>) {
  const { today } = useSession();
  if (page?.lostSince) {
    return (
      <p>
        La pagina di «{notice.title}» non si apre più da {sayMomentAt(page.lostSince, today)}, e l’avviso è ancora
        attuale: i cittadini che toccano il link non trovano la notizia. Chiedi all’ufficio di rimetterla.
      </p>
    );
  }
  if (!page?.held) return null;
  const { seen, since } = page.held;
  const changes = seen && page.kept ? pageDifferences(page.kept, seen) : [];
  return (
    <>
      <p>
        {heldByPage(page.held).what} L’app se n’è accorta {sayMomentAt(since, today)}.
      </p>
      {seen && (
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
          {changes.length === 0 && <li>Titolo, giorni e luoghi sono quelli di prima: sono cambiate altre parole.</li>}
        </ul>
      )}
      <p>{heldByPage(page.held).remedy}</p>
    </>
  );
}

/** The page of the news is looked at by a person, who lets the notice go or asks the head again (P22). */
export function PageDialog({ job, onClose }: PageDialogProps) {
  const confirm = useAct('queue.confirmPage');
  const open = useAct('shell.openLink');
  const show = useToast();
  const [isAsking, ask] = useState(false);
  const { page, notice, id } = job;
  const since = page?.lostSince ?? page?.held?.since;
  if (since === undefined) return null;
  if (isAsking) return <AskAgain job={job} onClose={onClose} />;
  const isLost = page?.lostSince != null;
  const run = async () => {
    if (confirm.busy || !(await confirm.run({ id, since })).ok) return;
    onClose();
    show({ text: isLost ? 'Segnato: la pagina non si guarda più.' : `«${notice.title}» riprende.` });
  };
  const { link } = notice;
  const problem = confirm.problem ?? open.problem;
  return (
    <Dialog
      title={isLost || !page?.held?.seen ? 'La pagina della notizia non c’è più' : 'La pagina della notizia è cambiata'}
      icon="link"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Più tardi</Button>
          {!isLost && <Button onClick={() => ask(true)}>Rimanda al capo settore…</Button>}
          {(isLost || page?.held?.seen) && (
            <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
              {isLost ? 'Ho visto' : 'Va bene così'}
            </Button>
          )}
        </>
      }
    >
      <PageWords job={job} />
      {link !== null && (
        <p>
          <button type="button" className="link" onClick={() => void open.run({ url: link })}>
            Apri la pagina
          </button>
        </p>
      )}
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}
