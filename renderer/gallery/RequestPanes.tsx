import { WhatsAppPreview } from '#renderer/drafts/editor/WhatsAppPreview.tsx';
import {
  Button,
  Differences,
  Field,
  Meter,
  PaneBody,
  PaneHeader,
  SegmentedChoice,
  SelectField,
} from '#renderer/ui/index.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { MESSAGE } from './message.ts';

const PROVED = confirmed({ word: 'fatto', evidence: 'È un esempio.' });

const nothing = () => {};

/** The e-mail of the request. */
export const EMAIL = (
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

/** The data to confirm. */
export const DATA = (
  <>
    <PaneHeader title="Dati da confermare" note="4 di 5" />
    <div className="pane-body gallery-fields">
      <Field
        label="Data richiesta"
        source="dalla e-mail"
        icon="calendar"
        sign={PROVED}
        signLabel="confermata"
        value="venerdì 4 dicembre 2026"
        onChange={nothing}
      />
      <Field
        label="Notizia sul sito"
        source="dalla e-mail"
        icon="link"
        sign={PROVED}
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

/** The text with its toolbar and differences. */
export function Text({ view, onView }: { readonly view: string; readonly onView: (view: string) => void }) {
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

/** The citizen’s telephone. */
export function Preview() {
  return (
    <>
      <PaneHeader title="Come lo vede il cittadino">
        <Button kind="quiet" size="small" icon="more" label="Opzioni dell’anteprima" />
      </PaneHeader>
      <WhatsAppPreview {...MESSAGE} />
    </>
  );
}
