import '#renderer/people/election/election.css';
import type { RefObject } from 'react';
import { Button, Kbd, SegmentedChoice, Sign, TextArea } from '#renderer/ui/index.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { type Answering, type ElectionQuestion, missingOf } from './electionAnswers.ts';

const PHRASES = ['strada o servizio chiuso', 'scadenza di legge', 'sicurezza'] as const;

export interface ElectionFormProps {
  readonly answering: Answering;
  /** Given for another text. */
  readonly stale?: readonly ElectionQuestion[] | undefined;
  readonly onAnswer: (part: Partial<Answering>) => void;
  /** What is missing is said. */
  readonly asked?: boolean | undefined;
  /** It has left already: the first answer may be no. */
  readonly after?: boolean | undefined;
  /** The keys that lead here are printed. */
  readonly withKeys?: boolean | undefined;
  readonly ref?: RefObject<HTMLDivElement | null> | undefined;
}

/** Puts the focus on a question. */
export function goToQuestion(form: HTMLElement | null, question: ElectionQuestion): void {
  const part = form?.querySelector(`[data-question="${question}"]`);
  part?.querySelector<HTMLElement>('input:checked, textarea, input')?.focus();
}

/** The two questions of an election period (P39): whether a text may leave so is for the head to say, not for the app. */
export function ElectionForm({ answering, stale = [], onAnswer, asked, after, withKeys, ref }: ElectionFormProps) {
  const { impersonal, essential } = answering;
  const left = missingOf(answering).filter((one) => one !== 'impersonal' || !after || impersonal === null);
  const signOf = (question: ElectionQuestion) =>
    left.includes(question) ? (
      <Sign name="todo" label="da dare" />
    ) : stale.includes(question) ? (
      <Sign name="warning" label="da ridare" />
    ) : (
      <Sign
        name={confirmed({ word: 'data', evidence: 'La risposta è data sul testo com’è adesso.' })}
        label="data su questo testo"
      />
    );
  const hintOf = (question: ElectionQuestion): string | undefined => {
    if (stale.includes(question)) return 'Da ridare: il testo è cambiato.';
    if (asked && question === 'impersonal' && left.includes(question))
      return after ? 'Rispondi «Sì» o «No».' : 'Rispondi «Sì» quando lo è.';
    return undefined;
  };
  return (
    <div ref={ref}>
      <div className="election-answer" data-question="impersonal">
        <h3>
          {signOf('impersonal')}
          <span className="grow">È scritto in modo impersonale?</span>
          {withKeys && <Kbd keys="I" />}
        </h3>
        <SegmentedChoice
          legend="È scritto in modo impersonale?"
          hideLegend
          options={[
            { value: 'yes', label: 'Sì' },
            { value: 'no', label: after ? 'No' : 'Non ancora' },
          ]}
          value={impersonal === null || stale.includes('impersonal') ? '' : impersonal ? 'yes' : 'no'}
          onChange={(value) => onAnswer({ impersonal: value === 'yes' })}
        />
        {hintOf('impersonal') && <p className="small muted">{hintOf('impersonal')}</p>}
      </div>
      <div className="election-answer" data-question="essential">
        <h3>
          {signOf('essential')}
          <span className="grow">È indispensabile, perché…</span>
          {withKeys && <Kbd keys="P" />}
        </h3>
        <TextArea
          label="È indispensabile, perché"
          hideLabel
          rows={2}
          maxLength={500}
          value={essential}
          onChange={(text) => onAnswer({ essential: text })}
          hint={hintOf('essential')}
          error={asked && left.includes('essential') ? 'Scrivi perché serve ai cittadini proprio adesso.' : undefined}
        />
        {stale.includes('essential') && (
          <div>
            <Button size="small" onClick={() => onAnswer({ essential })}>
              Vale anche per questo testo
            </Button>
          </div>
        )}
        {essential === '' && (
          <div className="election-phrases">
            <span className="small muted">Di solito, in poche parole:</span>
            {PHRASES.map((phrase) => (
              <Button key={phrase} size="small" onClick={() => onAnswer({ essential: phrase })}>
                {phrase}
              </Button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** What becomes of the answers, and what the app does not say. */
export const WHERE_ANSWERS_STAY =
  'Restano nel registro e nel report, con il testo a cui si riferiscono. Se il testo va bene lo decidi tu: l’app non lo dice.';
