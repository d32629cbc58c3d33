import { useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import {
  Button,
  Dialog,
  Loading,
  ProblemBanner,
  problemOf,
  sayProblem,
  TextArea,
  useToast,
} from '#renderer/ui/index.ts';
import { useKeptText } from '#renderer/writing/keptText.ts';

export interface RefusalDialogProps {
  /** The request whose notice the head did not select. */
  readonly id: string;
  readonly onClose: () => void;
}

const TITLE = 'Scrivi all’ufficio';

function Letter({
  id,
  onClose,
  letter,
}: RefusalDialogProps & { readonly letter: { readonly to: string; readonly subject: string; readonly text: string } }) {
  const { run, busy, problem } = useAct('requests.tellRefusal');
  const undo = useAct('drafts.undo');
  const toast = useToast();
  const [text, setText, forget] = useKeptText(`Scrivi all’ufficio ${id}`, letter.text);
  const [isAsked, setAsked] = useState(false);
  const wrong = text.trim() === '' ? 'Scrivi che cosa dici all’ufficio.' : undefined;
  const send = async () => {
    setAsked(true);
    if (wrong || busy) return;
    const reply = await run({ id, text });
    if (!reply.ok) return;
    forget();
    const { to, effect } = reply.value;
    const takeBack = async () => {
      const back = await undo.run({ id: effect });
      toast({ text: back.ok ? 'Lettera all’ufficio ripresa.' : sayProblem(back.error) });
    };
    toast({ text: `Preparata per ${to}, da spedire.`, undo: () => void takeBack() });
    onClose();
  };
  return (
    <Dialog
      title={TITLE}
      icon="reply"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void send()}>
            Prepara la e-mail
          </Button>
        </>
      }
    >
      <dl className="about">
        <dt>A</dt>
        <dd>{letter.to}</dd>
        <dt>Oggetto</dt>
        <dd>{letter.subject}</dd>
      </dl>
      <TextArea
        label="Testo della e-mail"
        rows={12}
        value={text}
        onChange={setText}
        error={isAsked ? wrong : undefined}
      />
      <p className="small muted">La e-mail va spedita dal programma di posta: la trovi in «Da spedire».</p>
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
    </Dialog>
  );
}

/** The ready letter that tells the office why its notice was not selected (P30); it may be changed before it is prepared. */
export function RefusalDialog({ id, onClose }: RefusalDialogProps) {
  const { value: letter, problem } = useAnswer('requests.refusalDraft', { id });
  if (letter) return <Letter id={id} letter={letter} onClose={onClose} />;
  return (
    <Dialog title={TITLE} icon="reply" onClose={onClose} footer={<Button onClick={onClose}>Chiudi</Button>}>
      {problem ? (
        <ProblemBanner place="below" {...problemOf(problem)} />
      ) : (
        <Loading label="Preparo la e-mail" rows={2} />
      )}
    </Dialog>
  );
}
