import { useState } from 'react';
import { useSession } from '#renderer/session.tsx';
import { Button } from '#renderer/ui/index.ts';
import type { Person } from '#shared/people/person.ts';
import { ChoosePinDialog } from './ChoosePinDialog.tsx';
import { ForgottenPinDialog } from './ForgottenPinDialog.tsx';

export interface BindingPinProps {
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly hasPin: boolean;
}

/** Whether a head has a PIN, and what who sits here may do about it (P6). */
export function BindingPin({ person, hasPin }: BindingPinProps) {
  const { person: reader } = useSession();
  const [open, setOpen] = useState(false);
  const isOwn = reader?.id === person.id;
  const mayTakeAway = hasPin && (reader?.roles.includes('capo settore') ?? false);
  const close = () => setOpen(false);
  return (
    <section aria-labelledby="binding-pin">
      <h3 id="binding-pin" className="field-label">
        PIN
      </h3>
      <p className="row">
        <span className="grow">
          {hasPin ? 'Lo chiedo prima di ogni sua decisione.' : 'Nessuno: chi usa il suo nome può approvare.'}
        </span>
        {(isOwn || mayTakeAway) && (
          <Button size="small" onClick={() => setOpen(true)}>
            {isOwn ? (hasPin ? 'Cambia il PIN…' : 'Scegli un PIN…') : 'L’ha dimenticato…'}
          </Button>
        )}
      </p>
      {!isOwn && !mayTakeAway && (
        <p className="small muted">
          Lo sceglie {person.name}, con il suo nome alla postazione
          {hasPin ? '. Se lo dimentica lo toglie un altro capo settore' : ''}.
        </p>
      )}
      {open && isOwn && <ChoosePinDialog person={person} hasPin={hasPin} onClose={close} />}
      {open && !isOwn && <ForgottenPinDialog person={person} onClose={close} />}
    </section>
  );
}
