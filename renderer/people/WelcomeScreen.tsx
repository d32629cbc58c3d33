import './welcome.css';
import { type KeyboardEvent, useState } from 'react';
import type { Role } from '#shared/people/person.ts';
import type { Status } from '#shared/service/status.ts';
import { useAct } from '../api.ts';
import { Button, Field, ProblemBanner, problemOf, SegmentedChoice } from '../ui/index.ts';
import { ExampleProgress } from './ExampleProgress.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { WelcomeShare } from './WelcomeShare.tsx';

export interface WelcomeScreenProps {
  readonly status: Status;
}

const ROLE_OPTIONS = [
  { value: 'operatore', label: 'Operatore' },
  { value: 'capo settore', label: 'Capo settore' },
  { value: 'contabilità', label: 'Contabilità' },
] as const satisfies readonly { value: Role; label: string }[];
type WelcomeRole = (typeof ROLE_OPTIONS)[number]['value'];

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The form of who begins to work: name, e-mail, role (P6); from then on this desk acts with that name. */
function BeginForm() {
  const setPerson = useAct('people.setPerson');
  const actAs = useAct('people.actAs');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [role, setRole] = useState<WelcomeRole>('operatore');
  const [asked, setAsked] = useState(false);
  const missingName = name.trim() === '' ? 'Scrivi il tuo nome e cognome.' : undefined;
  const missingAddress = ADDRESS.test(address.trim())
    ? undefined
    : 'Scrivi il tuo indirizzo e-mail completo, con la chiocciola.';
  const begin = async () => {
    setAsked(true);
    if (missingName || missingAddress || setPerson.busy || actAs.busy) return;
    const person = { name: name.trim(), address: address.trim(), roles: [role], accounts: [] };
    const added = await setPerson.run({ id: null, ...person });
    // Where others are known already, as in a register that was joined, who is added does not sit down by itself.
    if (added.ok) await actAs.run({ id: added.value.id });
  };
  const problem = setPerson.problem ?? actAs.problem;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void begin();
  };
  return (
    <div className="welcome-form">
      <Field
        label="Nome e cognome"
        autoComplete="name"
        value={name}
        onChange={setName}
        onKeyDown={onKeyDown}
        error={asked ? missingName : undefined}
      />
      <Field
        label="E-mail di lavoro"
        type="email"
        autoComplete="email"
        value={address}
        onChange={setAddress}
        onKeyDown={onKeyDown}
        error={asked ? missingAddress : undefined}
      />
      <SegmentedChoice legend="Ruolo" options={ROLE_OPTIONS} value={role} onChange={setRole} size="normal" />
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
      <Button kind="main" size="large" className="welcome-go" onClick={() => void begin()}>
        Comincia a lavorare
      </Button>
    </div>
  );
}

/** The first screen when the app does not know who is there: begin to work, or try with invented data (P6, P64). */
export function WelcomeScreen({ status }: WelcomeScreenProps) {
  const openExample = useAct('service.openExample');
  const [choosing, setChoosing] = useState(false);
  const known = status.people.length > 0;
  return (
    <div className="welcome">
      <header className="bar">
        <div className="bar-brand">
          <b>Avvisi PuntoSi</b>
          <span>{status.profile.municipality}</span>
        </div>
      </header>
      <main className="welcome-main" id="contenuto">
        <div className="welcome-head">
          <h1>{known ? 'Chi è alla postazione?' : 'Ti diamo il benvenuto in Avvisi PuntoSi'}</h1>
          <p className="muted">
            Gli avvisi del Comune su WhatsApp: dalla richiesta dell’ufficio al report di ogni due mesi.
          </p>
        </div>
        {known && (
          <section className="welcome-known">
            <p>L’app conosce già {status.people.map(({ name }) => name).join(', ')}.</p>
            <Button icon="person" onClick={() => setChoosing(true)}>
              Scegli il tuo nome…
            </Button>
          </section>
        )}
        <div className="welcome-ways">
          <section aria-labelledby="welcome-begin">
            <h2 id="welcome-begin">{known ? 'Se il tuo nome non c’è' : 'Comincia a lavorare'}</h2>
            <p className="muted">
              Di’ chi sei: ogni atto resta registrato con il nome di chi lo fa. Le altre persone si aggiungono dopo,
              nelle Impostazioni.
            </p>
            <BeginForm />
          </section>
          {!status.training && (
            <section aria-labelledby="welcome-example">
              <h2 id="welcome-example">Prova con i dati di esempio</h2>
              <p className="muted">
                Un Comune inventato con due mesi di richieste, testi e invii. Niente esce da questo computer, e i tuoi
                dati restano separati.
              </p>
              {openExample.problem && <ProblemBanner place="below" {...problemOf(openExample.problem)} />}
              <Button size="large" onClick={() => void (openExample.busy || openExample.run({}))}>
                Prova con i dati di esempio
              </Button>
              {openExample.busy && <ExampleProgress />}
            </section>
          )}
        </div>
        {!status.training && <WelcomeShare share={status.share} />}
      </main>
      {choosing && (
        <PersonDialog
          people={status.people}
          current={null}
          onSettings={() => setChoosing(false)}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
