import { useId, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, CheckField, Dialog, Field, ProblemBanner, problemOf, Sign, useToast } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import { type Person, personSchema, ROLES, type Role } from '#shared/people/person.ts';

export interface SettingsPersonDialogProps {
  /** Null to add somebody. */
  readonly person: Person | null;
  /** Goes on to take the person out of the group. */
  readonly onRetire?: (() => void) | undefined;
  readonly onClose: () => void;
}

const DUTIES: Readonly<Record<Role, string>> = {
  operatore: 'prende in carico e riscrive',
  'capo settore': 'approva e firma il report',
  contabilità: 'legge i report',
  'gruppo operativo': 'verifica gli avvisi nel gruppo',
};

const TOLD = 'Resta scritto chi l’ha fatto, e lo vedono tutte le postazioni e il capo settore, in Oggi.';
/** Giving or taking the role of the head is asked twice (P1). */
const HEAD_CHANGES = {
  given: {
    question: 'Dare davvero il ruolo di capo settore?',
    meaning: 'Chi ce l’ha approva i testi e firma il report.',
    action: 'Sì, è capo settore',
  },
  taken: {
    question: 'Togliere davvero il ruolo di capo settore?',
    meaning: 'Da adesso non può più approvare testi.',
    action: 'Sì, togli il ruolo',
  },
} as const;

/** Adds a person or changes one: name, e-mail, roles, system accounts (P1, P6). */
export function SettingsPersonDialog({ person, onRetire, onClose }: SettingsPersonDialogProps) {
  const setPerson = useAct('people.setPerson');
  const show = useToast();
  const id = useId();
  const [name, setName] = useState(person?.name ?? '');
  const [address, setAddress] = useState(person?.address ?? '');
  const [roles, setRoles] = useState<readonly Role[]>(person?.roles ?? []);
  const [accounts, setAccounts] = useState(person?.accounts.join(', ') ?? '');
  const [isSure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const missing = {
    name: name.trim() === '' ? 'Scrivi nome e cognome.' : undefined,
    address: personSchema.shape.address.safeParse(address.trim()).success
      ? undefined
      : 'Scrivi l’indirizzo e-mail completo, con la chiocciola.',
    roles: roles.length === 0 ? 'Indica almeno un ruolo.' : undefined,
  };
  const wasHead = person?.roles.includes('capo settore') ?? false;
  const isHead = roles.includes('capo settore');
  const headChange = isHead === wasHead ? undefined : isHead ? 'given' : 'taken';
  const save = async () => {
    setAsked(true);
    if (missing.name || missing.address || missing.roles || setPerson.busy) return;
    if (headChange && !isSure) {
      setSure(true);
      return;
    }
    const reply = await setPerson.run({
      id: person?.id ?? null,
      name: name.trim(),
      address: address.trim(),
      roles: [...roles],
      accounts: accounts
        .split(',')
        .map((account) => account.trim())
        .filter((account) => account !== ''),
    });
    if (!reply.ok) return;
    onClose();
    show({ text: person ? `Dati di ${name.trim()} salvati.` : `${name.trim()} è nell’elenco.` });
  };
  return (
    <Dialog
      title={person ? `Cambia i dati di ${person.name}` : 'Aggiungi una persona'}
      icon="person"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          {onRetire && <Button onClick={onRetire}>Togli dal gruppo…</Button>}
          <Button kind="main" keys="Control+Enter" onClick={() => void save()}>
            {isSure && headChange ? HEAD_CHANGES[headChange].action : person ? 'Salva i dati' : 'Aggiungi'}
          </Button>
        </>
      }
    >
      <Field label="Nome e cognome" value={name} onChange={setName} error={asked ? missing.name : undefined} />
      <Field
        label="E-mail di lavoro"
        type="email"
        value={address}
        onChange={setAddress}
        error={asked ? missing.address : undefined}
      />
      <fieldset aria-describedby={asked && missing.roles ? `${id}-roles` : undefined}>
        <legend className="field-label">Ruoli</legend>
        {ROLES.map((role) => (
          <CheckField
            key={role}
            label={capitalised(role)}
            note={DUTIES[role]}
            checked={roles.includes(role)}
            onChange={(checked) => {
              setSure(false);
              setRoles(checked ? [...roles, role] : roles.filter((one) => one !== role));
            }}
          />
        ))}
        {asked && missing.roles && (
          <p className="field-error" id={`${id}-roles`}>
            <Sign name="error" size={14} />
            {missing.roles}
          </p>
        )}
      </fieldset>
      <Field
        label="Account del computer"
        value={accounts}
        onChange={setAccounts}
        hint="Il nome con cui entra nel computer: l’app si apre già con il suo nome. Più di uno, separati da virgola."
      />
      {isSure && headChange && (
        <ProblemBanner heading={HEAD_CHANGES[headChange].question} lines={[HEAD_CHANGES[headChange].meaning, TOLD]} />
      )}
      {setPerson.problem && <ProblemBanner {...problemOf(setPerson.problem)} />}
    </Dialog>
  );
}
