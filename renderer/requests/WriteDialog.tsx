import { useState } from 'react';
import type { Day } from '#shared/kernel/day.ts';
import type { Profile } from '#shared/people/profile.ts';
import { findDates } from '#shared/requests/dates.ts';
import { useAct } from '../api.ts';
import { Button, Dialog, Field, ProblemBanner, problemOf, SelectField, TextArea } from '../ui/index.ts';

export interface WriteDialogProps {
  readonly profile: Profile;
  readonly today: Day;
  /** The request is there, in charge of who typed it. */
  readonly onWritten: (id: string) => void;
  readonly onClose: () => void;
}

/** A request that did not come by e-mail (P10): by telephone, at the desk; it opens as any other. */
export function WriteDialog({ profile, today, onWritten, onClose }: WriteDialogProps) {
  const { run, busy, problem } = useAct('requests.write');
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [date, setDate] = useState('');
  const [link, setLink] = useState('');
  const [office, setOffice] = useState('');
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
    const reply = await run({ title: title.trim(), text, data, corrects: null });
    if (!reply.ok) return;
    onClose();
    onWritten(reply.value.id);
  };
  return (
    <Dialog
      title="Scrivi una richiesta"
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
      <p className="muted">Per le richieste che non arrivano per e-mail. Quello che manca si completa dopo.</p>
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
