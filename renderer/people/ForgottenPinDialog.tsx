import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, Dialog, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import type { Person } from '#shared/people/person.ts';

export interface ForgottenPinDialogProps {
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly onClose: () => void;
}

/** Another head takes away a PIN that was forgotten: asked twice, and told to its owner (P1, P6). */
export function ForgottenPinDialog({ person: { id, name }, onClose }: ForgottenPinDialogProps) {
  const remove = useAct('people.removePin');
  const show = useToast();
  const [isSure, setSure] = useState(false);
  const run = async () => {
    if (!isSure) return setSure(true);
    if (remove.busy || !(await remove.run({ person: id, current: '' })).ok) return;
    onClose();
    show({ text: `PIN di ${name} tolto. Lo vedono tutte le postazioni, e ${name} in Oggi.` });
  };
  return (
    <Dialog
      title={isSure ? `Togli davvero il PIN di ${name}?` : `${name} ha dimenticato il PIN?`}
      icon="person"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            {isSure ? 'Sì, togli il PIN' : 'Togli il PIN…'}
          </Button>
        </>
      }
    >
      {isSure ? (
        <p>Resta scritto che l’hai tolto tu. Lo vedono tutte le postazioni, e {name} lo legge in Oggi.</p>
      ) : (
        <p>
          Toglilo solo se te l’ha chiesto {name}, di persona o per telefono. Da quel momento chi usa il suo nome approva
          senza PIN, finché non ne sceglie un altro.
        </p>
      )}
      {remove.problem && <ProblemBanner {...problemOf(remove.problem)} />}
    </Dialog>
  );
}
