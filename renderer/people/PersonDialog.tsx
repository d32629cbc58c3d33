import { useEffect, useRef, useState } from 'react';
import type { Person } from '#shared/people/person.ts';
import { useAct } from '../api.ts';
import { Button, Dialog, ListBox, ListRow, ProblemBanner, problemOf } from '../ui/index.ts';

export interface PersonDialogProps {
  readonly people: readonly Person[];
  /** Who sits at the desk now. */
  readonly current: string | null;
  readonly onSettings: () => void;
  readonly onClose: () => void;
}

/** One click, or Invio, changes who sits at a shared PC (P6). */
export function PersonDialog({ people, current, onSettings, onClose }: PersonDialogProps) {
  const actAs = useAct('people.actAs');
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(current ?? people[0]?.id ?? null);
  useEffect(() => list.current?.focus(), []);
  const sit = async (id: string) => {
    const reply = await actAs.run({ id });
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      title="Chi è alla postazione"
      icon="person"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onSettings}>Cambia le persone</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => chosen !== null && void sit(chosen)}>
            Lavora con questo nome
          </Button>
        </>
      }
    >
      <p>Ogni atto resta registrato con il nome di chi lo fa.</p>
      {actAs.problem && <ProblemBanner {...problemOf(actAs.problem)} />}
      <ListBox
        ref={list}
        label="Persone"
        groups={[
          {
            id: 'people',
            options: people.map(({ id, name, roles }) => ({
              id,
              content: <ListRow title={name} when={id === current ? 'adesso' : undefined} detail={roles.join(', ')} />,
            })),
          },
        ]}
        selected={chosen}
        onSelect={setChosen}
        onOpen={(id) => void sit(id)}
      />
    </Dialog>
  );
}
