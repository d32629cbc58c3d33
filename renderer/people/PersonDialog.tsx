import { useEffect, useRef, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, CheckField, Dialog, ListBox, ListRow, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import type { Person } from '#shared/people/person.ts';

export interface PersonDialogProps {
  readonly people: readonly Person[];
  /** Who sits at the desk now. */
  readonly current: string | null;
  /** The account of this computer, when it is nobody's: it can open the app with the name that is chosen. */
  readonly account?: string | undefined;
  /** Asked after a pause: whether this person still sits here; leaving it as it is says yes. */
  readonly still?: string | undefined;
  readonly onSettings: () => void;
  readonly onClose: () => void;
}

/** One click, or Invio, changes who sits at a shared PC (P6). */
export function PersonDialog({ people, current, account, still, onSettings, onClose }: PersonDialogProps) {
  const actAs = useAct('people.actAs');
  const list = useRef<HTMLDivElement>(null);
  const [opens, setOpens] = useState(account !== undefined);
  const [chosen, setChosen] = useState(current ?? people[0]?.id ?? null);
  const hasChanged = useRef(false);
  useEffect(() => list.current?.focus(), []);
  const sit = async (id: string) => {
    const reply = await actAs.run(opens ? { id, opens } : { id });
    if (!reply.ok) return;
    hasChanged.current = id !== current;
    onClose();
  };
  return (
    <Dialog
      title={still === undefined ? 'Chi è alla postazione' : `Sei ancora ${still}?`}
      icon="person"
      onClose={onClose}
      // The screen is another person's then: Invio acts there, not on the button that asked who it is.
      focusAfter={() => (hasChanged.current ? document.getElementById('contenuto') : null)}
      footer={
        <>
          {still === undefined && <Button onClick={onSettings}>Cambia le persone</Button>}
          <Button kind="main" keys="Control+Enter" onClick={() => chosen !== null && void sit(chosen)}>
            {still !== undefined && chosen === current ? `Sì, sono ${still}` : 'Lavora con questo nome'}
          </Button>
        </>
      }
    >
      <p>
        {still === undefined
          ? ''
          : 'La postazione è rimasta ferma, o è cambiato il turno. Quello che hai scritto è ancora qui. '}
        Ogni atto resta registrato con il nome di chi lo fa.
      </p>
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
      {account !== undefined && (
        <CheckField
          label={`Apri l’app con questo nome quando entra «${account}»`}
          checked={opens}
          onChange={setOpens}
        />
      )}
    </Dialog>
  );
}
