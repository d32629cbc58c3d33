import { useState } from 'react';
import { ActionBar, Button, Chip, Panes, ScreenHead, Sign } from '#renderer/ui/index.ts';
import { DATA, EMAIL, Preview, Text } from './RequestPanes.tsx';

const nothing = () => {};

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
          { id: 'email', label: 'E-mail', width: 286, folds: true, content: EMAIL },
          { id: 'data', label: 'Dati e controlli', width: 272, content: DATA },
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
