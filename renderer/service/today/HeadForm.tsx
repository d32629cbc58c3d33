import { useRef, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Field, onEnter, ProblemBanner, problemOf, SelectField } from '#renderer/ui/index.ts';
import { useKeptText } from '#renderer/writing/keptText.ts';
import { personSchema } from '#shared/people/person.ts';

const NEW = '';

/** Says who the head of sector is: somebody of the group, or a new name. Asked twice, as every change of that role (P1). */
export function HeadForm({ onDone }: { readonly onDone: () => void }) {
  const { people } = useSession();
  const save = useAct('people.setPerson');
  const [who, setWho] = useState(NEW);
  const [name, setName, forgetName] = useKeptText('Capo settore, nome');
  const [address, setAddress, forgetAddress] = useKeptText('Capo settore, indirizzo');
  const [asked, setAsked] = useState(false);
  const [isSure, setSure] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const addressField = useRef<HTMLInputElement>(null);
  const known = people.find(({ id }) => id === who);
  const missing = {
    name: known || name.trim() !== '' ? undefined : 'Scrivi nome e cognome del capo settore.',
    address:
      known || personSchema.shape.address.safeParse(address.trim()).success
        ? undefined
        : 'Scrivi il suo indirizzo e-mail completo, con la chiocciola.',
  };
  const change = (set: (value: string) => void) => (value: string) => {
    setSure(false);
    set(value);
  };
  const run = async () => {
    setAsked(true);
    if (missing.name) nameField.current?.focus();
    else if (missing.address) addressField.current?.focus();
    if (missing.name || missing.address || save.busy) return;
    if (!isSure) {
      setSure(true);
      return;
    }
    const card = known
      ? { ...known, roles: [...known.roles, 'capo settore' as const] }
      : { id: null, name: name.trim(), address: address.trim(), roles: ['capo settore' as const], accounts: [] };
    if (!(await save.run(card)).ok) return;
    forgetName();
    forgetAddress();
    onDone();
  };
  // Being sure is said with the button alone: Invio pressed twice gives nobody the role.
  const onKeyDown = onEnter(() => void (isSure || run()));
  return (
    <>
      {people.length > 0 && (
        <SelectField
          label="Chi è"
          value={who}
          onChange={change(setWho)}
          options={[
            { value: NEW, label: 'Una persona che non è nell’elenco' },
            ...people.map(({ id, name: label }) => ({ value: id, label })),
          ]}
        />
      )}
      {!known && (
        <div className="begin-fields">
          <Field
            ref={nameField}
            label="Nome e cognome del capo settore"
            value={name}
            onChange={change(setName)}
            onKeyDown={onKeyDown}
            error={asked ? missing.name : undefined}
          />
          <Field
            ref={addressField}
            label="E-mail del capo settore"
            type="email"
            value={address}
            onChange={change(setAddress)}
            onKeyDown={onKeyDown}
            error={asked ? missing.address : undefined}
          />
        </div>
      )}
      {isSure && (
        <ProblemBanner
          tone="warn"
          heading={`${known?.name ?? name.trim()} è davvero il capo settore?`}
          lines={['Approva i testi e firma il report. Resta scritto chi l’ha detto, e lo vedono tutte le postazioni.']}
        />
      )}
      {save.problem && <ProblemBanner {...problemOf(save.problem)} />}
      <Button kind="main" onClick={() => void run()}>
        {isSure ? 'Sì, è capo settore' : 'Indica il capo settore'}
      </Button>
    </>
  );
}
