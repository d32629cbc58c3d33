import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, DayField, Dialog, ProblemBanner, problemOf, SelectField, useToast } from '#renderer/ui/index.ts';
import { type Day, sayDay } from '#shared/kernel/day.ts';
import { nextWorkingDay } from '#shared/kernel/workdays.ts';
import type { Phase } from '#shared/people/person.ts';
import { nameOf, type Roster } from '#shared/people/roster.ts';
import { CHAIN_WORDS, moved } from './chainWords.ts';

export interface ChainPlanDialogProps {
  readonly phase: Phase;
  readonly roster: Roster;
  readonly onClose: () => void;
}

/** Says in which order a phase calls people from a day to come (P4): until then today's order holds. */
export function ChainPlanDialog({ phase, roster, onClose }: ChainPlanDialogProps) {
  const { today, profile } = useSession();
  const plan = useAct('people.planChain');
  const drop = useAct('people.removePlan');
  const show = useToast();
  const [from, setFrom] = useState<Day | ''>(nextWorkingDay(profile.calendar, today));
  const [people, setPeople] = useState<readonly string[]>(roster.chains[phase]);
  const [asked, setAsked] = useState(false);
  const others = roster.people.filter(({ id }) => !people.includes(id));
  const run = async () => {
    setAsked(true);
    if (from === '' || plan.busy) return;
    const reply = await plan.run({ phase, from, people: [...people] });
    if (!reply.ok) return;
    onClose();
    show({
      text: `${CHAIN_WORDS[phase].title}: il nuovo ordine vale da ${sayDay(from)}.`,
      undo: () => void drop.run({ phase, from }),
    });
  };
  return (
    <Dialog
      title={`Cambia da un giorno: ${CHAIN_WORDS[phase].title.toLowerCase()}`}
      icon="people"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            Metti in programma
          </Button>
        </>
      }
    >
      <DayField
        label="Da quale giorno"
        hint="Fino al giorno prima vale l’ordine di adesso."
        value={from}
        onChange={setFrom}
        today={today}
        error={asked && from === '' ? 'Indica da quale giorno vale.' : undefined}
      />
      <ol className="chain-plan" aria-label="Chi si chiama, in ordine">
        {people.map((id, index) => {
          const name = nameOf(roster, id);
          return (
            <li key={id} className="row">
              <span className="grow">
                {index + 1}. {name}
              </span>
              {index > 0 && (
                <Button
                  size="small"
                  kind="quiet"
                  icon="left"
                  label={`Prima: ${name}`}
                  onClick={() => setPeople(moved(people, index, -1))}
                />
              )}
              <Button
                size="small"
                kind="quiet"
                icon="close"
                label={`Togli: ${name}`}
                onClick={() => setPeople(people.filter((one) => one !== id))}
              />
            </li>
          );
        })}
      </ol>
      {others.length > 0 && (
        <SelectField
          label="Aggiungi in fondo"
          placeholder="Scegli"
          value=""
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => id !== '' && setPeople([...people, id])}
        />
      )}
      {plan.problem && <ProblemBanner place="below" {...problemOf(plan.problem)} />}
    </Dialog>
  );
}
