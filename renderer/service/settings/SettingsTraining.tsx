import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { ExampleProgress } from '#renderer/service/welcome/ExampleProgress.tsx';
import { useSession } from '#renderer/session.tsx';
import { Button, Dialog, PaneBody, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import type { Input } from '#shared/ipc/contract.ts';

type Wanted = Input<'core.openExample'>;

const TOWNS = [
  {
    town: 'invented',
    heading: 'Il Comune inventato',
    words:
      'Due mesi di richieste, testi e invii, il report da firmare, e un esempio di ogni situazione: un invio incerto, uno rifiutato, un’emergenza da regolarizzare.',
    anew: 'Quello che hai provato nel Comune inventato si perde.',
  },
  {
    town: 'own',
    heading: 'Una copia del tuo Comune',
    words: 'I tuoi dati del Comune e le tue persone, con alcune e-mail inventate da trattare oggi.',
    anew: 'Quello che hai provato sulla copia del tuo Comune si perde; i dati veri restano come sono.',
  },
] as const;

/** Where one goes into training, any day, and begins it again (P64). */
export function SettingsTraining() {
  const { training } = useSession();
  const open = useAct('core.openExample');
  const [anew, setAnew] = useState<(typeof TOWNS)[number]>();
  const go = (wanted: Wanted) => void (open.busy || open.run(wanted));
  return (
    <PaneBody>
      <p className="muted">
        In addestramento niente esce da questo computer e i dati veri non si toccano: quello che l’app scrive resta
        nella cartella dell’addestramento e ne porta il segno.
      </p>
      {open.problem && <ProblemBanner {...problemOf(open.problem)} />}
      {TOWNS.filter(({ town }) => town === 'invented' || !training).map((one) => (
        <section key={one.town} aria-label={one.heading} className="settings-training">
          <h2>{one.heading}</h2>
          <p>{one.words}</p>
          <div className="actions">
            {!training && <Button onClick={() => go({ town: one.town })}>Comincia o continua</Button>}
            <Button onClick={() => setAnew(one)}>Ricomincia da capo…</Button>
          </div>
        </section>
      ))}
      {open.busy && <ExampleProgress />}
      {anew && (
        <Dialog
          title={`Ricominciare da capo: ${anew.heading.toLowerCase()}`}
          onClose={() => setAnew(undefined)}
          footer={
            <>
              <Button onClick={() => setAnew(undefined)}>Lascia stare</Button>
              <Button
                kind="main"
                keys="Control+Enter"
                onClick={() => {
                  setAnew(undefined);
                  go({ town: anew.town, fresh: true });
                }}
              >
                Ricomincia da capo
              </Button>
            </>
          }
        >
          <p>{anew.anew}</p>
        </Dialog>
      )}
    </PaneBody>
  );
}
