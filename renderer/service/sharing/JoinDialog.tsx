import { useAct, useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Dialog, Isolated, Loading, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { RegisterFound } from '#shared/service/share.ts';
import { sayNotices, sayPeople, saySinceDay } from './joinWords.ts';

/** Who founded the register and what was seen in it: what a person recognises it by. */
function Found({ found, today }: { readonly found: RegisterFound; readonly today: Day }) {
  return (
    <dl className="sharing-facts">
      <dt>Creato da</dt>
      <dd>{found.founder === null ? 'nessun dato' : <Isolated>{`«${found.founder}»`}</Isolated>}</dd>
      <dt>Persone</dt>
      <dd>
        <Isolated>{sayPeople(found)}</Isolated>
      </dd>
      <dt>Avvisi</dt>
      <dd>{sayNotices(found)}</dd>
      <dt>Primo atto</dt>
      <dd>{saySinceDay(found, today)}</dd>
      <dt>Impronta</dt>
      <dd className="mono">{found.fingerprint}</dd>
    </dl>
  );
}

/** Asks, before this desk enters a register that another one founded, whether it is the office's own (P41). */
export function JoinDialog({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  const { value: found, problem } = useAnswer('service.registerFound', {});
  const join = useAct('service.joinShare');
  const refuse = useAct('service.refuseShare');
  const choose = useAct('service.chooseShare');
  const show = useToast();
  const busy = join.busy || refuse.busy || choose.busy;
  const enter = async () => {
    if (busy || !found) return;
    if (!(await join.run({ fingerprint: found.fingerprint })).ok) return;
    onClose();
    show({ text: 'Registro confermato. Le altre postazioni ora possono accettare questa.' });
  };
  const leave = async () => {
    if (busy || !found) return;
    if (!(await refuse.run({ fingerprint: found.fingerprint })).ok) return;
    onClose();
    await choose.run({});
  };
  const trouble = problem ?? join.problem ?? refuse.problem;
  return (
    <Dialog
      title="È il vostro registro?"
      icon="folder"
      onClose={onClose}
      footer={
        found ? (
          <>
            <Button onClick={() => void leave()}>No, scelgo un’altra cartella</Button>
            <Button kind="main" keys="Control+Enter" onClick={() => void enter()}>
              Sì, è il nostro registro
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>Lascia stare</Button>
        )
      }
    >
      <p>Nella cartella c’è già un registro. Finché non rispondi, da questa postazione non esce e non entra niente.</p>
      {trouble && <ProblemBanner {...problemOf(trouble)} />}
      {found === undefined && !problem && <Loading label="Guardo chi l’ha creato" />}
      {found === null && <p>Non c’è più niente da confermare.</p>}
      {found && (
        <>
          <Found found={found} today={today} />
          <p>
            L’impronta dev’essere uguale a quella che si legge in Impostazioni, Condivisione su una postazione che
            lavora già. Se è diversa, o non riconosci i nomi, rispondi di no e chiama l’assistenza.
          </p>
          <p className="small muted">
            Resta scritto chi ha risposto e quando. Se chiudi senza rispondere, la domanda aspetta in Oggi.
          </p>
        </>
      )}
    </Dialog>
  );
}
