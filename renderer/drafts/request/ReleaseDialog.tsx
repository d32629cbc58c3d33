import { useState } from 'react';
import type { FilledLine, Reasons } from '#renderer/drafts/editor/judging.ts';
import { RouteLacks, useQueueLacks } from '#renderer/people/RouteLacks.tsx';
import { Button, Dialog, ProblemBanner, problemOf, TextArea } from '#renderer/ui/index.ts';
import type { Finding } from '#shared/drafts/style/engine/finding.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { stopsQueueing } from '#shared/queue/routeLacks.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import type { HeadState } from './Readiness.tsx';
import { ReasonFields, unexplained } from './ReasonFields.tsx';
import { RequestElection } from './RequestElection.tsx';

export interface ReleaseDialogProps {
  /** Without the head the way is regular, and its reason known (P32). */
  readonly head: HeadState;
  readonly request: RequestDetail;
  /** Lines of the checklist that fail and may go on with a reason (P25). */
  readonly lines: readonly FilledLine[];
  /** The errors of the text, named under the line of the style guide. */
  readonly errors: readonly Finding[];
  readonly text: string;
  readonly problem: Problem | undefined;
  readonly onRelease: (why: string, reasons: Reasons) => void;
  readonly onClose: () => void;
}

const WAY = 'e-mail alla ditta';
const WORDS: Readonly<Record<HeadState, string>> = {
  away: 'Il capo settore è assente: il testo parte per e-mail alla ditta, con capo settore e sindaco in copia. Al posto dell’approvazione vale il tuo controllo, e resta scritto.',
  present:
    'Oggi il capo settore c’è: la via normale è la sua approvazione. Se non può decidere, scrivi perché: il testo parte per e-mail alla ditta, con capo settore e sindaco in copia, e al posto dell’approvazione vale il tuo controllo.',
  none: 'Il testo parte per e-mail alla ditta, con capo settore e sindaco in copia. Al posto dell’approvazione vale il tuo controllo, e resta scritto.',
};

/** The alternative way (P32): all that it lacks is named first, each with its field; then the reasons that stay on record. */
export function ReleaseDialog(props: ReleaseDialogProps) {
  const { head, request, lines, errors, text, problem, onRelease, onClose } = props;
  const lacks = useQueueLacks(WAY);
  const [why, setWhy] = useState('');
  const [reasons, setReasons] = useState<Reasons>({});
  const [asked, setAsked] = useState(false);
  const isOptional = head === 'away';
  const missingWhy = !isOptional && why.trim() === '';
  const stopping = stopsQueueing(lacks, false);
  const release = () => {
    setAsked(true);
    if (stopping.length > 0 || missingWhy || unexplained(lines, reasons).length > 0) return;
    onRelease(why.trim(), reasons);
  };
  return (
    <Dialog
      title="Via alternativa, senza approvazione"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={release}>
            Metti in coda
          </Button>
        </>
      }
    >
      <p>{WORDS[head]}</p>
      <RequestElection request={request} note="Parte lo stesso: il capo settore dà dopo le due risposte." />
      <RouteLacks
        route={WAY}
        lacks={lacks}
        asked={asked && stopping.length > 0}
        heading={
          stopping.length > 0
            ? 'Per questa via manca ancora qualcosa'
            : 'Nessuna postazione ha detto di avere la cartella da cui parte'
        }
      />
      <ReasonFields
        lines={lines}
        errors={errors}
        text={text}
        reasons={reasons}
        asked={asked}
        onReason={(line, reason) => setReasons((before) => ({ ...before, [line]: reason }))}
      />
      <TextArea
        label={isOptional ? 'Perché (facoltativo)' : 'Perché'}
        rows={3}
        value={why}
        onChange={setWhy}
        hint={isOptional ? 'Il capo settore è assente: basta questo. Puoi aggiungere altro.' : undefined}
        error={asked && missingWhy ? 'Scrivi perché serve la via alternativa.' : undefined}
      />
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}
