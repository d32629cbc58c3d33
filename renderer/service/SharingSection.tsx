import './sharing.css';
import { useState } from 'react';
import type { Status } from '#shared/service/status.ts';
import { useAct } from '../api.ts';
import { Button, PaneBody, ProblemBanner, problemOf, useToast } from '../ui/index.ts';
import { SharingDesks, WaitingDesks } from './SharingDesks.tsx';
import { FoundDialog, LeaveDialog, NameDialog } from './SharingDialogs.tsx';
import { SharingFiles } from './SharingFiles.tsx';
import { SharingPlace } from './SharingPlace.tsx';
import { shareConcerns } from './shareConcerns.ts';
import { shareAnswer } from './shareWords.ts';

/** The acts on the shared folder; what succeeded is a toast, what did not a problem. */
function useSharing() {
  const choose = useAct('service.chooseShare');
  const check = useAct('service.checkShare');
  const accept = useAct('service.acceptDesk');
  const show = useToast();
  return {
    busy: check.busy,
    problem: choose.problem ?? check.problem ?? accept.problem,
    choose: async () => {
      if (choose.busy) return;
      const reply = await choose.run({});
      if (reply.ok && reply.value.chosen) show({ text: 'Cartella condivisa cambiata.' });
    },
    check: async () => {
      if (check.busy) return;
      const reply = await check.run({});
      if (reply.ok) show({ text: 'Cartella condivisa controllata.' });
    },
    accept: async (desk: { readonly dev: string; readonly key: string; readonly name: string }) => {
      if (accept.busy) return;
      const reply = await accept.run({ dev: desk.dev, key: desk.key });
      if (reply.ok) show({ text: `«${desk.name}» è accettata. Il capo settore lo vede in Oggi.` });
    },
  };
}

/** How the exchange with the other desks stands, what it means, and what can be done about it (P41). */
export function SharingSection({ status }: { readonly status: Status }) {
  const { share, today } = status;
  const acts = useSharing();
  const [dialog, setDialog] = useState<'found' | 'leave' | 'name'>();
  const close = () => setDialog(undefined);
  const answer = shareAnswer(share, today);
  const others = shareConcerns(share, today).slice(1);
  const isAlone = share.state === 'alone';
  const accepting = answer.id === 'newcomers';
  const unfounded = share.state === 'unfounded';
  return (
    <PaneBody label="Condivisione">
      <ProblemBanner
        tone={answer.tone}
        sign={answer.sign}
        icon={answer.id === 'away' ? 'offline' : undefined}
        live="status"
        heading={answer.heading}
        lines={answer.lines}
      />
      {acts.problem && <ProblemBanner {...problemOf(acts.problem)} />}
      <div className="sharing-acts">
        {unfounded && (
          <Button kind="main" icon="plus" onClick={() => setDialog('found')}>
            {share.problem?.code === 'share-lost' ? 'Rimetti il registro qui…' : 'Crea il registro qui…'}
          </Button>
        )}
        {!isAlone && (
          <Button kind={unfounded || accepting ? 'plain' : 'main'} icon="refresh" onClick={() => void acts.check()}>
            Controlla adesso
          </Button>
        )}
        <Button kind={isAlone ? 'main' : 'plain'} icon="folder" onClick={() => void acts.choose()}>
          Scegli la cartella…
        </Button>
        {!isAlone && (
          <Button kind="quiet" onClick={() => setDialog('leave')}>
            Lavora da solo…
          </Button>
        )}
      </div>
      <WaitingDesks share={share} today={today} isAnswer={accepting} onAccept={(desk) => void acts.accept(desk)} />
      <SharingPlace share={share} today={today} onRename={() => setDialog('name')} />
      {!isAlone && <SharingDesks status={status} />}
      {others.length > 0 && (
        <section className="sharing-part" aria-labelledby="sharing-concerns">
          <h2 id="sharing-concerns">Da sapere</h2>
          {others.map(({ id, tone, sign, heading, lines }) => (
            <ProblemBanner key={id} tone={tone} sign={sign} live="off" heading={heading} lines={lines} />
          ))}
        </section>
      )}
      <SharingFiles share={share} today={today} />
      {dialog === 'found' && <FoundDialog share={share} onClose={close} />}
      {dialog === 'leave' && <LeaveDialog share={share} onClose={close} />}
      {dialog === 'name' && <NameDialog name={share.deskName} onClose={close} />}
    </PaneBody>
  );
}
