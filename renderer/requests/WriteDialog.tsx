import { useState } from 'react';
import type { Day } from '#shared/kernel/day.ts';
import type { Profile } from '#shared/people/profile.ts';
import type { WrongNotice } from '#shared/register/views.ts';
import { findDates } from '#shared/requests/dates.ts';
import { useAct } from '../api.ts';
import { Button, Dialog, Field, ProblemBanner, problemOf, SelectField, TextArea } from '../ui/index.ts';

export interface WriteDialogProps {
  /** The wrong notice that the new one puts right: it begins with its words. */
  readonly wrong?: WrongNotice | undefined;
  readonly profile: Profile;
  readonly today: Day;
  /** The request is there, in charge of who typed it. */
  readonly onWritten: (id: string) => void;
  readonly onClose: () => void;
}

/** A request that did not come by e-mail (P10): by telephone, at the desk, or to put a notice right (P37); it opens as any other. */
export function WriteDialog({ wrong, profile, today, onWritten, onClose }: WriteDialogProps) {
  const { run, busy, problem } = useAct('requests.write');
  const [title, setTitle] = useState(wrong ? `Rettifica: ${wrong.title}` : '');
  const [text, setText] = useState(wrong?.text ?? '');
  const [date, setDate] = useState('');
  const [link, setLink] = useState(wrong?.link ?? '');
  const [office, setOffice] = useState(wrong?.office ?? '');
  const [asked, setAsked] = useState(false);
  const [when] = findDates(date, today);
  const wrongTitle = title.trim() === '' ? 'Scrivi di che cosa parla l’avviso.' : undefined;
  const wrongDate =
    date.trim() !== '' && !when
      ? 'Non capisco questa data: scrivi per esempio «4 dicembre», oppure lascia vuoto.'
      : undefined;
  const write = async () => {
    setAsked(true);
    if (wrongTitle || wrongDate || busy) return;
    const data = {
      sendDate: when?.date ?? null,
      sendTime: when?.time ?? null,
      link: link.trim() || null,
      office: office || null,
      category: null,
      reason: null,
    };
    const reply = await run({ title: title.trim(), text, data, corrects: wrong?.id ?? null });
    if (!reply.ok) return;
    onClose();
    onWritten(reply.value.id);
  };
  return (
    <Dialog
      title={wrong ? `Rettifica di ${wrong.number}` : 'Scrivi una richiesta'}
      icon="plus"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void write()}>
            Crea e prendi in carico
          </Button>
        </>
      }
    >
      <p className="muted">
        {wrong
          ? 'Parte dal testo inviato: correggilo qui o dopo. Segue la strada di ogni richiesta; nel registro le due righe restano collegate.'
          : 'Per le richieste che non arrivano per e-mail. Quello che manca si completa dopo.'}
      </p>
      <Field label="Argomento" value={title} onChange={setTitle} error={asked ? wrongTitle : undefined} />
      <SelectField
        label="Ufficio che chiede"
        placeholder="Scegli"
        value={office}
        options={profile.offices.map((value) => ({ value, label: value }))}
        onChange={setOffice}
      />
      <Field
        label="Data richiesta"
        icon="calendar"
        placeholder="4 dicembre, domani alle 10"
        value={date}
        onChange={setDate}
        error={asked ? wrongDate : undefined}
      />
      <Field label="Notizia sul sito" icon="link" inputMode="url" value={link} onChange={setLink} />
      <TextArea label="Testo chiesto" rows={4} value={text} onChange={setText} />
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
    </Dialog>
  );
}
