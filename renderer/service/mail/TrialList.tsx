import { useSession } from '#renderer/session.tsx';
import { PaneHeader, Sign } from '#renderer/ui/index.ts';
import { sayClock, sayMomentAt } from '#renderer/ui/moments.ts';
import type { TrialStep } from '#shared/requests/mailboxTrial.ts';
import { countSteps, sayStep, signOfStep, stepLines } from './trialWords.ts';

interface TrialListProps {
  /** `Ricevere`. */
  readonly title: string;
  readonly steps: readonly TrialStep[];
}

/** The steps of one trial, each with its sign, its moment and what it rests on (P66). */
function TrialList({ title, steps }: TrialListProps) {
  const isBroken = steps.some(({ state }) => state === 'failed');
  return (
    <>
      <p className="trial-title row">
        <span className="grow">{title}</span>
        <span className={isBroken ? 'text-bad' : 'text-ok'}>{countSteps(steps)}</span>
      </p>
      <ol className="trial-steps" aria-label={title} aria-live="polite">
        {steps.map((one) => (
          <li key={one.step} className={one.state === 'failed' ? 'trial-step trial-failed' : 'trial-step'}>
            <Sign name={signOfStep(one)} />
            <div className="grow">
              <span className={one.state === 'untried' ? undefined : 'strong'}>{sayStep(one)}</span>
              {stepLines(one).map((line) => (
                <p key={line} className="small">
                  {line}
                </p>
              ))}
            </div>
            <span className="small muted">{one.at === null ? 'non provato' : sayClock(one.at)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

export interface TriedProps {
  readonly trial: { readonly steps: readonly TrialStep[]; readonly by: string | null } | null;
}

/** What was tried of the mailbox, by whom and when. */
export function Tried({ trial }: TriedProps) {
  const { today } = useSession();
  const at = trial?.steps.find((one) => one.at !== null)?.at ?? null;
  return (
    <section className="mail-tried" aria-label="Che cosa è stato provato">
      <PaneHeader
        title="Che cosa è stato provato"
        note={at !== null && [sayMomentAt(at, today), trial?.by].filter(Boolean).join(', ')}
      />
      {trial ? (
        <TrialList title="Ricevere" steps={trial.steps} />
      ) : (
        <p className="mail-untried muted">
          Niente, da quando l’app è aperta. Scrivi i dati della casella, poi prova: ogni passo mostra che cosa ha
          risposto il server.
        </p>
      )}
    </section>
  );
}
