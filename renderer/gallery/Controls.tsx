import { useState } from 'react';
import { ICONS, type IconName } from '#renderer/ui/iconShapes.ts';
import {
  Button,
  CheckField,
  Chip,
  Count,
  DayField,
  Field,
  FilterChip,
  Icon,
  Kbd,
  Meter,
  MomentOffers,
  ScreenHead,
  SegmentedChoice,
  SelectField,
  ServiceDays,
  Sign,
  signWord,
  TextArea,
  useToast,
} from '#renderer/ui/index.ts';
import { SIGNS, type SignName } from '#renderer/ui/signShapes.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { checkMoment } from '#shared/kernel/sendingMoment.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as Key[];
const nothing = () => {};
const TONES = ['warn', 'bad', 'info', 'idle'] as const;

function Buttons() {
  const show = useToast();
  const undo = { label: 'Annulla', keys: 'Control+Z', run: nothing };
  return (
    <section className="gallery-part" aria-label="Pulsanti">
      {(['main', 'plain', 'quiet', 'danger'] as const).map((kind) => (
        <p key={kind} className="row">
          <Button kind={kind}>Inoltra</Button>
          <Button kind={kind} keys="Control+Enter" icon="copy">
            Inoltra al capo settore
          </Button>
          <Button kind={kind} size="small">
            Correggi
          </Button>
          <Button kind={kind} size="large">
            Apri la richiesta
          </Button>
          <Button kind={kind} disabled>
            Spento
          </Button>
          <Button kind={kind} icon="close" label="Chiudi" />
        </p>
      ))}
      <p className="row">
        <Button onClick={() => show({ text: 'Inoltrata a Ornella Vidal.', action: undo })}>Mostra l’esito</Button>
        <Kbd keys="Control+Shift+D" />
        <Count>8</Count>
      </p>
    </section>
  );
}

const SATURDAY = { day: '2026-12-12', time: null };
const closed = checkMoment(valdombra.calendar, SATURDAY, { now: '2026-11-24T09:00:00.000Z', event: null });

function Fields() {
  const [day, setDay] = useState('2026-12-12');
  const [size, setSize] = useState('media');
  const [checked, setChecked] = useState(true);
  return (
    <section className="gallery-part gallery-fields" aria-label="Campi">
      <Field label="Titolo" value="Forma passiva" onChange={nothing} />
      <Field label="Chi autorizza" error="Scrivi chi autorizza l’emergenza." value="" onChange={nothing} />
      <ServiceDays value={valdombra.calendar}>
        <DayField label="Data richiesta" today="2026-11-24" value={day} onChange={setDay} />
      </ServiceDays>
      <MomentOffers check={closed} wanted={SATURDAY} today="2026-11-24" onChoose={nothing} />
      <Field label="Ufficio" readOnly value="Biblioteca" onChange={nothing} hint="Lo decide la e-mail." />
      <SelectField
        label="Categoria"
        placeholder="Scegli"
        options={[{ value: 'eventi', label: 'Eventi' }]}
        value=""
        onChange={nothing}
      />
      <TextArea label="Perché, in una frase" value="Con il soggetto si capisce chi fa che cosa." onChange={nothing} />
      <SegmentedChoice
        legend="Gravità"
        options={[
          { value: 'alta', label: 'Errore', sign: 'error' },
          { value: 'media', label: 'Avviso', sign: 'warning' },
          { value: 'bassa', label: 'Suggerimento', sign: 'suggestion' },
        ]}
        value={size}
        onChange={setSize}
      />
      <CheckField label="Inviato" note="26" checked={checked} onChange={setChecked} />
      <CheckField label="Incerto" note="1" checked={!checked} onChange={(on) => setChecked(!on)} />
      <Meter label="Leggibilità" value={78} max={100} text="Leggibilità 78, facile" />
    </section>
  );
}

/** Every control and sign in its states. */
export function Controls() {
  return (
    <>
      <ScreenHead title="Componenti" sentence="Ogni componente nei suoi stati." />
      <div className="gallery-sheet">
        <Buttons />
        <Fields />
        <section className="gallery-part" aria-label="Etichette">
          <p className="row">
            <Chip truth={confirmed({ word: 'stato ok', evidence: 'Confermato da Marta Bellin.' })} />
            {TONES.map((tone) => (
              <Chip key={tone} tone={tone} sign="queued">
                stato {tone}
              </Chip>
            ))}
            <FilterChip text="stato: inviato o incerto" onRemove={nothing} />
          </p>
          <ul className="gallery-signs">
            {keysOf<SignName>(SIGNS).map((name) => (
              <li key={name} className="row">
                <Sign name={name} />
                {signWord(name)}
              </li>
            ))}
          </ul>
          <p className="gallery-icons">
            {keysOf<IconName>(ICONS).map((name) => (
              <Icon key={name} name={name} size={20} />
            ))}
          </p>
        </section>
      </div>
    </>
  );
}
