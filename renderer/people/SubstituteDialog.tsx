import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, Dialog, ProblemBanner, problemOf, SelectField, useToast } from '#renderer/ui/index.ts';
import { useRemedy } from '#renderer/ui/remedies.ts';
import type { Phase } from '#shared/people/person.ts';
import type { Roster } from '#shared/people/roster.ts';
import { CHAIN_WORDS } from './chainWords.ts';

export interface SubstituteDialogProps {
  readonly phase: Phase;
  readonly roster: Roster;
  readonly onClose: () => void;
}

/** Puts one more person at the end of a chain (P2). */
export function SubstituteDialog({ phase, roster, onClose }: SubstituteDialogProps) {
  const set = useAct('people.setChain');
  const show = useToast();
  const lacking = useRemedy('person-lacking');
  const chain = roster.chains[phase];
  const others = roster.people.filter(({ id }) => !chain.includes(id));
  const [person, setPerson] = useState(others[0]?.id ?? '');
  const run = async () => {
    if (set.busy) return;
    const reply = await set.run({ phase, people: [...chain, person] });
    if (!reply.ok) return;
    onClose();
    const name = others.find(({ id }) => id === person)?.name ?? person;
    show({
      text: `${CHAIN_WORDS[phase].title}: ora anche ${name}.`,
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void set.run({ phase, people: [...chain] }) },
    });
  };
  return (
    <Dialog
      title={`Indica un sostituto: ${CHAIN_WORDS[phase].title.toLowerCase()}`}
      icon="people"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{others.length > 0 ? 'Lascia stare' : 'Chiudi'}</Button>
          {others.length === 0 && lacking && (
            <Button kind="main" onClick={lacking.run}>
              {lacking.label}
            </Button>
          )}
          {others.length > 0 && (
            <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
              Aggiungi in fondo
            </Button>
          )}
        </>
      }
    >
      {others.length > 0 ? (
        <SelectField
          label="Chi può farlo"
          value={person}
          onChange={setPerson}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          hint="Viene chiamato solo se gli altri sono assenti."
        />
      ) : (
        <p>Tutti quelli che l’app conosce sono già chiamati. Aggiungi una persona, oppure cambia un’assenza.</p>
      )}
      {set.problem && <ProblemBanner {...problemOf(set.problem)} />}
    </Dialog>
  );
}
