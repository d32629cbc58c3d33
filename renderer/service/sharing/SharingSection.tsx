import './sharing.css';
import { useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, PaneBody, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import type { ShareView } from '#shared/service/share.ts';
import { JoinDialog } from './JoinDialog.tsx';
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
  const again = useAct('service.askAgain');
  const show = useToast();
  return {
    busy: check.busy,
    problem: choose.problem ?? check.problem ?? accept.problem ?? again.problem,
    choose: async (onChosen: () => void) => {
      if (choose.busy) return;
      const reply = await choose.run({});
      if (!reply.ok || !reply.value.chosen) return;
      show({ text: 'Cartella condivisa cambiata.' });
      onChosen();
    },
    check: async () => {
      if (check.busy) return;
      const reply = await check.run({});
      if (reply.ok) show({ text: 'Cartella condivisa controllata.' });
    },
    askAgain: async () => {
      if (again.busy) return;
      const reply = await again.run({});
      if (reply.ok) show({ text: 'Richiesta lasciata nella cartella: da un’altra postazione premono «Accetta».' });
    },
    accept: async (desk: { readonly dev: string; readonly key: string; readonly name: string }) => {
      if (accept.busy) return;
      const reply = await accept.run({ dev: desk.dev, key: desk.key });
      if (reply.ok) show({ text: `«${desk.name}» è accettata. Il capo settore lo vede in Oggi.` });
    },
  };
}

function SharingDesk({ share }: { readonly share: ShareView }) {
  const { today } = useSession();
  const acts = useSharing();
  const [dialog, setDialog] = useState<'found' | 'join' | 'leave' | 'name'>();
  const close = () => setDialog(undefined);
  const answer = shareAnswer(share, today);
  const others = shareConcerns(share, today).slice(1);
  const isAlone = share.state === 'alone';
  const accepting = answer.id === 'newcomers';
  const unfounded = share.state === 'unfounded';
  const unconfirmed = share.state === 'unconfirmed';
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
        {unconfirmed && (
          <Button kind="main" icon="approve" onClick={() => setDialog('join')}>
            Conferma il registro…
          </Button>
        )}
        {!isAlone && (
          <Button
            kind={unfounded || unconfirmed || accepting ? 'plain' : 'main'}
            icon="refresh"
            onClick={() => void acts.check()}
          >
            Controlla adesso
          </Button>
        )}
        <Button
          kind={isAlone ? 'main' : 'plain'}
          icon="folder"
          onClick={() => void acts.choose(() => setDialog('join'))}
        >
          Scegli la cartella…
        </Button>
        {share.expelled && (
          <Button icon="refresh" onClick={() => void acts.askAgain()}>
            Chiedi di rientrare
          </Button>
        )}
        {!isAlone && (
          <Button kind="quiet" onClick={() => setDialog('leave')}>
            Lavora da solo…
          </Button>
        )}
      </div>
      <WaitingDesks share={share} today={today} isAnswer={accepting} onAccept={(desk) => void acts.accept(desk)} />
      <SharingPlace share={share} today={today} onRename={() => setDialog('name')} />
      {!isAlone && <SharingDesks share={share} />}
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
      {dialog === 'join' && unconfirmed && <JoinDialog onClose={close} />}
      {dialog === 'leave' && <LeaveDialog share={share} onClose={close} />}
      {dialog === 'name' && <NameDialog name={share.deskName} onClose={close} />}
    </PaneBody>
  );
}

/** How the exchange with the other desks stands, what it means, and what can be done about it (P41). */
export function SharingSection() {
  const share = useAnswer('service.sharing', {}).value;
  return share && <SharingDesk share={share} />;
}
