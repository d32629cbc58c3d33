import './welcome.css';
import { useEffect, useRef, useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { PersonDialog } from '#renderer/people/PersonDialog.tsx';
import { useSession } from '#renderer/session.tsx';
import { Button, isFocusFree, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { personOfAccount } from '#shared/people/roster.ts';
import { BeginForm } from './BeginForm.tsx';
import { ExampleProgress } from './ExampleProgress.tsx';
import { WelcomeShare } from './WelcomeShare.tsx';

/** The first screen when the app does not know who is there: begin to work, or try with invented data (P6, P64). */
export function WelcomeScreen() {
  const session = useSession();
  const share = useAnswer('service.sharing', {}).value;
  const openExample = useAct('core.openExample');
  const [choosing, setChoosing] = useState(false);
  const [isNew, setNew] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const choice = useRef<HTMLButtonElement>(null);
  const { people, profile, training, account } = session;
  const known = people.length > 0;
  const isForm = !known || isNew;
  const step = training || !share ? '' : '2. ';
  useEffect(() => {
    if (isFocusFree()) (isForm ? first : choice).current?.focus();
  }, [isForm]);
  return (
    <div className="welcome">
      <header className="bar">
        <div className="bar-brand">
          <b>Avvisi PuntoSi</b>
          <span>{profile.municipality}</span>
        </div>
      </header>
      <main className="welcome-main" id="contenuto">
        <div className="welcome-head">
          <h1>{known ? 'Chi è alla postazione?' : 'Ti diamo il benvenuto in Avvisi PuntoSi'}</h1>
          <p className="muted">
            Gli avvisi del {profile.municipality} su WhatsApp: dalla richiesta dell’ufficio
            {profile.mailbox === null ? '' : `, che arriva a ${profile.mailbox},`} al report di ogni due mesi.
          </p>
        </div>
        {!training && share && (
          <div inert={openExample.busy}>
            <WelcomeShare share={share} />
          </div>
        )}
        <div className="welcome-ways">
          <section aria-labelledby="welcome-begin" inert={openExample.busy}>
            <h2 id="welcome-begin">{`${step}Di’ chi sei`}</h2>
            {known && (
              <div className="welcome-known">
                <p>L’app conosce già {people.map(({ name }) => name).join(', ')}.</p>
                <Button ref={choice} kind={isNew ? 'plain' : 'main'} icon="person" onClick={() => setChoosing(true)}>
                  Scegli il tuo nome…
                </Button>
                {!isNew && (
                  <Button kind="quiet" onClick={() => setNew(true)}>
                    Il mio nome non c’è
                  </Button>
                )}
              </div>
            )}
            {isForm && (
              <>
                <p className="muted">
                  Ogni atto resta registrato con il nome di chi lo fa. Le altre persone si aggiungono dopo, nelle
                  Impostazioni.
                </p>
                <BeginForm first={first} onTyped={() => setNew(true)} />
              </>
            )}
          </section>
          {!training && (
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
      </main>
      {choosing && (
        <PersonDialog
          people={people}
          current={null}
          account={personOfAccount({ people }, account) ? undefined : account}
          onSettings={() => setChoosing(false)}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
