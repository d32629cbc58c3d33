import './write.css';
import { useRef, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { sayDateAndTime } from '#renderer/requests/data/DateField.tsx';
import { OfficeChoice } from '#renderer/requests/office/OfficeChoice.tsx';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  DayPicker,
  Dialog,
  Field,
  MomentOffers,
  ProblemBanner,
  problemOf,
  TextArea,
} from '#renderer/ui/index.ts';
import { useKeptText } from '#renderer/writing/keptText.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { checkMoment, isImpossible } from '#shared/kernel/sendingMoment.ts';
import type { NoticeRef } from '#shared/register/noticeRef.ts';
import { requesterSchema } from '#shared/requests/typed.ts';
import { findDates } from '#shared/text/dates/findDates.ts';

export interface WriteDialogProps {
  /** The wrong notice that the new one puts right: it begins with its words. */
  readonly wrong?: NoticeRef | undefined;
  /** The text it begins with: what was pasted. */
  readonly text?: string | undefined;
  /** The request is there, in charge of who typed it. */
  readonly onWritten: (id: string) => void;
  readonly onClose: () => void;
}

const MOST_OF_A_TITLE = 200;
const isAddress = (text: string): boolean => requesterSchema.shape.address.safeParse(text.trim()).success;

/** A request that did not come by e-mail (P10): by telephone, at the desk, or to put a notice right (P37); it opens as any other. */
export function WriteDialog({ wrong, text: pasted = '', onWritten, onClose }: WriteDialogProps) {
  const { profile, today, now } = useSession();
  const { run, busy, problem } = useAct('requests.write');
  // What was pasted begins a request of its own, whatever was typed before.
  const about = wrong ? `Rettifica ${wrong.id}` : `Scrivi ${pasted.slice(0, 60)}`;
  const begun = wrong ? `Rettifica: ${wrong.title}`.slice(0, MOST_OF_A_TITLE) : '';
  const [title, setTitle, forgetTitle] = useKeptText(`Argomento, ${about}`, begun);
  const [text, setText, forgetText] = useKeptText(`Testo, ${about}`, wrong ? `*Rettifica*\n\n${wrong.text}` : pasted);
  const [date, setDate, forgetDate] = useKeptText(`Data, ${about}`, wrong ? 'oggi' : '');
  const [link, setLink, forgetLink] = useKeptText(`Link, ${about}`, wrong?.link ?? '');
  const [office, setOffice, forgetOffice] = useKeptText(`Ufficio, ${about}`, wrong?.office ?? '');
  const [name, setName, forgetName] = useKeptText(`Chi chiede, ${about}`);
  const [address, setAddress, forgetAddress] = useKeptText(`E-mail di chi chiede, ${about}`);
  const [phone, setPhone, forgetPhone] = useKeptText(`Telefono di chi chiede, ${about}`);
  const who = { name, address, phone };
  const [asked, setAsked] = useState(false);
  const [when] = findDates(date, today);
  const calendar = useRef<HTMLButtonElement>(null);
  const check = when && checkMoment(profile.calendar, { day: when.date, time: when.time }, { now, event: null });
  const hasWho = Object.values(who).some((value) => value.trim() !== '');
  const wrongWho = hasWho && who.name.trim() === '' ? 'Scrivi il nome di chi chiede.' : undefined;
  const wrongAddress =
    who.address.trim() !== '' && !isAddress(who.address)
      ? 'Non sembra un indirizzo: scrivi per esempio nome@comune.example.'
      : undefined;
  const wrongTitle = title.trim() === '' ? 'Scrivi di che cosa parla l’avviso.' : undefined;
  const wrongDate =
    date.trim() !== '' && !when
      ? 'Non capisco questa data: scrivi per esempio «4 dicembre», oppure lascia vuoto.'
      : undefined;
  const write = async () => {
    setAsked(true);
    if (wrongTitle || wrongDate || wrongWho || wrongAddress || busy) return;
    const data = {
      sendDate: when?.date ?? null,
      sendTime: when?.time ?? null,
      link: link.trim() || null,
      office: office.trim() || null,
      category: null,
      reason: null,
    };
    const requester = hasWho
      ? { requester: { name: who.name.trim(), address: who.address.trim(), phone: who.phone.trim() } }
      : {};
    const reply = await run({ title: title.trim(), text, data, corrects: wrong?.id ?? null, ...requester });
    if (!reply.ok) return;
    for (const forget of [forgetTitle, forgetText, forgetDate, forgetLink, forgetOffice]) forget();
    for (const forget of [forgetName, forgetAddress, forgetPhone]) forget();
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
          ? 'Parte dal testo inviato, per oggi e urgente: correggilo qui o dopo, poi inoltralo. Nel registro le due righe restano collegate.'
          : 'Per le richieste che non arrivano per e-mail. Quello che manca si completa dopo.'}
      </p>
      <Field
        label="Argomento"
        maxLength={MOST_OF_A_TITLE}
        value={title}
        onChange={setTitle}
        error={asked ? wrongTitle : undefined}
      />
      {!wrong && (
        <div className="write-who">
          <Field
            label="Chi chiede"
            value={who.name}
            maxLength={200}
            onChange={setName}
            error={asked ? wrongWho : undefined}
          />
          <Field
            label="La sua e-mail"
            inputMode="email"
            value={who.address}
            maxLength={254}
            onChange={setAddress}
            error={asked ? wrongAddress : undefined}
          />
          <Field label="Il suo telefono" inputMode="tel" value={who.phone} maxLength={40} onChange={setPhone} />
        </div>
      )}
      <OfficeChoice
        label="Ufficio che chiede"
        live
        value={office || null}
        offices={profile.offices}
        onCommit={(name) => setOffice(name ?? '')}
      />
      <Field
        label="Data richiesta"
        placeholder="4 dicembre, domani alle 10"
        value={date}
        onChange={setDate}
        invalid={check !== undefined && isImpossible(check)}
        hint={when && <span aria-live="polite">{sayDateAndTime(when)}</span>}
        error={asked ? wrongDate : undefined}
        onKeyDown={(event) => {
          if (!event.altKey || event.key !== 'ArrowDown') return;
          calendar.current?.click();
          event.preventDefault();
        }}
        after={
          <DayPicker
            ref={calendar}
            label="Data richiesta"
            value={when?.date ?? null}
            today={today}
            onPick={(day) => setDate(sayDateAndTime({ date: day, time: when?.time ?? null }))}
          />
        }
      />
      {when && check && (
        <MomentOffers
          check={check}
          wanted={{ day: when.date, time: when.time }}
          today={today}
          onChoose={(moment) => setDate(sayDateAndTime({ date: romeOf(moment).day, time: romeOf(moment).time }))}
        />
      )}
      <Field label="Notizia sul sito" icon="link" inputMode="url" value={link} onChange={setLink} />
      <TextArea label="Testo chiesto" rows={4} value={text} onChange={setText} />
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
    </Dialog>
  );
}
