import { useEffect, useRef, useState } from 'react';
import { Button, Dialog, ListBox, ListRow } from '#renderer/ui/index.ts';
import type { MailLine } from './mailBands.ts';

interface ChoiceProps {
  readonly title: string;
  readonly explanation: string;
  readonly label: string;
  readonly action: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

/** One choice from a list: arrows and Invio, or the main button. */
function ChoiceDialog({ title, explanation, label, action, options, onChoose, onClose }: ChoiceProps) {
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(options[0]?.id ?? null);
  useEffect(() => list.current?.focus(), []);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => chosen !== null && onChoose(chosen)}>
            {action}
          </Button>
        </>
      }
    >
      <p>{explanation}</p>
      <ListBox
        ref={list}
        label={label}
        groups={[
          { id: 'all', options: options.map((one) => ({ id: one.id, content: <ListRow title={one.title} /> })) },
        ]}
        selected={chosen}
        onSelect={setChosen}
        onOpen={onChoose}
      />
    </Dialog>
  );
}

export interface SplitDialogProps {
  readonly lines: readonly MailLine[];
  readonly onSplit: (at: number) => void;
  readonly onClose: () => void;
}

/** Divides a request without the mouse: at the line where the second one begins (P12). */
export function SplitDialog({ lines, onSplit, onClose }: SplitDialogProps) {
  if (lines.length === 0) {
    return (
      <Dialog title="Dividi la richiesta" onClose={onClose} footer={<Button onClick={onClose}>Chiudi</Button>}>
        <p>Questa richiesta sta in una riga sola.</p>
        <p>Seleziona nella e-mail le parole della seconda richiesta, poi premi di nuovo Dividi.</p>
      </Dialog>
    );
  }
  return (
    <ChoiceDialog
      title="Dividi la richiesta"
      explanation="Scegli la riga dove comincia la seconda richiesta. Puoi anche selezionare le sue parole nella e-mail."
      label="Righe della richiesta"
      action="Dividi qui"
      options={lines.map(({ from, text }) => ({ id: String(from), title: text }))}
      onChoose={(from) => onSplit(Number(from))}
      onClose={onClose}
    />
  );
}
