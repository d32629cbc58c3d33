import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, Dialog, Field, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import type { Escalation } from '#shared/people/person.ts';

export interface EscalationDialogProps {
  /** Null while the municipality has not said it. */
  readonly escalation: Escalation | null;
  readonly onClose: () => void;
}

/** Writes down who is called when nobody is there for a phase, and how (P3). */
export function EscalationDialog({ escalation, onClose }: EscalationDialogProps) {
  const set = useAct('people.setEscalation');
  const show = useToast();
  const [name, setName] = useState(escalation?.name ?? '');
  const [reach, setReach] = useState(escalation?.reach ?? '');
  const [asked, setAsked] = useState(false);
  const noName = name.trim() === '';
  const noReach = reach.trim() === '';
  const save = async () => {
    setAsked(true);
    if (noName || noReach || set.busy) return;
    const reply = await set.run({ name: name.trim(), reach: reach.trim() });
    if (!reply.ok) return;
    onClose();
    show({ text: `Quando non c’è nessuno si chiama ${name.trim()}.` });
  };
  return (
    <Dialog
      title="Chi chiamare quando non c’è nessuno"
      icon="person"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void save()}>
            Salva
          </Button>
        </>
      }
    >
      <p>L’app lo mostra in Oggi e qui, nei giorni in cui nessuno può fare una parte del lavoro.</p>
      <Field
        label="Persona o ufficio"
        value={name}
        onChange={setName}
        maxLength={200}
        error={asked && noName ? 'Scrivi chi si chiama.' : undefined}
      />
      <Field
        label="Come si raggiunge"
        value={reach}
        onChange={setReach}
        maxLength={200}
        hint="Un telefono, un interno, un indirizzo e-mail."
        error={asked && noReach ? 'Scrivi come si raggiunge.' : undefined}
      />
      {set.problem && <ProblemBanner {...problemOf(set.problem)} />}
    </Dialog>
  );
}
