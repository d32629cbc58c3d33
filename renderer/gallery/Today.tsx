import { Button, Chip, Panes, ScreenHead, type TodoGroup, TodoList } from '#renderer/ui/index.ts';

const nothing = () => {};
const GROUPS: readonly TodoGroup[] = [
  {
    id: 'you',
    title: 'Poi tocca a te',
    rows: [
      {
        id: 'r1',
        sign: 'uncertain',
        verb: 'Chiarisci l’invio:',
        thing: 'mercato spostato in piazza Alpini',
        office: 'Commercio',
        flag: <Chip tone="warn">invio incerto</Chip>,
        due: 'da ieri alle 17:20',
      },
      {
        id: 'r2',
        sign: 'todo',
        verb: 'Prendi in carico:',
        thing: 'tre avvisi di dicembre',
        office: 'Biblioteca',
        flag: <Chip>3 richieste, 1 decisa</Chip>,
        due: 'oggi alle 17:30',
      },
      {
        id: 'r3',
        sign: 'todo',
        verb: 'Chiedi il link mancante:',
        thing: 'saldo dell’Imu',
        office: 'Tributi',
        flag: (
          <Chip tone="warn" sign="warning">
            manca il link
          </Chip>
        ),
        due: 'oggi alle 17:30',
      },
      {
        id: 'r4',
        sign: 'todo',
        verb: 'Regolarizza l’emergenza:',
        thing: 'allerta meteo di ieri sera',
        office: 'Protezione civile',
        flag: <Chip tone="bad">emergenza</Chip>,
        due: 'oggi alle 17:30',
      },
    ],
  },
  {
    id: 'others',
    title: 'In attesa di altri',
    aside: (
      <button type="button" className="link">
        Apri la coda
      </button>
    ),
    rows: [
      {
        id: 'w1',
        sign: 'queued',
        verb: 'Ornella Vidal approva',
        thing: '3 testi, il più vecchio di ieri alle 16:40',
        office: 'Capo settore',
        due: 'oggi alle 17:30',
      },
      {
        id: 'w2',
        sign: 'paused',
        verb: 'Ambiente conferma la data:',
        thing: 'raccolta del verde',
        office: 'Ambiente',
        flag: <Chip sign="paused">tempo sospeso</Chip>,
        due: 'da ieri alle 10:15',
      },
    ],
  },
];

const aside = (
  <div className="gallery-aside">
    <h2>A chi tocca oggi</h2>
    <p>
      Presa in carico: <b className="strong">Marta Bellin</b> <Chip tone="info">sei tu</Chip>
    </p>
  </div>
);

/** 01-oggi: to-do rows, the one large button. */
export function Today() {
  const list = (
    <>
      <section className="gallery-hero">
        <div className="grow">
          <p className="small muted">Da fare adesso</p>
          <h2>Prendi in carico: chiusura di via dei Tigli</h2>
          <p className="row">
            <Chip tone="bad" sign="error">
              urgente, richiesto per domani
            </Chip>
            <span className="muted">Lavori pubblici, arrivata alle 08:05. Scade oggi alle 17:30.</span>
          </p>
        </div>
        <Button kind="main" size="large" keys="Enter">
          Apri la richiesta
        </Button>
      </section>
      <TodoList groups={GROUPS} onOpen={nothing} />
    </>
  );
  return (
    <>
      <ScreenHead
        title="Martedì 24 novembre 2026"
        sentence="Oggi la presa in carico tocca a te. Il servizio chiude alle 17:30."
      >
        <Button icon="plus">Scrivi una richiesta</Button>
        <Button icon="refresh" keys="F9">
          Controlla la casella
        </Button>
      </ScreenHead>
      <Panes
        panes={[
          { id: 'tasks', label: 'Da fare', content: list },
          { id: 'state', label: 'Situazione', width: 356, sunken: true, content: aside },
        ]}
      />
    </>
  );
}
