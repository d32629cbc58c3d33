import { useState } from 'react';
import {
  ActionBar,
  Button,
  Chip,
  Field,
  FreshItems,
  ListBox,
  type ListGroup,
  ListRow,
  PaneBody,
  Panes,
  ScreenHead,
  Tabs,
} from '#renderer/ui/index.ts';

const nothing = () => {};
const GROUPS: readonly ListGroup[] = [
  {
    id: 'urgent',
    title: 'Urgenti',
    sign: 'error',
    options: [
      {
        id: 'tigli',
        content: (
          <ListRow
            sign="todo"
            title="Chiusura di via dei Tigli"
            when="oggi 08:05"
            detail="Lavori pubblici, Renato Sartor"
            flags={<Chip tone="bad">per domani</Chip>}
          />
        ),
      },
    ],
  },
  {
    id: 'today',
    title: 'Scadono oggi alle 17:30',
    options: [
      {
        id: 'dicembre',
        content: (
          <ListRow
            sign="todo"
            title="Tre avvisi WhatsApp per dicembre"
            when="ieri 11:04"
            detail="Biblioteca, Giulia Ferrante"
            flags={
              <>
                <Chip>3 richieste</Chip>
                <Chip>1 decisa</Chip>
              </>
            }
          />
        ),
      },
      {
        id: 'imu',
        content: (
          <ListRow
            sign="todo"
            title="Saldo Imu: promemoria"
            when="ieri 15:22"
            detail="Tributi, Dario Pozzan"
            flags={<Chip tone="warn">manca il link</Chip>}
          />
        ),
      },
    ],
  },
  {
    id: 'verify',
    title: 'Da verificare',
    options: [{ id: 'fiera', content: <ListRow sign="unverified" title="Fiera di Santa Lucia" when="ieri 18:31" /> }],
  },
];

/** 02-richieste: tabs, list with groups, preview with its actions. */
export function Requests() {
  const [selected, setSelected] = useState('dicembre');
  const [tab, setTab] = useState<'open' | 'waiting' | 'decided'>('open');
  const [filter, setFilter] = useState('');
  const list = (
    <Tabs
      label="Richieste per stato"
      tabs={[
        { id: 'open', label: 'Aperte', count: 8 },
        { id: 'waiting', label: 'In attesa', count: 2 },
        { id: 'decided', label: 'Decise' },
      ]}
      selected={tab}
      onSelect={setTab}
    >
      <FreshItems count={2} onShow={nothing} />
      <ListBox label="Richieste da prendere" groups={GROUPS} selected={selected} onSelect={setSelected} />
    </Tabs>
  );
  const preview = (
    <>
      <PaneBody label="Testo della e-mail">
        <h2 className="gallery-title">Tre avvisi WhatsApp per dicembre</h2>
        <p className="gallery-mail">
          {`Buongiorno,\nchiediamo l’invio di tre avvisi.\n\n1) Chiusura per inventario. La biblioteca resterà chiusa da lunedì 30 novembre a mercoledì 2 dicembre.`}
        </p>
      </PaneBody>
      <ActionBar
        lead
        main={{ label: 'Apri e prendi in carico', keys: 'Enter', onRun: nothing }}
        actions={[
          { label: 'Chiedi quello che manca', icon: 'reply', keys: 'Control+R', onRun: nothing },
          { label: 'Metti in attesa', icon: 'pause', onRun: nothing },
          { label: 'Non è una richiesta', kind: 'quiet', onRun: nothing },
        ]}
      />
    </>
  );
  return (
    <>
      <ScreenHead title="Richieste">
        <div className="gallery-filter">
          <Field
            label="Filtra per testo, ufficio, link"
            placeholder="Filtra per testo, ufficio, link"
            hideLabel
            type="search"
            icon="search"
            keys="/"
            value={filter}
            onChange={setFilter}
          />
        </div>
        <Button icon="plus">Scrivi una richiesta</Button>
        <Button icon="refresh" keys="F9">
          Controlla la casella
        </Button>
      </ScreenHead>
      <Panes
        panes={[
          { id: 'list', label: 'Elenco', width: 500, content: list },
          { id: 'preview', label: 'Anteprima', content: preview },
        ]}
      />
    </>
  );
}
