import { useSession } from '#renderer/session.tsx';
import { PaneHeader, Sign } from '#renderer/ui/index.ts';
import { sayClock, sayMomentAt } from '#renderer/ui/moments.ts';
import { type AnyStep, countSteps, isProved, sayStep, signOfStep, stepLines } from './trialWords.ts';

interface TrialListProps {
  /** `Ricevere`. */
  readonly title: string;
  readonly steps: readonly AnyStep[];
}

/** The steps of one trial, each with its sign, its moment and what it rests on (P66). */
function TrialList({ title, steps }: TrialListProps) {
  const isBroken = steps.some(({ state }) => state === 'failed');
  const isWhole = steps.every((one) => isProved(one));
  return (
    <>
      <p className="trial-title row">
        <span className="grow">{title}</span>
        <span className={isBroken ? 'text-bad' : isWhole ? 'text-ok' : 'muted'}>{countSteps(steps)}</span>
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

interface Trial {
  readonly steps: readonly AnyStep[];
  readonly by: string | null;
}

export interface TriedProps {
  readonly receiving: Trial | null;
  readonly sending: Trial | null;
}

const momentOf = ({ steps }: Trial): string => steps.flatMap(({ at }) => at ?? []).at(-1) ?? '';

/** What was tried of the mailbox and of the letters that leave, by whom and when the last time. */
export function Tried({ receiving, sending }: TriedProps) {
  const { today } = useSession();
  const trials = [receiving, sending].flatMap((one) => one ?? []);
  const last = trials.toSorted((one, other) => (momentOf(one) < momentOf(other) ? -1 : 1)).at(-1);
  const at = last && momentOf(last);
  return (
    <section className="mail-tried" aria-label="Che cosa è stato provato">
      <PaneHeader
        title="Che cosa è stato provato"
        note={at !== undefined && at !== '' && [sayMomentAt(at, today), last?.by].filter(Boolean).join(', ')}
      />
      {receiving && <TrialList title="Ricevere" steps={receiving.steps} />}
      {sending && <TrialList title="Spedire" steps={sending.steps} />}
      {trials.length === 0 && (
        <p className="mail-untried muted">
          Niente, da quando l’app è aperta. Scrivi i dati della casella, poi prova: ogni passo mostra che cosa ha
          risposto il server.
        </p>
      )}
    </section>
  );
}
