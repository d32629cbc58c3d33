import { useRef, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Field, onEnter, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { useKeptText } from '#renderer/writing/keptText.ts';
import { profileFieldSchemas } from '#shared/people/profile/profile.ts';

const isAddress = (address: string): boolean => profileFieldSchemas.mayor.safeParse(address).success;
const WHOLE = 'Scrivi l’indirizzo e-mail completo, con la chiocciola.';

/** The two addresses of the alternative way (P32), and the folder from which notices leave (P33). */
export function AddressesForm({ onDone }: { readonly onDone: () => void }) {
  const { contractor, mayor } = useSession().profile;
  const save = useAct('people.setTown');
  const choose = useAct('service.chooseFolder');
  const [company, setCompany, forgetCompany] = useKeptText('Indirizzo della ditta', contractor.address ?? '');
  const [copy, setCopy, forgetCopy] = useKeptText('Indirizzo del sindaco', mayor ?? '');
  const [asked, setAsked] = useState(false);
  const fields = { company: useRef<HTMLInputElement>(null), copy: useRef<HTMLInputElement>(null) };
  const wrong = {
    company: isAddress(company.trim()) ? undefined : WHOLE,
    copy: isAddress(copy.trim()) ? undefined : WHOLE,
  };
  if (contractor.address !== null && mayor !== null) {
    return (
      <>
        <p>
          Con il registro condiviso un avviso parte solo da una postazione con la sua cartella: scegli quella delle
          consegne alla ditta, oppure salta se gli avvisi partono da un’altra postazione.
        </p>
        {choose.problem && <ProblemBanner {...problemOf(choose.problem)} />}
        <Button kind="main" icon="folder" onClick={() => void (choose.busy || choose.run({ which: 'deliveries' }))}>
          Scegli la cartella delle consegne…
        </Button>
      </>
    );
  }
  const run = async () => {
    setAsked(true);
    const [first] = (['company', 'copy'] as const).filter((one) => wrong[one]);
    if (first) fields[first].current?.focus();
    if (first || save.busy) return;
    const changes = [
      { field: 'contractor' as const, value: { ...contractor, address: company.trim() } },
      { field: 'mayor' as const, value: copy.trim() },
    ];
    if (!(await save.run({ changes })).ok) return;
    forgetCompany();
    forgetCopy();
    onDone();
  };
  const onKeyDown = onEnter(() => void run());
  return (
    <>
      <div className="begin-fields">
        <Field
          ref={fields.company}
          label={`E-mail della ditta${contractor.name === '' ? '' : ` (${contractor.name})`}`}
          type="email"
          value={company}
          onChange={setCompany}
          onKeyDown={onKeyDown}
          error={asked ? wrong.company : undefined}
        />
        <Field
          ref={fields.copy}
          label="E-mail del sindaco, in copia"
          type="email"
          value={copy}
          onChange={setCopy}
          onKeyDown={onKeyDown}
          error={asked ? wrong.copy : undefined}
        />
      </div>
      {save.problem && <ProblemBanner {...problemOf(save.problem)} />}
      <Button kind="main" onClick={() => void run()}>
        Salva i due indirizzi
      </Button>
    </>
  );
}
