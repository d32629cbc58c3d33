import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, Dialog, Field, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { plural } from '#shared/kernel/text.ts';
import type { ShareView } from '#shared/service/share.ts';

interface SharingDialogProps {
  readonly share: ShareView;
  readonly onClose: () => void;
}

interface DeedProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly path?: string | null;
  readonly action: string;
  readonly problem: Problem | undefined;
  readonly onRun: () => void;
  readonly onClose: () => void;
}

/** A deliberate act on the shared register, with what follows from it. */
function DeedDialog({ title, lines, path, action, problem, onRun, onClose }: DeedProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={onRun}>
            {action}
          </Button>
        </>
      }
    >
      {path && <p className="mono path">{path}</p>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}

/** Founds a register in the chosen folder, or puts back this desk's own: only because a person says so. */
export function FoundDialog({ share, onClose }: SharingDialogProps) {
  const found = useAct('service.foundShare');
  const show = useToast();
  const lost = share.problem?.code === 'share-lost';
  const run = async () => {
    if (found.busy) return;
    const reply = await found.run({});
    if (!reply.ok) return;
    onClose();
    show({
      text: lost ? 'Il registro è di nuovo nella cartella.' : 'Registro creato. Le altre postazioni possono unirsi.',
    });
  };
  return (
    <DeedDialog
      title={lost ? 'Rimetti il registro in questa cartella' : 'Crea il registro in questa cartella'}
      path={share.location?.path ?? share.configured}
      lines={
        lost
          ? [
              'Questa postazione ripubblica quello che ha scritto; le altre fanno lo stesso appena vedono la cartella.',
              'Se il registro è stato solo spostato, non rimetterlo qui: scegli la cartella dov’è adesso.',
            ]
          : [
              'Fallo solo sulla prima postazione. Le altre scelgono la stessa cartella, si uniscono e aspettano di essere accettate.',
              'Se il vostro registro c’è già da un’altra parte, scegli quella cartella: due registri non si uniscono più.',
            ]
      }
      action={lost ? 'Rimetti il registro' : 'Crea il registro'}
      problem={found.problem}
      onRun={() => void run()}
      onClose={onClose}
    />
  );
}

/** Gives up the exchange on this desk; nothing is lost, and it can be taken up again. */
export function LeaveDialog({ share, onClose }: SharingDialogProps) {
  const leave = useAct('service.leaveShare');
  const show = useToast();
  const run = async () => {
    if (leave.busy) return;
    const reply = await leave.run({});
    if (!reply.ok) return;
    onClose();
    show({ text: 'Questa postazione adesso lavora da sola.' });
  };
  const { waiting } = share;
  return (
    <DeedDialog
      title="Lavora da solo"
      lines={[
        'Da adesso le altre postazioni non vedono quello che fai qui, e tu non vedi quello che fanno loro: due persone possono lavorare alla stessa richiesta.',
        waiting > 0
          ? `${plural(waiting, 'modifica resta', 'modifiche restano')} su questo computer finché scegli di nuovo la cartella.`
          : 'Quello che hai già condiviso resta nella cartella. Per riprendere basta scegliere di nuovo la cartella.',
      ]}
      action="Lavora da solo"
      problem={leave.problem}
      onRun={() => void run()}
      onClose={onClose}
    />
  );
}

/** What this desk is called by the others. */
export function NameDialog({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const rename = useAct('service.nameDesk');
  const show = useToast();
  const [typed, setTyped] = useState(name);
  const [asked, setAsked] = useState(false);
  const missing = typed.trim() === '' ? 'Scrivi come si chiama questa postazione.' : undefined;
  const run = async () => {
    setAsked(true);
    if (missing || rename.busy) return;
    const reply = await rename.run({ name: typed.trim() });
    if (!reply.ok) return;
    onClose();
    show({ text: `Questa postazione si chiama «${typed.trim()}».` });
  };
  return (
    <Dialog
      title="Nome della postazione"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            Cambia il nome
          </Button>
        </>
      }
    >
      <Field
        label="Come la chiamano gli altri"
        hint="Per esempio «Sportello 2», «Portatile del capo settore»."
        maxLength={120}
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey) void run();
        }}
        error={asked ? missing : undefined}
      />
      {rename.problem && <ProblemBanner {...problemOf(rename.problem)} />}
    </Dialog>
  );
}
