import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  DayField,
  Dialog,
  Field,
  ProblemBanner,
  problemOf,
  SegmentedChoice,
  TextArea,
  TimeField,
  useToast,
} from '#renderer/ui/index.ts';
import { useKeptText } from '#renderer/writing/keptText.ts';
import type { Day, Time } from '#shared/kernel/day.ts';
import type { Correction } from '#shared/requests/facts.ts';
import { ToldFields, useTold } from './ToldFields.tsx';

export interface CorrectionDialogProps {
  /** The request that its office corrects. */
  readonly id: string;
  readonly onClose: () => void;
}

const WAYS = [
  { value: 'telefono', label: 'Per telefono' },
  { value: 'di persona', label: 'Di persona' },
] as const satisfies readonly { value: Correction['told']['way']; label: string }[];

/** Notes what the office corrected by word of mouth, with who said it and when (P18): nothing of it leaves until it is taken over. */
export function CorrectionDialog({ id, onClose }: CorrectionDialogProps) {
  const { today } = useSession();
  const tell = useAct('requests.tellCorrection');
  const toast = useToast();
  const [way, setWay] = useState<Correction['told']['way']>('telefono');
  const { told, setTold, said } = useTold();
  const [day, setDay] = useState<Day | ''>('');
  const [time, setTime] = useState<Time | ''>('');
  const [link, setLink, forgetLink] = useKeptText(`Correzione, link ${id}`);
  const [note, setNote, forgetNote] = useKeptText(`Correzione, testo ${id}`);
  const [asked, setAsked] = useState(false);
  const isEmpty = day === '' && link.trim() === '' && note.trim() === '';
  const isHourAlone = day === '' && time !== '';
  const keep = async () => {
    setAsked(true);
    if (tell.busy || said === undefined || isEmpty || isHourAlone) return;
    const says = { sendDate: day || null, sendTime: time || null, link: link.trim() || null, text: null };
    const reply = await tell.run({ id, told: { ...said, way }, says, note: note.trim() });
    if (!reply.ok) return;
    forgetLink();
    forgetNote();
    onClose();
    toast({ text: 'Correzione scritta: niente parte finché qualcuno non la riprende o la lascia da parte.' });
  };
  return (
    <Dialog
      title="Correzione dell’ufficio"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void keep()}>
            Scrivi la correzione
          </Button>
        </>
      }
    >
      <p>Quello che l’ufficio ha detto a voce. Ferma l’invio, come una risposta che nessuno ha ancora letto.</p>
      <SegmentedChoice legend="Come l’ha detto l’ufficio" size="normal" options={WAYS} value={way} onChange={setWay} />
      <ToldFields
        value={told}
        onChange={setTold}
        asked={asked}
        missing="Scrivi il nome di chi ha chiesto la correzione."
      />
      <div className="field-pair">
        <DayField
          label="Nuovo giorno di invio"
          today={today}
          value={day}
          onChange={setDay}
          error={asked && isHourAlone ? 'Indica anche il giorno.' : undefined}
        />
        <TimeField label="alle ore" value={time} onChange={setTime} />
      </div>
      <Field
        label="Nuovo link alla notizia"
        icon="link"
        inputMode="url"
        maxLength={2_000}
        value={link}
        onChange={setLink}
      />
      <TextArea
        label="Che cosa cambia nel testo"
        rows={3}
        maxLength={2_000}
        value={note}
        onChange={setNote}
        error={asked && isEmpty ? 'Scrivi che cosa cambia: il giorno, il link o il testo.' : undefined}
      />
      {tell.problem && <ProblemBanner {...problemOf(tell.problem)} />}
    </Dialog>
  );
}
