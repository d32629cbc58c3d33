import { useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { askLabel } from '#renderer/requests/letters/askWords.ts';
import { useSession } from '#renderer/session.tsx';
import { type Action, ActionBar, Loading, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import { asksForEachDay } from '#shared/requests/reading/eachDay.ts';
import { RequestPreview } from './RequestPreview.tsx';
import { tabOf, type Viewpoint } from './requestGroups.ts';

export interface SelectedRequestProps {
  readonly id: string;
  readonly view: Viewpoint;
  readonly onOpen: (id: string) => void;
  readonly onAsk: (id: string) => void;
  readonly onPause: (id: string) => void;
}

/** The preview of the selected request with what can be done from here. */
export function SelectedRequest({ id, view, onOpen, onAsk, onPause }: SelectedRequestProps) {
  const session = useSession();
  const [ending, setEnding] = useState<'close' | 'reopen'>();
  const answer = useAnswer('requests.get', { id });
  const close = useAct('requests.close');
  const reopen = useAct('requests.reopen');
  const separate = useAct('requests.separate');
  const toast = useToast();
  const request = answer.value;
  if (answer.problem) return <ProblemBanner place="below" {...problemOf(answer.problem)} />;
  if (!request) return <Loading label="Leggo la richiesta" />;
  const tab = tabOf(request, view);
  const isFree = tab === 'open' && request.inCharge === null;
  const finish = () => setEnding(undefined);
  const closeIt = async (why: string) => {
    const reply = await close.run({ id, outcome: 'non è una richiesta', why, sameAs: null });
    if (!reply.ok) return;
    finish();
    toast({
      text: 'Richiesta chiusa: non è una richiesta.',
      action: {
        label: 'Annulla',
        keys: 'Control+Z',
        run: () => void reopen.run({ id, why: 'Chiusura annullata subito dopo.' }),
      },
    });
  };
  const reopenIt = async (why: string) => {
    const reply = await reopen.run({ id, why });
    if (!reply.ok) return;
    finish();
    toast({ text: 'Richiesta riaperta: è tra le aperte.' });
  };
  const separateIt = async () => {
    const reply = await separate.run({ id });
    if (reply.ok) toast({ text: 'Separata: è tra le aperte.' });
  };
  const actions: Action[] = [];
  if (tab === 'open') {
    if (request.missing.length > 0 || asksForEachDay(request)) {
      actions.push({ label: askLabel(request), icon: 'reply', keys: 'Control+R', onRun: () => onAsk(id) });
    }
    actions.push({ label: 'Metti in attesa…', icon: 'pause', onRun: () => onPause(id) });
    actions.push({ label: 'Non è una richiesta…', kind: 'quiet', onRun: () => setEnding('close') });
  }
  if (request.joinedInto !== undefined) actions.push({ label: 'Separa', onRun: () => void separateIt() });
  else if (request.state === 'closed') actions.push({ label: 'Riapri…', onRun: () => setEnding('reopen') });
  return (
    <>
      <RequestPreview
        request={request}
        mailbox={session.profile.mailbox}
        hosts={session.profile.hosts}
        today={session.today}
      />
      {separate.problem && <ProblemBanner {...problemOf(separate.problem)} />}
      {reopen.problem && ending === undefined && <ProblemBanner {...problemOf(reopen.problem)} />}
      <ActionBar
        lead
        main={{ label: isFree ? 'Apri e prendi in carico' : 'Apri', keys: 'Enter', onRun: () => onOpen(id) }}
        actions={actions}
      />
      {ending === 'close' && (
        <ReasonDialog
          title="Non è una richiesta"
          explanation="La e-mail si chiude senza avviso e passa tra le decise. Il motivo resta scritto."
          action="Chiudi la richiesta"
          missing="Scrivi perché non è una richiesta, per esempio «pubblicità»."
          problem={close.problem}
          onRun={(why) => void closeIt(why)}
          onClose={finish}
        />
      )}
      {ending === 'reopen' && (
        <ReasonDialog
          title="Riapri la richiesta"
          explanation="La richiesta torna tra le aperte, con il testo che aveva."
          action="Riapri la richiesta"
          missing="Scrivi perché si riapre."
          problem={reopen.problem}
          onRun={(why) => void reopenIt(why)}
          onClose={finish}
        />
      )}
    </>
  );
}
