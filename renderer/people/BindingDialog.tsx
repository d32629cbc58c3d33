import { useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { Button, CheckField, Dialog, Field, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import type { Person } from '#shared/people/person.ts';
import { BindingPin } from './BindingPin.tsx';

export interface BindingDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** From where a head decides (P6): approvals from elsewhere wait until she confirms them. */
export function BindingDialog({ person: { id, name }, onClose }: BindingDialogProps) {
  const roster = useAnswer('people.roster', {}).value;
  const share = useAnswer('service.sharing', {}).value;
  const bound = roster?.bindings.find((one) => one.person === id);
  const bind = useAct('people.bind');
  const show = useToast();
  const [typed, setTyped] = useState<string>();
  const [chosen, setChosen] = useState<readonly string[]>();
  const accounts = typed ?? bound?.accounts.join(', ') ?? '';
  const desks = chosen ?? bound?.desks ?? [];
  const shown = (share?.desks ?? []).filter(({ dev, revoked }) => !revoked || desks.includes(dev));
  const save = async () => {
    if (bind.busy || !roster) return;
    const list = accounts.split(',').map((account) => account.trim());
    const reply = await bind.run({
      person: id,
      desks: [...desks],
      accounts: list.filter((account) => account !== ''),
    });
    if (!reply.ok) return;
    onClose();
    show({ text: `Salvato da dove approva ${name}. Lo vedono tutte le postazioni.` });
  };
  return (
    <Dialog
      title={`Da dove approva ${name}`}
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
      <p>
        Un testo che risulta approvato da un’altra parte si vede subito e non parte finché {name} non lo conferma. Vale
        per le approvazioni da adesso in poi. Se non indichi niente può approvare da ovunque.
      </p>
      {shown.length > 0 && (
        <fieldset>
          <legend className="field-label">Postazioni</legend>
          {shown.map(({ dev, name: desk, isThis }) => (
            <CheckField
              key={dev}
              label={isThis ? `${desk} (questa)` : desk}
              checked={desks.includes(dev)}
              onChange={(checked) => setChosen(checked ? [...desks, dev] : desks.filter((one) => one !== dev))}
            />
          ))}
        </fieldset>
      )}
      <Field
        label="Account del computer"
        value={accounts}
        onChange={setTyped}
        hint="Più di uno, separati da virgola. Se indichi postazioni e account devono valere tutti e due."
      />
      {roster && <BindingPin person={{ id, name }} hasPin={roster.pins.includes(id)} />}
      {bind.problem && <ProblemBanner {...problemOf(bind.problem)} />}
    </Dialog>
  );
}
