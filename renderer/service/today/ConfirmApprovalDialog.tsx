import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Dialog, Field, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { JobRow } from '#shared/queue/views.ts';

export interface ConfirmApprovalDialogProps {
  readonly job: JobRow;
  readonly onClose: () => void;
}

/** An approval from where the head is not bound: she confirms it, or somebody records that she did by telephone (P6, P38). */
export function ConfirmApprovalDialog({ job, onClose }: ConfirmApprovalDialogProps) {
  const { id, notice, approvedOn, unbound, lacksPin } = job;
  const session = useSession();
  const confirm = useAct('queue.confirmApproval');
  const show = useToast();
  const [note, setNote] = useState('');
  const head = nameOf(session, unbound ?? '');
  const isHead = session.person?.id === unbound;
  const run = async (how: 'app' | 'telefono' | 'e-mail') => {
    if (confirm.busy) return;
    const reply = await confirm.run({ id, how, note });
    if (!reply.ok) return;
    onClose();
    show({ text: 'Approvazione confermata. L’avviso parte alla sua ora.' });
  };
  return (
    <Dialog
      title={`Approvazione da confermare: ${notice.title}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          {isHead ? (
            <Button kind="main" keys="Control+Enter" onClick={() => void run('app')}>
              L’ho approvato io
            </Button>
          ) : (
            <>
              <Button onClick={() => void run('e-mail')}>Me l’ha scritto per e-mail</Button>
              <Button kind="main" keys="Control+Enter" onClick={() => void run('telefono')}>
                Me l’ha detto per telefono
              </Button>
            </>
          )}
        </>
      }
    >
      <p>
        Risulta approvato da {head} su {approvedOn?.desk ? `«${approvedOn.desk}»` : 'una postazione senza nome'},{' '}
        {lacksPin ? 'ma senza il suo PIN' : 'che non è una delle sue postazioni'}. Finché non è confermato non parte.
      </p>
      <p className="pre-wrap">{notice.text}</p>
      {isHead ? (
        <p>Se non l’hai approvato tu non confermare: annulla l’invio dalla coda e avvisa l’assistenza.</p>
      ) : (
        <Field
          label={`Che cosa ha detto ${head}`}
          hint="Quando e come l’ha confermato. Resta registrato con il tuo nome."
          maxLength={500}
          value={note}
          onChange={setNote}
        />
      )}
      {confirm.problem && <ProblemBanner {...problemOf(confirm.problem)} />}
    </Dialog>
  );
}
