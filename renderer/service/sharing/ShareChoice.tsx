import './sharing.css';
import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, ProblemBanner, problemOf, Sign } from '#renderer/ui/index.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import type { ShareView } from '#shared/service/share.ts';
import { JoinDialog } from './JoinDialog.tsx';

const FOUND = confirmed({ word: 'trovato', evidence: 'La cartella ha risposto, e il registro è lì.' });

/** How the folder that was chosen looks: another register than none yet, a new one to create, or why it cannot be used. */
function ChosenFolder({ share }: { readonly share: ShareView }) {
  const { person } = useSession();
  if (share.state === 'connected' || share.state === 'incomplete') {
    return (
      <p className="row" role="status">
        <Sign name={FOUND} />
        {share.isEnrolled
          ? 'Registro trovato: questa postazione ne fa parte.'
          : `Registro trovato. ${person ? `Sei ${person.name}: ora` : 'Di’ chi sei; poi,'} da un’altra postazione qualcuno accetta questa.`}
      </p>
    );
  }
  if (share.problem)
    return <ProblemBanner tone={share.state === 'unfounded' ? 'info' : 'warn'} {...problemOf(share.problem)} />;
  return (
    <p className="row" role="status">
      <Sign name="sending" />
      Guardo nella cartella.
    </p>
  );
}

/** Where the register lies: the path the municipality says, or a folder; joining one that is there, or creating it (P4, P41). */
export function ShareChoice({ share }: { readonly share: ShareView }) {
  const { registerPath } = useSession().profile;
  const choose = useAct('service.chooseShare');
  const take = useAct('service.useRegisterPath');
  const found = useAct('service.foundShare');
  const problem = choose.problem ?? take.problem ?? found.problem;
  const busy = choose.busy || take.busy || found.busy;
  const { configured, location } = share;
  const [isAsking, setAsking] = useState(false);
  const pick = async () => {
    if (busy) return;
    const reply = await choose.run({});
    if (reply.ok && reply.value.chosen) setAsking(true);
  };
  const takePath = async () => {
    if (!busy && (await take.run({})).ok) setAsking(true);
  };
  return (
    <>
      {configured === null && registerPath !== '' && (
        <p>
          Il percorso del Comune: <span className="mono path">{registerPath}</span>
        </p>
      )}
      {configured !== null && (
        <>
          <p className="mono path">{location?.path ?? configured}</p>
          {location?.withoutSpace && <p>Il nome con lo spazio davanti non c’è: uso quello senza.</p>}
          <ChosenFolder share={share} />
        </>
      )}
      {problem && <ProblemBanner {...problemOf(problem)} />}
      <div className="share-acts">
        {configured === null && registerPath !== '' && (
          <Button onClick={() => void takePath()}>Usa il percorso del Comune</Button>
        )}
        <Button icon="folder" onClick={() => void pick()}>
          {configured === null ? 'Scegli la cartella condivisa…' : 'Scegli un’altra cartella…'}
        </Button>
        {share.state === 'unconfirmed' && (
          <Button kind="main" icon="approve" onClick={() => setAsking(true)}>
            Conferma il registro…
          </Button>
        )}
        {share.state === 'unfounded' && (
          <Button icon="plus" onClick={() => void (busy || found.run({}))}>
            È la prima postazione: crea il registro qui
          </Button>
        )}
      </div>
      {isAsking && share.state === 'unconfirmed' && <JoinDialog onClose={() => setAsking(false)} />}
    </>
  );
}
