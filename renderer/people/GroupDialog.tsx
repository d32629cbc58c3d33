import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, Dialog, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import type { Person } from '#shared/people/person.ts';

export interface GroupDialogProps {
  readonly person: Person;
  /** Out of the group, or back into it. */
  readonly way: 'out' | 'back';
  readonly onClose: () => void;
}

const TOLD = 'Resta scritto chi l’ha fatto, e lo vedono tutte le postazioni.';

/** Takes a person out of the group, or back into it; where she is the head it is asked twice (P1). */
export function GroupDialog({ person, way, onClose }: GroupDialogProps) {
  const retire = useAct('people.retire');
  const comeBack = useAct('people.comeBack');
  const show = useToast();
  const [isSure, setSure] = useState(false);
  const { id, name } = person;
  const isHead = person.roles.includes('capo settore');
  const [there, back] = way === 'out' ? [retire, comeBack] : [comeBack, retire];
  const run = async () => {
    if (retire.busy || comeBack.busy) return;
    if (isHead && !isSure) {
      setSure(true);
      return;
    }
    if (!(await there.run({ id })).ok) return;
    onClose();
    show({
      text: way === 'out' ? `${name} è fuori dal gruppo.` : `${name} è di nuovo nel gruppo.`,
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void back.run({ id }) },
    });
  };
  const action = way === 'out' ? 'Togli dal gruppo' : 'Fai tornare nel gruppo';
  return (
    <Dialog
      title={way === 'out' ? `Togli ${name} dal gruppo` : `Fai tornare ${name} nel gruppo`}
      icon="person"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            {isSure ? `Sì, ${action.toLowerCase()}` : action}
          </Button>
        </>
      }
    >
      <p>
        {way === 'out'
          ? 'Non viene cancellata: quello che ha fatto resta con il suo nome. Esce dai turni e da questa e dalle altre postazioni; quello che ha in carico lo può prendere chi è di turno. Può tornare quando serve.'
          : 'Torna con i suoi ruoli, i suoi account e il suo posto nei turni.'}
      </p>
      {isSure && (
        <ProblemBanner
          heading={way === 'out' ? 'Togliere davvero il capo settore?' : 'Ridare davvero il ruolo di capo settore?'}
          lines={[
            way === 'out'
              ? 'Finché non indichi chi lo è, nessun testo può essere approvato.'
              : 'Chi ce l’ha approva i testi e firma il report.',
            TOLD,
          ]}
        />
      )}
      {there.problem && <ProblemBanner {...problemOf(there.problem)} />}
    </Dialog>
  );
}
