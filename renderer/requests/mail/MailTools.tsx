import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import {
  Button,
  PaneHeader,
  ProblemBanner,
  problemOf,
  sayProblem,
  useShortcuts,
  useToast,
} from '#renderer/ui/index.ts';
import type { RequestDataChange } from '#shared/requests/facts.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { SplitDialog } from './CutDialogs.tsx';
import { JoinDialog } from './JoinDialog.tsx';
import { type BandRequest, linesToDivide } from './mailBands.ts';
import { selectedInMail } from './mailSelection.ts';
import { SeriesDialog } from './SeriesDialog.tsx';

export interface MailToolsProps {
  readonly request: RequestDetail;
  /** Every request of the same e-mail, this one too. */
  readonly family: readonly BandRequest[];
  readonly onOpen: (id: string) => void;
}

const isFree = ({ state }: BandRequest): boolean => state !== 'forwarded' && state !== 'closed';

/** What is done with the cuts the app proposes, with another request, with several days (P12, P15): each can be taken back. */
export function MailTools({ request, family, onOpen }: MailToolsProps) {
  const { id, span, mailText } = request;
  const split = useAct('requests.split');
  const join = useAct('requests.join');
  const undo = useAct('requests.undoCut');
  const separate = useAct('requests.separate');
  const toast = useToast();
  const [asking, setAsking] = useState<'split' | 'join' | 'series'>();
  const others = family.filter((one) => one.id !== id && isFree(one));
  const lines = mailText && span ? linesToDivide({ text: mailText.slice(...span), from: span[0] }) : [];
  const takeBack = async () => {
    const reply = await undo.run({ id });
    toast({ text: reply.ok ? 'Ripreso: le richieste della e-mail sono come prima.' : sayProblem(reply.error) });
  };
  const takeApart = async (joined: string) => {
    const reply = await separate.run({ id: joined });
    toast({ text: reply.ok ? 'Ripreso: sono di nuovo due richieste.' : sayProblem(reply.error) });
  };
  const cut = async (at: number | readonly [number, number]) => {
    setAsking(undefined);
    const reply = await split.run({ id, at: typeof at === 'number' ? at : [at[0], at[1]] });
    if (reply.ok) toast({ text: 'Divisa: la nuova richiesta è nella stessa e-mail.', undo: () => void takeBack() });
  };
  const joinWith = async (other: string, data: RequestDataChange) => {
    setAsking(undefined);
    const reply = await join.run({ id, with: other, data });
    if (!reply.ok) return;
    const { joined } = reply.value;
    toast({
      text: 'Unite in una richiesta sola.',
      undo: () => void (joined === undefined ? takeBack() : takeApart(joined)),
    });
    if (reply.value.id !== id) onOpen(reply.value.id);
  };
  const askSplit = () => {
    const selection = selectedInMail();
    if (selection) void cut(selection);
    else setAsking('split');
  };
  const askJoin = () => setAsking('join');
  const canSplit = mailText !== null && span !== null;
  const askSeries = () => setAsking('series');
  useShortcuts([
    ...(canSplit ? [{ keys: 'Control+Shift+D', label: 'Dividi la richiesta', run: askSplit } as const] : []),
    { keys: 'Control+Shift+U', label: 'Unisci due richieste', run: askJoin },
    { keys: 'Control+Shift+S', label: 'Fai una serie di avvisi', run: askSeries },
  ]);
  const problem = split.problem ?? join.problem;
  return (
    <>
      <PaneHeader>
        {/* The tab above says it to the eye. */}
        <h2 className="visually-hidden">E-mail</h2>
        {canSplit && (
          <Button kind="quiet" size="small" icon="split" aria-keyshortcuts="Control+Shift+D" onClick={askSplit}>
            Dividi
          </Button>
        )}
        <Button kind="quiet" size="small" icon="merge" aria-keyshortcuts="Control+Shift+U" onClick={askJoin}>
          Unisci
        </Button>
        <Button kind="quiet" size="small" aria-keyshortcuts="Control+Shift+S" onClick={askSeries}>
          Serie
        </Button>
      </PaneHeader>
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
      {asking === 'split' && (
        <SplitDialog lines={lines} onSplit={(at) => void cut(at)} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'join' && (
        <JoinDialog
          request={request}
          others={others}
          onJoin={(other, data) => void joinWith(other, data)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'series' && <SeriesDialog request={request} onClose={() => setAsking(undefined)} />}
    </>
  );
}
