import type { FilledLine, Reasons } from '#renderer/drafts/editor/judging.ts';
import { placeOf, titleOf } from '#renderer/drafts/editor/ruleWords.ts';
import { Sign, TextArea } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import type { Finding } from '#shared/drafts/style/engine/finding.ts';

/** Lines of the checklist that have no reason yet. */
export const unexplained = (lines: readonly FilledLine[], reasons: Reasons): readonly FilledLine[] =>
  lines.filter(({ line }) => (reasons[line] ?? '').trim() === '');

export interface ReasonFieldsProps {
  /** Lines of the checklist that fail and may go on with a reason (P25). */
  readonly lines: readonly FilledLine[];
  /** The errors of the text, named under the line of the style guide. */
  readonly errors: readonly Finding[];
  readonly text: string;
  readonly reasons: Reasons;
  /** Somebody tried to go on: what is missing is said. */
  readonly asked: boolean;
  readonly onReason: (line: string, why: string) => void;
}

/** One reason for each line that is not in order; with all of them the request goes on, and they stay on record. */
export function ReasonFields({ lines, errors, text, reasons, asked, onReason }: ReasonFieldsProps) {
  const missing = unexplained(lines, reasons);
  return lines.map((one) => (
    <div key={one.line} className="forward-line">
      {one.line === 'prontuario' && (
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
        label={`${capitalised(one.line)}: ${one.detail}. Perché va bene così`}
        value={reasons[one.line] ?? ''}
        onChange={(why) => onReason(one.line, why)}
        error={asked && missing.includes(one) ? 'Scrivi il motivo, oppure torna a correggere.' : undefined}
      />
    </div>
  ));
}
