import { useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
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
import type { Day } from '#shared/kernel/day.ts';
import { answerDay } from '#shared/requests/waiting.ts';
import { WakeField } from './WakeField.tsx';

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
  const undo = useAct('drafts.undo');
  const toast = useToast();
  const [text, setText, forget] = useKeptText(`Chiedi quello che manca ${id}`, ready);
  const session = useSession();
  const [until, setUntil] = useState<Day | ''>(answerDay(session.profile.calendar, session.now));
  const [asked, setAsked] = useState(false);
  const wrong = text.trim() === '' ? 'Scrivi che cosa chiedi all’ufficio.' : undefined;
  const send = async () => {
    setAsked(true);
    if (wrong || busy || until === '') return;
    const reply = await run({ id, text: text === ready ? null : text, until });
    if (!reply.ok) return;
    forget();
    const { to: who, effect } = reply.value;
    const takeBack = async () => {
      const back = await undo.run({ id: effect });
      toast({ text: back.ok ? 'Richiesta all’ufficio ripresa.' : sayProblem(back.error) });
    };
    toast({ text: `Preparata per ${who}, da spedire: la richiesta aspetta la risposta.`, undo: () => void takeBack() });
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
            Prepara la e-mail
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
      {text !== ready && (
        <Button kind="quiet" size="small" onClick={() => setText(ready)}>
          Torna al testo pronto
        </Button>
      )}
      <WakeField id={id} value={until} onChange={setUntil} />
      <p className="small muted">
        La e-mail va spedita dal programma di posta: la trovi in «Da spedire». Mentre si aspetta, il tempo della
        richiesta non conta.
      </p>
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
