import { useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { Button, Dialog, ProblemBanner, problemOf, TextArea, useToast } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { useKeptText } from '#renderer/writing/keptText.ts';
import type { IrregularView } from '#shared/drafts/views.ts';
import type { Day } from '#shared/kernel/day.ts';

interface RegulariseDialogProps {
  readonly emergency: IrregularView;
  readonly onClose: () => void;
}

/** The head reads what left without the usual checks, and puts it in order; a note stays on record (P34). */
function RegulariseDialog({ emergency, onClose }: RegulariseDialogProps) {
  const regularise = useAct('queue.regularise');
  const show = useToast();
  const { id, title, text, authoriser, why } = emergency;
  const [note, setNote, forget] = useKeptText(`Regolarizza ${id}`);
  const run = async () => {
    if (regularise.busy) return;
    const reply = await regularise.run({ id, note: note.trim() });
    if (!reply.ok) return;
    forget();
    onClose();
    show({ text: `Emergenza regolarizzata: «${title}».` });
  };
  return (
    <Dialog
      title="Regolarizza l’emergenza"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            Regolarizza
          </Button>
        </>
      }
    >
      <dl className="irregular">
        <dt>Autorizzata da</dt>
        <dd>{authoriser}</dd>
        <dt>Motivo</dt>
        <dd>{why}</dd>
        <dt>Testo inviato</dt>
        <dd className="irregular-text">{text}</dd>
      </dl>
      <TextArea
        label="Nota"
        rows={3}
        value={note}
        onChange={setNote}
        hint="Per esempio che cosa hai verificato. Resta nella storia dell’avviso."
      />
      {regularise.problem && <ProblemBanner {...problemOf(regularise.problem)} />}
    </Dialog>
  );
}

function linesOf({ releasedAt, releasedByName, authoriser, due }: IrregularView, today: Day): readonly string[] {
  return [
    `Inviata ${sayMomentAt(releasedAt, today)} da ${releasedByName}, autorizzata da ${authoriser}. Regolarizzala entro ${sayMomentAt(due, today)}.`,
  ];
}

export interface ApprovalIrregularProps {
  readonly today: Day;
  /** The one whose dialog is open from the start, by its request. */
  readonly first: string | undefined;
}

/** The emergencies the head has still to put in order, the first due first (P34); nothing when there are none. */
export function ApprovalIrregular({ today, first }: ApprovalIrregularProps) {
  const { value: emergencies = [], problem } = useAnswer('drafts.toRegularise', {});
  const [chosen, setChosen] = useState(first);
  const open = emergencies.find(({ id }) => id === chosen);
  if (problem) return <ProblemBanner {...problemOf(problem)} />;
  return (
    <>
      {emergencies.map((emergency) => (
        <ProblemBanner
          key={emergency.id}
          tone="warn"
          heading={`Emergenza da regolarizzare: «${emergency.title}»`}
          lines={linesOf(emergency, today)}
          actions={
            <Button size="small" onClick={() => setChosen(emergency.id)}>
              Regolarizza…
            </Button>
          }
        />
      ))}
      {open && <RegulariseDialog emergency={open} onClose={() => setChosen(undefined)} />}
    </>
  );
}
