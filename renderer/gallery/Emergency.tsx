import { useState } from 'react';
import {
  Button,
  Dialog,
  Field,
  ProblemBanner,
  SegmentedChoice,
  SelectField,
  Sign,
  TextArea,
} from '#renderer/ui/index.ts';
import { Today } from './Today.tsx';

const MODELS = ['Allerta meteo', 'Scuole chiuse', 'Strada chiusa', 'Rettifica', 'Vuoto'];

/** 13-emergenza: the one wide dialog, over Oggi. */
export function Emergency() {
  const [model, setModel] = useState('Allerta meteo');
  const [text, setText] = useState(
    'Allerta arancione per temporali\n\nDa mezzanotte alle 12 di mercoledì 25 novembre sono previsti temporali forti a [zone].\nResta in casa e non usare i sottopassi.',
  );
  const [reason, setReason] = useState('Bollettino della protezione civile delle 21:15');
  const close = () => {
    location.hash = 'oggi';
  };
  return (
    <>
      <Today />
      <Dialog
        title="Invia un’emergenza"
        icon="alert"
        tone="bad"
        width="wide"
        note="Oggi, 21:40. Funziona anche fuori dalla rete del Comune."
        onClose={close}
        footer={
          <>
            <Button keys="Escape" onClick={close}>
              Annulla
            </Button>
            <Button>Invia alla ditta per e-mail</Button>
            <Button kind="danger" icon="copy" keys="Control+Enter">
              Copia e apri WhatsApp
            </Button>
          </>
        }
      >
        <SegmentedChoice
          legend="Modello"
          size="normal"
          options={MODELS.map((label) => ({ value: label, label }))}
          value={model}
          onChange={setModel}
        />
        <TextArea
          label="Testo"
          source="204 caratteri"
          error="Completa [zone] prima di inviare."
          rows={6}
          value={text}
          onChange={setText}
        />
        <div className="gallery-two">
          <SelectField
            label="Chi autorizza"
            options={[{ value: 'sindaca', label: 'Teresa Marangon, sindaca' }]}
            value="sindaca"
            onChange={() => {}}
          />
          <Field label="Motivo" value={reason} onChange={setReason} />
        </div>
        <p className="row small">
          <Sign name="unverified" />
          Link non verificato: il sito non risponde
        </p>
        <ProblemBanner
          tone="warn"
          live="off"
          heading="Da regolarizzare"
          lines={['Entro mercoledì 25 alle 17:30. Lo trovi in Oggi.']}
        />
      </Dialog>
    </>
  );
}
