import { useState } from 'react';
import {
  Button,
  CheckField,
  DayField,
  Dialog,
  Field,
  ProblemBanner,
  problemOf,
  TextArea,
  TimeField,
} from '#renderer/ui/index.ts';
import { useForgetOnceDecided, useKeptText } from '#renderer/writing/keptText.ts';
import { type Instant, instantAt, romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { normaliseText } from '#shared/kernel/text.ts';
import type { JobRow } from '#shared/queue/views.ts';

/** What the person who confirms says about the sending. */
export interface Confirmation {
  /** Null when the text sent is the one that was queued. */
  readonly text: string | null;
  readonly recipients: number | null;
  /** Null = now. */
  readonly sentAt: Instant | null;
}

export interface QueueConfirmProps {
  readonly job: JobRow;
  readonly now: Instant;
  readonly problem: Problem | undefined;
  readonly onRun: (confirmation: Confirmation) => void;
  readonly onClose: () => void;
}

/** The recipients as a number, null when not known, undefined when it is no number. Points between thousands are read. */
function recipientsOf(written: string): number | null | undefined {
  const digits = written.replace(/[.\s]/g, '');
  if (digits === '') return null;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/** A person says that a notice was sent, to how many, and with which text (P33, P36). */
export function QueueConfirm({ job, now, problem, onRun, onClose }: QueueConfirmProps) {
  const { receipt, told } = job;
  const [written, setWritten] = useState(String(receipt?.recipients ?? told?.recipients ?? ''));
  const [changed, setChanged] = useState(receipt?.text != null);
  const [text, setText, forget] = useKeptText(`Testo inviato ${job.id}`, receipt?.text ?? job.notice.text);
  const { decide, leave } = useForgetOnceDecided(forget);
  const [asked, setAsked] = useState(false);
  const [moment, setMoment] = useState(romeOf(receipt?.at ?? told?.sentAt ?? now));
  const recipients = recipientsOf(written);
  const emptyText = changed && text.trim() === '';
  const run = () => {
    setAsked(true);
    if (recipients === undefined || emptyText || moment.day === '' || moment.time === '') return;
    decide();
    const isSame = !changed || normaliseText(text) === normaliseText(job.notice.text);
    const isNow = moment.day === romeOf(now).day && moment.time === romeOf(now).time;
    onRun({ recipients, text: isSame ? null : text, sentAt: isNow ? null : instantAt(moment.day, moment.time) });
  };
  const close = () => {
    leave();
    onClose();
  };
  return (
    <Dialog
      title="Conferma l’invio"
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={run}>
            Registra l’invio
          </Button>
        </>
      }
    >
      <p>«{job.notice.title}» entra nel registro come inviato, con il tuo nome.</p>
      {receipt && <p className="muted">I dati vengono dalla ricevuta della ditta: controllali.</p>}
      {told && !receipt && (
        <p className="muted">
          La ditta ha scritto «{told.words}» L’ora e il numero vengono da lì, dove ci sono: controllali.
          {told.among > 1 && ' Può parlare anche di un altro invio: conferma solo quello giusto.'}
        </p>
      )}
      <Field
        label="Quante persone l’hanno ricevuto"
        inputMode="numeric"
        value={written}
        onChange={setWritten}
        hint="Se non si sa, lascia vuoto."
        error={asked && recipients === undefined ? 'Scrivi un numero, oppure lascia vuoto.' : undefined}
      />
      <div className="field-pair">
        <DayField
          label="Inviato il giorno"
          today={romeOf(now).day}
          past
          value={moment.day}
          onChange={(day) => setMoment({ ...moment, day })}
          error={asked && moment.day === '' ? 'Indica il giorno dell’invio.' : undefined}
        />
        <TimeField
          label="alle ore"
          value={moment.time}
          onChange={(time) => setMoment({ ...moment, time })}
          error={asked && moment.time === '' ? 'Indica l’ora dell’invio.' : undefined}
        />
      </div>
      <CheckField label="Il testo inviato è diverso da quello approvato" checked={changed} onChange={setChanged} />
      {changed && (
        <TextArea
          label="Testo inviato davvero"
          rows={8}
          value={text}
          onChange={setText}
          error={asked && emptyText ? 'Incolla il testo come è arrivato ai cittadini.' : undefined}
        />
      )}
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}
