import { useRef, useState } from 'react';
import { useKeptAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Dialog, Field, ListBox, ListRow, Loading, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { sayMoment } from '#renderer/ui/moments.ts';
import { TYPING_MILLISECONDS, useSettled } from '#renderer/ui/useSettled.ts';
import { excerpt } from '#shared/kernel/text.ts';

/** So many requests of each kind are offered. */
const MOST = 30;

export interface JoinMailDialogProps {
  /** Of the e-mail. */
  readonly subject: string;
  /** The request it most likely goes with: chosen at the start. */
  readonly likely?: string | undefined;
  readonly onJoin: (request: string) => void;
  readonly onClose: () => void;
}

/** Asks which request an e-mail is about: it becomes an answer there, to be read (P10, P17). */
export function JoinMailDialog({ subject, likely, onJoin, onClose }: JoinMailDialogProps) {
  const { today } = useSession();
  const [filter, setFilter] = useState('');
  const text = useSettled(filter, TYPING_MILLISECONDS);
  const open = useKeptAnswer('requests.list', { text, limit: MOST });
  const over = useKeptAnswer('requests.decided', { text, limit: MOST });
  const rows = [...(open.value?.rows ?? []), ...(over.value?.rows ?? [])];
  const [chosen, setChosen] = useState<string | null>(likely ?? null);
  const selected = rows.find(({ id }) => id === chosen)?.id ?? rows[0]?.id ?? null;
  const list = useRef<HTMLDivElement>(null);
  const group = (id: string, title: string, own: typeof rows) =>
    own.length === 0
      ? []
      : [
          {
            id,
            title,
            options: own.map((row) => ({
              id: row.id,
              content: (
                <ListRow
                  title={row.title}
                  when={sayMoment(row.receivedAt, today)}
                  detail={row.data.office ?? 'Ufficio non noto'}
                />
              ),
            })),
          },
        ];
  const problem = open.problem ?? over.problem;
  return (
    <Dialog
      title="A quale richiesta va unita?"
      note={excerpt(subject || 'Senza oggetto', 80)}
      icon="merge"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button
            kind="main"
            keys="Control+Enter"
            onClick={() => (selected === null ? list.current?.focus() : onJoin(selected))}
          >
            Unisci
          </Button>
        </>
      }
    >
      <Field
        label="Cerca fra le richieste"
        type="search"
        icon="search"
        value={filter}
        onChange={setFilter}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          list.current?.focus();
        }}
      />
      {problem && <ProblemBanner {...problemOf(problem)} place="below" />}
      {!open.value && !problem && <Loading label="Leggo le richieste" />}
      {open.value && rows.length === 0 && <p className="muted">Nessuna richiesta con queste parole.</p>}
      {rows.length > 0 && (
        <ListBox
          ref={list}
          label="Richieste"
          groups={[
            ...group('open', 'Aperte e in attesa', open.value?.rows.slice() ?? []),
            ...group('over', 'Decise', over.value?.rows.slice() ?? []),
          ]}
          selected={selected}
          onSelect={setChosen}
          onOpen={onJoin}
        />
      )}
    </Dialog>
  );
}
