import { useState } from 'react';
import {
  ActionBar,
  Button,
  Chip,
  Differences,
  Field,
  Meter,
  PaneBody,
  PaneHeader,
  Panes,
  ScreenHead,
  SegmentedChoice,
  SelectField,
  Sign,
  WhatsAppPreview,
} from '../index.ts';
import { MESSAGE } from './message.ts';

const nothing = () => {};

const email = (
  <>
    <PaneHeader title="E-mail">
      <Button kind="quiet" size="small" icon="split">
        Dividi
      </Button>
      <Button kind="quiet" size="small" icon="merge">
        Unisci
      </Button>
    </PaneHeader>
    <PaneBody label="Testo della e-mail">
      <p className="gallery-mail">{'Buongiorno,\nchiediamo l’invio di tre avvisi.'}</p>
    </PaneBody>
  </>
);

const data = (
  <>
    <PaneHeader title="Dati da confermare" note="4 di 5" />
    <div className="pane-body gallery-fields">
      <Field
        label="Data richiesta"
        source="dalla e-mail"
        icon="calendar"
        sign="done"
        signLabel="confermata"
        value="venerdì 4 dicembre 2026"
        onChange={nothing}
      />
      <Field
        label="Notizia sul sito"
        source="dalla e-mail"
        icon="link"
        sign="done"
        signLabel="confermata"
        hint="Raggiungibile alle 09:10: «Laboratori di Natale»"
        value="/novita/laboratori-natale"
        onChange={nothing}
      />
      <SelectField
        label="Categoria"
        source="proposto"
        sign="todo"
        signLabel="da confermare"
        options={[{ value: 'eventi', label: 'Eventi' }]}
        value="eventi"
        onChange={nothing}
      />
    </div>
  </>
);

function Text({ view, onView }: { readonly view: string; readonly onView: (view: string) => void }) {
  return (
    <>
      <PaneHeader>
        <SegmentedChoice
          legend="Versione"
          hideLegend
          options={['Chiesto', 'Riscritto', 'Differenze'].map((label) => ({ value: label, label }))}
          value={view}
          onChange={onView}
        />
        <span className="grow" />
        <Button kind="quiet" size="small" icon="bold" label="Grassetto" />
        <Button kind="quiet" size="small" icon="italic" label="Corsivo" />
        <Button kind="quiet" size="small" icon="undo" label="Annulla" />
        <Button size="small" icon="mail" className="only-compact">
          E-mail
        </Button>
        <Button size="small" icon="eye" className="only-compact">
          Anteprima
        </Button>
      </PaneHeader>
      <PaneBody label="Testo del messaggio">
        <Differences
          segments={[
            { kind: 'removed', text: 'Si avvisa la gentile utenza che la' },
            { kind: 'same', text: ' ' },
            { kind: 'added', text: 'La' },
            { kind: 'same', text: ' biblioteca propone laboratori per bambini ' },
            { kind: 'only', text: 'da 5 a 10 anni' },
            { kind: 'same', text: '.' },
          ]}
        />
        <p>
          <Meter label="Lunghezza" value={286} max={700} text="286 di 700" />
        </p>
      </PaneBody>
    </>
  );
}

/** 03-richiesta: four panes, fields with source and sign, action bar with what stands in the way. */
export function Request() {
  const [view, setView] = useState('Riscritto');
  return (
    <>
      <ScreenHead
        title="Laboratori di Natale"
        crumbs={[{ label: 'Richieste', onGo: nothing }, { label: 'Biblioteca' }]}
      >
        <Chip icon="clock">scade oggi alle 17:30</Chip>
        <Button size="small" icon="left" label="Richiesta precedente" />
        <Button size="small" icon="right" label="Richiesta successiva" />
      </ScreenHead>
      <Panes
        panes={[
          { id: 'email', label: 'E-mail', width: 286, folds: true, content: email },
          { id: 'data', label: 'Dati e controlli', width: 272, content: data },
          { id: 'text', label: 'Testo', content: <Text view={view} onView={setView} /> },
          { id: 'preview', label: 'Anteprima', width: 290, folds: true, content: <Preview /> },
        ]}
      />
      <ActionBar
        message={
          <>
            <Sign name="error" />
            <span className="text-bad strong">Prima di inoltrare correggi 2 errori.</span>
            <button type="button" className="link">
              Vai al primo
            </button>
          </>
        }
        actions={[
          { label: 'Non necessario', kind: 'quiet', onRun: nothing },
          { label: 'Metti in attesa', onRun: nothing },
          { label: 'Chiedi quello che manca', keys: 'Control+R', onRun: nothing },
        ]}
        main={{ label: 'Inoltra al capo settore', keys: 'Control+Enter', onRun: nothing }}
      />
    </>
  );
}

function Preview() {
  return (
    <>
      <PaneHeader title="Come lo vede il cittadino">
        <Button kind="quiet" size="small" icon="more" label="Opzioni dell’anteprima" />
      </PaneHeader>
      <WhatsAppPreview {...MESSAGE} />
    </>
  );
}
