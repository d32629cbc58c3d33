import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, ProblemBanner, problemOf, Sign, useToast, VisuallyHidden } from '#renderer/ui/index.ts';
import { sayClock, sayMomentAt } from '#renderer/ui/moments.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { accessHost, accessKey, type MailAccess } from '#shared/people/profile/mailAccess.ts';
import type { AccessState, AccessView } from '#shared/requests/accessView.ts';

export interface AccessBoxProps {
  readonly view: AccessView;
  /** Asks for the access with what is typed; where something of it is wrong it is shown, and nothing asked. */
  readonly typed: () => MailAccess | undefined;
  /** What is typed, where nothing of it is wrong. */
  readonly access: MailAccess | undefined;
}

/** The code to type, as large as it is read from a telephone. */
function Code({ state }: { readonly state: Extract<AccessState, { kind: 'code' }> }) {
  const copy = useAct('shell.copyText');
  const open = useAct('requests.openAccessPage');
  const show = useToast();
  const problem = copy.problem ?? open.problem;
  const onCopy = async () => {
    if ((await copy.run({ text: state.code })).ok) show({ text: 'Codice copiato.' });
  };
  return (
    <>
      <p className="access-code mono">
        <VisuallyHidden>Codice: </VisuallyHidden>
        {state.code}
      </p>
      <div className="access-words">
        <p className="strong">Apri la pagina di accesso, anche dal telefono, e scrivi questo codice.</p>
        <p className="access-page">{state.page}</p>
        <p>Vale fino alle {sayClock(state.until)}. L’app aspetta qui e non vede la tua password.</p>
        <div className="mail-buttons">
          <Button onClick={() => void open.run({})}>Apri la pagina</Button>
          <Button icon="copy" onClick={() => void onCopy()}>
            Copia il codice
          </Button>
          <Stop />
        </div>
        {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
      </div>
    </>
  );
}

function Stop() {
  const stop = useAct('requests.stopAccess');
  return (
    <Button kind="quiet" onClick={() => void stop.run({})}>
      Lascia stare
    </Button>
  );
}

function Waiting({ until }: { readonly until: string }) {
  return (
    <div className="access-words">
      <p className="strong">Finisci nella pagina che si è aperta nel browser.</p>
      <p>L’app aspetta la risposta fino alle {sayClock(until)} e non vede la tua password.</p>
      <div className="mail-buttons">
        <Stop />
      </div>
    </div>
  );
}

/** What this desk was given for what is typed, and how to give it (P66). */
function Given({ view, typed, access }: AccessBoxProps) {
  const { today } = useSession();
  const begin = useAct('requests.beginAccess');
  const { kept, state } = view;
  const mine = access && kept?.key === accessKey(access) ? kept : null;
  const evidence = mine && [`dato ${sayMomentAt(mine.at, today)}`, mine.by].filter(Boolean).join(', da ');
  const onBegin = async () => {
    const wanted = typed();
    if (wanted && !begin.busy) await begin.run(wanted);
  };
  const problem = begin.problem ?? (state.kind === 'failed' ? state.problem : undefined);
  return (
    <div className="access-words">
      <p className="row">
        {mine && !mine.isOver && evidence ? (
          <>
            <Sign name={confirmed({ word: 'accesso dato', evidence })} />
            <span className="strong">Accesso {evidence}</span>
          </>
        ) : (
          <>
            <Sign name={mine ? 'warning' : 'unverified'} />
            <span className="strong">
              {mine ? 'L’accesso è scaduto: accedi di nuovo.' : 'Da questo computer nessuno ha ancora dato l’accesso.'}
            </span>
          </>
        )}
      </p>
      <p>
        {access
          ? `La password la chiede ${accessHost(access)}, non l’app.`
          : 'La password la chiede chi dà l’accesso, non l’app.'}{' '}
        Quello che l’app riceve resta su questo computer.
      </p>
      {problem && <ProblemBanner place="below" {...problemOf(problem)} code={undefined} />}
      <div className="mail-buttons">
        <Button kind={mine && !mine.isOver ? 'quiet' : 'plain'} onClick={() => void onBegin()} aria-busy={begin.busy}>
          {begin.busy ? 'Chiedo…' : mine ? 'Accedi di nuovo' : 'Accedi'}
        </Button>
      </div>
    </div>
  );
}

/** Giving an access to the post: what to do now, how long it holds, what came of it. */
export function AccessBox(props: AccessBoxProps) {
  const { state } = props.view;
  return (
    <section className="access-box" aria-label="Accesso" aria-live="polite">
      {state.kind === 'code' ? (
        <Code state={state} />
      ) : state.kind === 'browser' ? (
        <Waiting until={state.until} />
      ) : (
        <Given {...props} />
      )}
    </section>
  );
}
