import './absences.css';
import { useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { Button, EmptyState, Loading, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Absence, Phase } from '#shared/people/person.ts';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import { ChainPlanDialog } from './ChainPlanDialog.tsx';
import { PeopleConflicts } from './PeopleConflicts.tsx';
import { SettingsCalendar } from './SettingsCalendar.tsx';
import { SettingsChains } from './SettingsChains.tsx';
import { SubstituteDialog } from './SubstituteDialog.tsx';

export interface SettingsAbsencesProps {
  /** The dialog to mark an absence is asked for. */
  readonly marking: boolean;
  readonly onMarked: () => void;
}

type Uncovered = Output<'people.roster'>['uncovered'];

/** The days nobody covers, loudly (P3): the first in the heading, how many more below. */
function Nobody({
  uncovered,
  onSubstitute,
}: {
  readonly uncovered: Uncovered;
  readonly onSubstitute: (phase: Phase) => void;
}) {
  const [first, ...others] = uncovered;
  if (!first) return null;
  const days = new Set(others.map(({ day }) => day).filter((day) => day !== first.day)).size;
  return (
    <ProblemBanner
      heading={first.words.replace(/\.$/, '')}
      lines={[
        days === 0
          ? 'Chi può farlo è assente quel giorno. Indica un sostituto, oppure cambia un’assenza.'
          : `Succede anche in ${plural(days, 'altro giorno', 'altri giorni')} delle prossime otto settimane. Indica un sostituto, oppure cambia un’assenza.`,
      ]}
      actions={
        <Button size="small" onClick={() => onSubstitute(first.phase)}>
          Indica un sostituto…
        </Button>
      }
    />
  );
}

/** Who is called for what, who is away, and the days nobody covers (P2, P3). */
export function SettingsAbsences({ marking, onMarked }: SettingsAbsencesProps) {
  const { value: roster, problem } = useAnswer('people.roster', {});
  const [changing, setChanging] = useState<Absence>();
  const [substitute, setSubstitute] = useState<Phase>();
  const [planning, setPlanning] = useState<Phase>();
  return (
    <div className="settings-scroll">
      {problem && <ProblemBanner {...problemOf(problem)} />}
      <PeopleConflicts of="absences" />
      {!roster && !problem && <Loading label="Leggo le assenze" />}
      {roster && roster.people.length === 0 && (
        <EmptyState
          title="Nessuna persona"
          lines={[
            'Aggiungi chi lavora al servizio nella scheda Persone: poi qui ne scegli l’ordine e ne segni le assenze.',
          ]}
        />
      )}
      {roster && roster.people.length > 0 && (
        <>
          <Nobody uncovered={roster.uncovered} onSubstitute={setSubstitute} />
          <SettingsChains roster={roster} onAdd={setSubstitute} onPlan={setPlanning} />
          <SettingsCalendar roster={roster} onOpen={setChanging} />
          {planning && <ChainPlanDialog phase={planning} roster={roster} onClose={() => setPlanning(undefined)} />}
          {substitute && (
            <SubstituteDialog phase={substitute} roster={roster} onClose={() => setSubstitute(undefined)} />
          )}
        </>
      )}
      {marking && <AbsenceDialog absence={null} onClose={onMarked} />}
      {changing && <AbsenceDialog absence={changing} onClose={() => setChanging(undefined)} />}
    </div>
  );
}
