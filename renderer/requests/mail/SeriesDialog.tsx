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
  sayProblem,
  TimeField,
  useToast,
} from '#renderer/ui/index.ts';
import { type Day, sayDay } from '#shared/kernel/day.ts';
import { excerpt, plural } from '#shared/kernel/text.ts';
import { areInARow } from '#shared/requests/makeSeries.ts';
import { MOST_NOTICES } from '#shared/requests/reading/severalDays.ts';
import type { RequestDetail } from '#shared/requests/views.ts';

export interface SeriesDialogProps {
  readonly request: RequestDetail;
  readonly onClose: () => void;
}

const NAME_LENGTH = 120;
const LIST = new Intl.ListFormat('it');

/** The days the request asks for, or its own and an empty one to begin with. */
const daysOf = ({ several, data }: RequestDetail): readonly (Day | '')[] => several ?? [data.sendDate ?? '', ''];

/** One request with several dates becomes a series in one act (P15): its days are looked at first, and it can be taken back. */
export function SeriesDialog({ request, onClose }: SeriesDialogProps) {
  const { id } = request;
  const { today } = useSession();
  const make = useAct('requests.makeSeries');
  const undo = useAct('requests.undoSeries');
  const toast = useToast();
  const [name, setName] = useState(request.series?.name ?? excerpt(request.title, NAME_LENGTH));
  const [days, setDays] = useState(daysOf(request));
  const [time, setTime] = useState(request.data.sendTime ?? '');
  const [isAsked, setAsked] = useState(false);
  const known = [...new Set(days.filter((day) => day !== ''))].toSorted();
  const isPast = known.some((day) => day < today);
  const wrongName = name.trim() === '' ? 'Scrivi come si chiama la serie.' : undefined;
  const change = (index: number, day: Day | '') => setDays(days.map((one, at) => (at === index ? day : one)));
  const takeBack = async () => {
    const reply = await undo.run({ id });
    toast({ text: reply.ok ? 'Ripreso: è di nuovo una richiesta sola.' : sayProblem(reply.error) });
  };
  const run = async () => {
    setAsked(true);
    if (wrongName || known.length < 2 || isPast || make.busy) return;
    const reply = await make.run({ id, name: name.trim(), days: known, time: time === '' ? null : time });
    if (!reply.ok) return;
    toast({ text: `Fatta: la serie ha ${reply.value.ids.length} richieste.`, undo: () => void takeBack() });
    onClose();
  };
  const preview =
    known.length < 2
      ? 'Servono almeno due giorni.'
      : `Diventano ${known.length} richieste: ${LIST.format(known.map(sayDay))}.`;
  return (
    <Dialog
      title="Fai una serie"
      icon="calendar"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            {known.length < 2 ? 'Fai la serie' : `Fai ${plural(known.length, 'richiesta', 'richieste')}`}
          </Button>
        </>
      }
    >
      <Field label="Nome della serie" value={name} onChange={setName} error={isAsked ? wrongName : undefined} />
      {days.map((day, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
        <div key={index} className="series-day">
          <DayField
            label={`Giorno ${index + 1}`}
            today={today}
            value={day}
            onChange={(value) => change(index, value)}
            error={day !== '' && day < today ? 'È già passato: scegli un altro giorno, o togli questo.' : undefined}
          />
          {days.length > 2 && (
            <Button size="small" kind="quiet" onClick={() => setDays(days.filter((_, at) => at !== index))}>
              Togli<span className="visually-hidden"> il giorno {index + 1}</span>
            </Button>
          )}
        </div>
      ))}
      {days.length < MOST_NOTICES && (
        <Button size="small" icon="plus" onClick={() => setDays([...days, ''])}>
          Aggiungi un giorno
        </Button>
      )}
      <TimeField label="Ora, per tutte" value={time} onChange={setTime} />
      <p role="status">{preview}</p>
      {areInARow(known) && (
        <p className="text-warn">Sono giorni di seguito: se è un evento solo, si manda un avviso solo, all’inizio.</p>
      )}
      <p className="small muted">
        Ogni richiesta ha il testo chiesto, la notizia e i dati confermati di questa. Per dieci secondi puoi tornare
        indietro.
      </p>
      {make.problem && <ProblemBanner place="below" {...problemOf(make.problem)} />}
    </Dialog>
  );
}
