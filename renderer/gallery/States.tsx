import type { ReactNode } from 'react';
import {
  Button,
  EmptyState,
  Loading,
  ProblemBanner,
  problemOf,
  ReadOnlyNotice,
  ScreenHead,
  Toast,
} from '#renderer/ui/index.ts';

const nothing = () => {};

function Cell({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="gallery-cell" aria-label={title}>
      <p className="list-group">{title}</p>
      {children}
    </section>
  );
}

const mailbox = problemOf({
  code: 'mailbox-unreachable',
  what: 'Non riesco a leggere la casella.',
  why: 'Il server di posta ha rifiutato la password alle 09:30. Forse è stata cambiata.',
  remedy: 'Inserisci la password nuova. Le richieste già aperte restano qui.',
});

/** 12-stati: empty, loading, problem, offline, read-only, done. */
export function States() {
  return (
    <>
      <ScreenHead title="Stati di una schermata" />
      <div className="gallery-states">
        <Cell title="Vuoto">
          <EmptyState
            title="Nessuna richiesta aperta"
            lines={[
              'Casella letta alle 09:30, nessuna e-mail nuova.',
              'Il prossimo controllo è a fine servizio, dalle 17:00.',
            ]}
            actions={
              <>
                <Button icon="refresh" keys="F9">
                  Controlla adesso
                </Button>
                <Button>Scrivi una richiesta</Button>
              </>
            }
          />
        </Cell>
        <Cell title="Caricamento, dopo mezzo secondo">
          <Loading label="Leggo il registro" done={1240} total={1604} rows={2} />
        </Cell>
        <Cell title="Problema: che cosa, perché, che cosa fare">
          <ProblemBanner
            {...mailbox}
            place="below"
            actions={
              <>
                <Button size="small">Inserisci la password</Button>
                <Button size="small" kind="quiet">
                  Copia i dettagli
                </Button>
              </>
            }
          />
          <ProblemBanner
            tone="warn"
            place="below"
            heading="Un file del registro è rovinato, l’ho messo da parte"
            lines={[
              'Si chiama sportello2-0041, ha 3 fatti. Gli altri 1.604 avvisi sono a posto.',
              'Chiedi allo sportello 2 di aprire l’app: lo pubblica di nuovo.',
            ]}
            actions={<Button size="small">Apri la diagnostica</Button>}
          />
        </Cell>
        <Cell title="Rete non disponibile">
          <ProblemBanner
            tone="idle"
            icon="offline"
            place="below"
            heading="Rete non disponibile dalle 09:32"
            lines={[
              'Puoi continuare: leggi, riscrivi e approva. Tutto è salvato su questo computer.',
              'Posta, link e condivisione ripartono da soli. In attesa: 1 e-mail, 3 modifiche.',
            ]}
            actions={<Button size="small">Riprova ora</Button>}
          />
        </Cell>
        <Cell title="Sola lettura">
          <ReadOnlyNotice
            heading="Questa richiesta è aperta allo sportello 2"
            lines={[
              'Luca Zennaro la sta modificando dalle 09:18. Puoi leggerla, non cambiarla.',
              'Se Luca non è al suo posto puoi prenderla tu: il suo testo resta salvato.',
            ]}
            actions={<Button size="small">Prendila tu…</Button>}
          />
        </Cell>
        <Cell title="Riuscito, con annulla per 10 secondi">
          <div className="gallery-toasts">
            <Toast
              text="Inoltrata a Ornella Vidal."
              action={{ label: 'Annulla', keys: 'Control+Z', run: nothing }}
              onClose={nothing}
            />
          </div>
        </Cell>
      </div>
    </>
  );
}
