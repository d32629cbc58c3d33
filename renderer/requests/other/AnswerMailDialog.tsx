import { useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import {
  Button,
  Dialog,
  Loading,
  ProblemBanner,
  problemOf,
  SelectField,
  Sign,
  sayProblem,
  TextArea,
  useToast,
} from '#renderer/ui/index.ts';
import { ANSWERS, type AnswerKind } from '#shared/requests/citizenReply.ts';
import type { CitizenWish } from '#shared/requests/reading/citizen.ts';

const KINDS: Readonly<Record<AnswerKind, string>> = {
  join: 'Come ci si iscrive',
  leave: 'Come ci si cancella',
  silent: 'Non riceve più i messaggi',
  own: 'Scrivo io',
};

export interface AnswerMailDialogProps {
  /** The e-mail that is answered. */
  readonly id: string;
  /** What its writer asks of the service, as far as the app can tell. */
  readonly wish: CitizenWish | null;
  /** The letter was written: it leaves after the seconds of undo. */
  readonly onWritten: () => void;
  readonly onClose: () => void;
}

interface LetterProps extends Omit<AnswerMailDialogProps, 'wish'> {
  readonly ready: { readonly to: string; readonly subject: string; readonly text: string; readonly lacks: string[] };
  readonly choice: React.ReactNode;
}

function Letter({ id, ready, choice, onWritten, onClose }: LetterProps) {
  const answer = useAct('requests.answerMail');
  const undo = useAct('requests.undoAnswer');
  const toast = useToast();
  const [text, setText] = useState(ready.text);
  const takeBack = async () => {
    const back = await undo.run({ id });
    toast({ text: back.ok ? 'Risposta ripresa: la e-mail è di nuovo da guardare.' : sayProblem(back.error) });
  };
  const send = async () => {
    if (answer.busy) return;
    const reply = await answer.run({ id, text });
    if (!reply.ok) return;
    onWritten();
    toast({ text: `Risposta preparata per ${reply.value.to}.`, undo: () => void takeBack() });
    onClose();
  };
  return (
    <Dialog
      title="Rispondi"
      icon="reply"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void send()}>
            Prepara la risposta
          </Button>
        </>
      }
    >
      {choice}
      <dl className="about">
        <dt>A</dt>
        <dd>
          <bdi>{ready.to}</bdi>
        </dd>
        <dt>Oggetto</dt>
        <dd>{ready.subject}</dd>
      </dl>
      {ready.lacks.map((lack) => (
        <p key={lack} className="small">
          <Sign name="warning" size={14} label="avviso" /> {lack}
        </p>
      ))}
      <TextArea label="Testo della risposta" rows={12} value={text} onChange={setText} />
      <p className="small muted">
        Parte dalla posta in uscita, o resta in «Da spedire» se la posta in uscita non è collegata. Per dieci secondi
        puoi riprenderla.
      </p>
      {answer.problem && <ProblemBanner place="below" {...problemOf(answer.problem)} />}
    </Dialog>
  );
}

/** A ready answer to somebody who wrote to the desk (P10): chosen by what was asked, changed at will before it leaves. */
export function AnswerMailDialog({ id, wish, onWritten, onClose }: AnswerMailDialogProps) {
  const [kind, setKind] = useState<AnswerKind>(wish ?? 'own');
  const { value: ready, problem } = useAnswer('requests.answerDraft', { id, kind });
  const choice = (
    <SelectField
      label="Risposta"
      value={kind}
      options={ANSWERS.map((value) => ({ value, label: KINDS[value] }))}
      onChange={(value) => setKind(ANSWERS.find((one) => one === value) ?? 'own')}
    />
  );
  if (ready) return <Letter key={kind} {...{ id, ready, choice, onWritten, onClose }} />;
  return (
    <Dialog title="Rispondi" icon="reply" onClose={onClose} footer={<Button onClick={onClose}>Chiudi</Button>}>
      {problem ? (
        <ProblemBanner place="below" {...problemOf(problem)} />
      ) : (
        <Loading label="Preparo la risposta" rows={2} />
      )}
    </Dialog>
  );
}
