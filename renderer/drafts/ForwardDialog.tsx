import { useState } from 'react';
import type { Finding } from '#shared/drafts/finding.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { Button, Dialog, ProblemBanner, problemOf, Sign, TextArea } from '../ui/index.ts';
import { capitalised } from '../ui/moments.ts';
import type { FilledLine, Reasons } from './judging.ts';
import { placeOf, titleOf } from './ruleWords.ts';

export interface ForwardDialogProps {
  /** Lines of the checklist that fail and may go on with a reason (P25). */
  readonly lines: readonly FilledLine[];
  /** The errors of the text, named under the line of the style guide. */
  readonly errors: readonly Finding[];
  readonly text: string;
  readonly problem: Problem | undefined;
  readonly onForward: (reasons: Reasons) => void;
  readonly onClose: () => void;
}

/** One reason for each line that is not in order; with all of them the request goes on, and they stay on record. */
export function ForwardDialog({ lines, errors, text, problem, onForward, onClose }: ForwardDialogProps) {
  const [reasons, setReasons] = useState<Reasons>({});
  const [asked, setAsked] = useState(false);
  const missing = (line: string) => (reasons[line] ?? '').trim() === '';
  const forward = () => {
    setAsked(true);
    if (!lines.some(({ line }) => missing(line))) onForward(reasons);
  };
  return (
    <Dialog
      title="Inoltra con un motivo"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Torna a correggere</Button>
          <Button kind="main" keys="Control+Enter" onClick={forward}>
            Inoltra al capo settore
          </Button>
        </>
      }
    >
      <p>
        Qualcosa non è a posto. Se va bene così, scrivi perché: il capo settore lo legge e il motivo resta nel registro.
      </p>
      {lines.map(({ line, detail }) => (
        <div key={line} className="forward-line">
          {line === 'prontuario' && (
            <ul>
              {errors.map((finding) => (
                <li key={`${finding.rule} ${finding.from}`}>
                  <Sign name="error" size={14} label="errore" />
                  <span>
                    {titleOf(finding)}, {placeOf(finding, text)}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <TextArea
            label={`${capitalised(line)}: ${detail}. Perché va bene così`}
            value={reasons[line] ?? ''}
            onChange={(why) => setReasons((before) => ({ ...before, [line]: why }))}
            error={asked && missing(line) ? 'Scrivi il motivo, oppure torna a correggere.' : undefined}
          />
        </div>
      ))}
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
    </Dialog>
  );
}
