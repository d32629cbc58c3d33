import { useState } from 'react';
import { useAct, useAnswer } from '../api.ts';
import { Button, Dialog, Loading, ProblemBanner, problemOf, TextArea, useToast } from '../ui/index.ts';

export interface AskDialogProps {
  /** The request about which the office is asked. */
  readonly id: string;
  readonly onClose: () => void;
}

interface LetterProps extends AskDialogProps {
  readonly to: string;
  readonly subject: string;
  readonly ready: string;
}

function Letter({ id, to, subject, ready, onClose }: LetterProps) {
  const { run, busy, problem } = useAct('requests.ask');
  const toast = useToast();
  const [text, setText] = useState(ready);
  const [asked, setAsked] = useState(false);
  const wrong = text.trim() === '' ? 'Scrivi che cosa chiedi all’ufficio.' : undefined;
  const send = async () => {
    setAsked(true);
    if (wrong || busy) return;
    const reply = await run({ id, text: text === ready ? null : text });
    if (!reply.ok) return;
    toast({ text: `Chiesto a ${reply.value.to}: la richiesta aspetta la risposta.` });
    onClose();
  };
  return (
    <Dialog
      title="Chiedi quello che manca"
      icon="reply"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void send()}>
            Invia all’ufficio
          </Button>
        </>
      }
    >
      <dl className="about">
        <dt>A</dt>
        <dd>{to}</dd>
        <dt>Oggetto</dt>
        <dd>{subject}</dd>
      </dl>
      <TextArea
        label="Testo della e-mail"
        rows={12}
        value={text}
        onChange={setText}
        error={asked ? wrong : undefined}
      />
      <p className="small muted">Mentre si aspetta, il tempo della richiesta non conta.</p>
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
    </Dialog>
  );
}

/** The ready letter that asks the office for what its request lacks (P11, P17); it may be changed before it leaves. */
export function AskDialog({ id, onClose }: AskDialogProps) {
  const { value: letter, problem } = useAnswer('requests.askDraft', { id });
  if (letter) return <Letter id={id} to={letter.to} subject={letter.subject} ready={letter.text} onClose={onClose} />;
  return (
    <Dialog
      title="Chiedi quello che manca"
      icon="reply"
      onClose={onClose}
      footer={<Button onClick={onClose}>Chiudi</Button>}
    >
      {problem ? (
        <ProblemBanner place="below" {...problemOf(problem)} />
      ) : (
        <Loading label="Preparo la e-mail" rows={2} />
      )}
    </Dialog>
  );
}
