import type { Status } from '#shared/service/status.ts';
import { useAct } from '../api.ts';
import { Button, ProblemBanner, problemOf, Sign } from '../ui/index.ts';

/** How the folder that was chosen looks: another register than none yet, a new one to create, or why it cannot be used. */
function ChosenFolder({ share }: Pick<Status, 'share'>) {
  if (share.state === 'connected' || share.state === 'incomplete') {
    return (
      <p className="row" role="status">
        <Sign name="done" />
        {share.isEnrolled
          ? 'Registro trovato: questa postazione ne fa parte.'
          : 'Registro trovato. Di’ chi sei; poi, da un’altra postazione, qualcuno accetta questa.'}
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

/** The shared folder at the first start: joining a register that is there, or deliberately creating the first (P41). */
export function WelcomeShare({ share }: Pick<Status, 'share'>) {
  const choose = useAct('service.chooseShare');
  const found = useAct('service.foundShare');
  const problem = choose.problem ?? found.problem;
  return (
    <section className="welcome-share" aria-labelledby="welcome-share">
      <h2 id="welcome-share">Se il Comune lavora in più postazioni</h2>
      <p className="muted">
        Scegli la cartella di rete del registro prima di cominciare: persone, richieste e registro arrivano da lì. Si
        può fare anche dopo, nelle Impostazioni.
      </p>
      {share.configured !== null && (
        <>
          <p className="mono path">{share.configured}</p>
          <ChosenFolder share={share} />
        </>
      )}
      {problem && <ProblemBanner {...problemOf(problem)} />}
      <div className="welcome-share-acts">
        <Button icon="folder" onClick={() => void (choose.busy || choose.run({}))}>
          {share.configured === null ? 'Scegli la cartella condivisa…' : 'Scegli un’altra cartella…'}
        </Button>
        {share.state === 'unfounded' && (
          <Button icon="plus" onClick={() => void (found.busy || found.run({}))}>
            È la prima postazione: crea il registro qui
          </Button>
        )}
      </div>
    </section>
  );
}
