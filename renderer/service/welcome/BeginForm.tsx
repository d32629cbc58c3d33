import { type RefObject, useRef, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, CheckField, Field, onEnter, ProblemBanner, problemOf, SegmentedChoice } from '#renderer/ui/index.ts';
import { foldText } from '#shared/kernel/text.ts';
import type { Role } from '#shared/people/person.ts';
import { personOfAccount } from '#shared/people/roster.ts';

const ROLE_OPTIONS = [
  { value: 'operatore', label: 'Operatore' },
  { value: 'capo settore', label: 'Capo settore' },
  { value: 'contabilità', label: 'Contabilità' },
] as const satisfies readonly { value: Role; label: string }[];
type WelcomeRole = (typeof ROLE_OPTIONS)[number]['value'];

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export interface BeginFormProps {
  readonly first: RefObject<HTMLInputElement | null>;
  /** Somebody began to type: the form stays, whatever arrives meanwhile. */
  readonly onTyped: () => void;
}

/** The form of who begins to work: name, e-mail, role, account (P6); from then on this desk acts with that name. */
export function BeginForm({ first, onTyped }: BeginFormProps) {
  const { people, account } = useSession();
  const setPerson = useAct('people.setPerson');
  const actAs = useAct('people.actAs');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [role, setRole] = useState<WelcomeRole>('operatore');
  const isFree = personOfAccount({ people }, account) === undefined;
  const [opens, setOpens] = useState(true);
  const [asked, setAsked] = useState(false);
  const [isSure, setSure] = useState(false);
  const addressField = useRef<HTMLInputElement>(null);
  const missingName = name.trim() === '' ? 'Scrivi il tuo nome e cognome.' : undefined;
  const missingAddress = ADDRESS.test(address.trim())
    ? undefined
    : 'Scrivi il tuo indirizzo e-mail completo, con la chiocciola.';
  // Who is in the list already is not to be made a second time.
  const known = people.find(
    (one) => foldText(one.name) === foldText(name.trim()) || one.address.toLowerCase() === address.trim().toLowerCase(),
  );
  const typed = (set: (value: string) => void) => (value: string) => {
    onTyped();
    set(value);
  };
  const begin = async () => {
    setAsked(true);
    if (missingName) first.current?.focus();
    else if (missingAddress) addressField.current?.focus();
    if (missingName || missingAddress || known || setPerson.busy || actAs.busy) return;
    if (role === 'capo settore' && !isSure) {
      setSure(true);
      return;
    }
    const accounts = isFree && opens ? [account] : [];
    const added = await setPerson.run({
      ...{ id: null, name: name.trim(), address: address.trim() },
      ...{ roles: [role], accounts },
    });
    // Where others are known already, as in a register that was joined, who is added does not sit down by itself.
    if (added.ok) await actAs.run({ id: added.value.id });
  };
  const problem = setPerson.problem ?? actAs.problem;
  const onKeyDown = onEnter(() => void begin());
  return (
    <div className="welcome-form">
      <Field
        ref={first}
        label="Nome e cognome"
        autoComplete="name"
        value={name}
        onChange={typed(setName)}
        onKeyDown={onKeyDown}
        error={asked ? missingName : undefined}
      />
      <Field
        ref={addressField}
        label="E-mail di lavoro"
        type="email"
        autoComplete="email"
        value={address}
        onChange={typed(setAddress)}
        onKeyDown={onKeyDown}
        error={asked ? missingAddress : undefined}
      />
      <SegmentedChoice
        legend="Ruolo"
        options={ROLE_OPTIONS}
        value={role}
        onChange={(value) => {
          setSure(false);
          setRole(value);
        }}
        size="normal"
      />
      {isFree && (
        <CheckField
          label={`Apri l’app con il mio nome quando entra «${account}»`}
          checked={opens}
          onChange={setOpens}
        />
      )}
      {known && (
        <ProblemBanner
          tone="warn"
          place="below"
          heading={`${known.name} è già nell’elenco`}
          lines={['Se sei tu, entra con quel nome: quello che hai fatto resta tuo.']}
          actions={
            <Button
              size="small"
              onClick={() => void (actAs.busy || actAs.run({ id: known.id, opens: isFree && opens }))}
            >
              Sono io
            </Button>
          }
        />
      )}
      {isSure && (
        <ProblemBanner
          tone="warn"
          place="below"
          heading="Sei davvero il capo settore?"
          lines={[
            'Chi ha questo ruolo approva i testi e firma il report. Resta scritto, e lo vedono tutte le postazioni.',
          ]}
        />
      )}
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
      <Button kind="main" size="large" className="welcome-go" onClick={() => void begin()}>
        {isSure ? 'Sì, sono il capo settore' : 'Comincia a lavorare'}
      </Button>
    </div>
  );
}
