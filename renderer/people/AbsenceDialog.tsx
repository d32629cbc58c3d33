import './absences.css';
import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  DayField,
  Dialog,
  ProblemBanner,
  problemOf,
  SegmentedChoice,
  type SegmentOption,
  SelectField,
  useToast,
} from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import { HALF_WORDS, sayAbsence } from '#shared/people/absences.ts';
import { type Absence, HALVES, type Half } from '#shared/people/person.ts';

export interface AbsenceDialogProps {
  /** Null to mark a new one. */
  readonly absence: Absence | null;
  readonly onClose: () => void;
}

const PARTS: readonly SegmentOption<Half | 'day'>[] = [
  { value: 'day', label: 'Tutto il giorno' },
  ...HALVES.map((half) => ({ value: half, label: capitalised(HALF_WORDS[half]) })),
];

/** Marks the days on which somebody is away, changes them or takes them back (P3). It never asks why. */
export function AbsenceDialog({ absence, onClose }: AbsenceDialogProps) {
  const session = useSession();
  const { people, today } = session;
  const save = useAct('people.setAbsence');
  const remove = useAct('people.removeAbsence');
  const show = useToast();
  const [person, setPerson] = useState(absence?.person ?? session.person?.id ?? '');
  const [from, setFrom] = useState(absence?.from ?? today);
  const [to, setTo] = useState(absence?.to ?? today);
  const [part, setPart] = useState<Half | 'day'>(absence?.part ?? 'day');
  const [asked, setAsked] = useState(false);
  const name = people.find(({ id }) => id === person)?.name ?? person;
  const wrong = {
    person: person === '' ? 'Scegli chi è assente.' : undefined,
    from: from === '' ? 'Indica il primo giorno di assenza.' : undefined,
    to:
      to === ''
        ? 'Indica l’ultimo giorno di assenza.'
        : to < from
          ? 'L’ultimo giorno non può venire prima del primo.'
          : undefined,
  };
  const run = async () => {
    setAsked(true);
    const said = { person, from, to, ...(part === 'day' ? {} : { part }) };
    if (wrong.person || wrong.from || wrong.to || save.busy) return;
    const reply = await save.run({ id: absence?.id ?? null, ...said });
    if (!reply.ok) return;
    onClose();
    const { id } = reply.value;
    show({
      text: `${name} assente ${sayAbsence(said)}.`,
      action: {
        label: 'Annulla',
        keys: 'Control+Z',
        run: () => void (absence ? save.run(absence) : remove.run({ id })),
      },
    });
  };
  const takeBack = async (known: Absence) => {
    if (remove.busy) return;
    const reply = await remove.run({ id: known.id });
    if (!reply.ok) return;
    onClose();
    show({
      text: `Assenza di ${name} tolta.`,
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void save.run({ ...known, id: null }) },
    });
  };
  const problem = save.problem ?? remove.problem;
  return (
    <Dialog
      title={absence ? `Cambia l’assenza di ${name}` : 'Segna un’assenza'}
      icon="calendar"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          {absence && <Button onClick={() => void takeBack(absence)}>Togli l’assenza</Button>}
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            {absence ? 'Cambia l’assenza' : 'Segna l’assenza'}
          </Button>
        </>
      }
    >
      <SelectField
        label="Chi è assente"
        value={person}
        onChange={setPerson}
        options={people.map(({ id, name: label }) => ({ value: id, label }))}
        placeholder="Scegli"
        error={asked ? wrong.person : undefined}
      />
      <div className="absence-days">
        <DayField
          label="Primo giorno"
          today={today}
          value={from}
          onChange={(day) => {
            setFrom(day);
            if (to < day) setTo(day);
          }}
          error={asked ? wrong.from : undefined}
        />
        <DayField
          label="Ultimo giorno"
          today={today}
          value={to}
          onChange={setTo}
          error={asked ? wrong.to : undefined}
        />
      </div>
      <SegmentedChoice legend="Quanto" options={PARTS} value={part} onChange={setPart} size="normal" />
      <p className="small muted">Il motivo non si scrive: gli altri vedono solo «assente».</p>
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}
