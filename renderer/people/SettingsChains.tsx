import { useEffect, useRef, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Chip, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import { sayDay } from '#shared/kernel/day.ts';
import type { ChainPlan, Phase } from '#shared/people/person.ts';
import { halfAt, isAbsent, isHeadPresent, nameOf, onDuty, type Roster } from '#shared/people/roster.ts';
import { CHAIN_WORDS, moved } from './chainWords.ts';

export interface SettingsChainsProps {
  readonly roster: Roster;
  /** Asks who else may do the work of a phase. */
  readonly onAdd: (phase: Phase) => void;
  /** Asks for the order from a day to come. */
  readonly onPlan: (phase: Phase) => void;
}

/** The three chains of P2: who is called first, who next, and whose turn it is today. */
export function SettingsChains({ roster, onAdd, onPlan }: SettingsChainsProps) {
  const { today, now, profile } = useSession();
  const half = halfAt(profile.calendar, now);
  const set = useAct('people.setChain');
  const drop = useAct('people.removePlan');
  const add = useAct('people.planChain');
  const problem = set.problem ?? drop.problem ?? add.problem;
  const show = useToast();
  const list = useRef<HTMLDivElement>(null);
  const [follow, setFollow] = useState<{ readonly card: string; readonly phase: Phase; readonly order: string }>();
  const arrived = follow !== undefined && roster.chains[follow.phase].join() === follow.order;

  // The list stands in its new order: the focus goes where the person went.
  useEffect(() => {
    if (!arrived) return;
    list.current?.querySelector<HTMLElement>(`[data-chained="${follow?.card}"] button`)?.focus();
    setFollow(undefined);
  }, [arrived, follow]);

  const change = async (phase: Phase, people: readonly string[], said: string, person?: string) => {
    if (set.busy) return;
    const before = [...roster.chains[phase]];
    const reply = await set.run({ phase, people: [...people] });
    if (!reply.ok) return;
    if (person !== undefined) setFollow({ card: `${phase} ${person}`, phase, order: people.join() });
    show({
      text: `${CHAIN_WORDS[phase].title}: ${said}.`,
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void set.run({ phase, people: before }) },
    });
  };

  const dropPlan = async (plan: ChainPlan) => {
    if (drop.busy) return;
    if (!(await drop.run({ phase: plan.phase, from: plan.from })).ok) return;
    show({ text: `${CHAIN_WORDS[plan.phase].title}: resta l’ordine di adesso.`, undo: () => void add.run(plan) });
  };

  const todays = (phase: Phase) => {
    if (phase === 'alternative' && isHeadPresent(roster, today, half)) return <span className="muted">non serve</span>;
    return onDuty(roster, phase, today, half)?.name ?? <span className="text-bad">nessuno</span>;
  };

  return (
    <div ref={list} className="chains">
      {problem && <ProblemBanner {...problemOf(problem)} />}
      {(['intake', 'alternative', 'report'] as const).map((phase) => {
        const { title, within } = CHAIN_WORDS[phase];
        const chain = roster.chains[phase];
        const turn =
          phase === 'alternative' && isHeadPresent(roster, today, half)
            ? undefined
            : onDuty(roster, phase, today, half);
        return (
          <section key={phase} className="chain" aria-labelledby={`chain-${phase}`}>
            <div>
              <h2 id={`chain-${phase}`}>{title}</h2>
              <p className="chain-within">{within}</p>
            </div>
            <div className="chain-orders">
              <ol className="chain-people">
                {chain.map((id, index) => {
                  const name = nameOf(roster, id);
                  const roles = roster.people.find((person) => person.id === id)?.roles ?? [];
                  return (
                    <li
                      key={id}
                      data-chained={`${phase} ${id}`}
                      className={turn?.id === id ? 'chain-person chain-turn' : 'chain-person'}
                    >
                      <div className="grow">
                        <p className="strong">{name}</p>
                        <p className="chain-within">{roles.join(', ')}</p>
                      </div>
                      {isAbsent(roster, id, today, half) && (
                        <Chip tone="warn" sign="paused">
                          assente
                        </Chip>
                      )}
                      <span className="chain-commands">
                        {index > 0 && (
                          <Button
                            size="small"
                            kind="quiet"
                            icon="left"
                            label={`Sposta prima: ${name}`}
                            onClick={() => void change(phase, moved(chain, index, -1), `${name} viene prima`, id)}
                          />
                        )}
                        {index < chain.length - 1 && (
                          <Button
                            size="small"
                            kind="quiet"
                            icon="right"
                            label={`Sposta dopo: ${name}`}
                            onClick={() => void change(phase, moved(chain, index, 1), `${name} viene dopo`, id)}
                          />
                        )}
                        <Button
                          size="small"
                          kind="quiet"
                          icon="close"
                          label={`Togli da qui: ${name}`}
                          onClick={() =>
                            void change(
                              phase,
                              chain.filter((one) => one !== id),
                              `${name} non è più chiamato`,
                            )
                          }
                        />
                      </span>
                    </li>
                  );
                })}
                {chain.length < roster.people.length && (
                  <li>
                    <Button
                      size="small"
                      kind="quiet"
                      icon="plus"
                      aria-describedby={`chain-${phase}`}
                      onClick={() => onAdd(phase)}
                    >
                      Aggiungi…
                    </Button>
                  </li>
                )}
              </ol>
              {roster.plans
                .filter((plan) => plan.phase === phase)
                .map(({ from, people }) => (
                  <p key={from} className="row chain-plan">
                    <span className="grow">
                      Da {sayDay(from)}: {people.map((id) => nameOf(roster, id)).join(', poi ') || 'nessuno'}
                    </span>
                    <Button
                      size="small"
                      kind="quiet"
                      icon="close"
                      label={`Togli l’ordine da ${sayDay(from)}: ${title}`}
                      onClick={() => void dropPlan({ phase, from, people: [...people] })}
                    />
                  </p>
                ))}
              <div>
                <Button
                  size="small"
                  kind="quiet"
                  icon="clock"
                  aria-describedby={`chain-${phase}`}
                  onClick={() => onPlan(phase)}
                >
                  Cambia da un giorno…
                </Button>
              </div>
            </div>
            <p className="chain-today">
              <span className="chain-within">Oggi</span>
              <span className="strong">{todays(phase)}</span>
            </p>
          </section>
        );
      })}
    </div>
  );
}
