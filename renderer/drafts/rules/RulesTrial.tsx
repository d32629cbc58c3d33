import { useMemo, useState } from 'react';
import { adviceOf, placeOf, SEVERITY_SIGNS, titleOf } from '#renderer/drafts/editor/ruleWords.ts';
import { useSession } from '#renderer/session.tsx';
import { PaneBody, PaneHeader, Sign, TextArea } from '#renderer/ui/index.ts';
import { checkContextOf } from '#shared/drafts/style/engine/context.ts';
import type { Pack } from '#shared/drafts/style/pack.ts';
import { plural } from '#shared/kernel/text.ts';
import { type TrialDifference, tryRules } from './rulesTrial.ts';

/** A notice with something for several families of rules. */
const EXAMPLE = `*CHIUSURA UFFICI*

Si avvisa la cittadinanza che gli uffici verranno chiusi dalle 20:30.
Il ritiro sarà garantito lunedì.`;

function sayDifference({ kind, finding, before }: TrialDifference): string {
  if (kind === 'new') return `nuovo ${finding.severity}`;
  return kind === 'gone' ? `non più ${finding.severity}` : `da ${before?.severity} a ${finding.severity}`;
}

export interface RulesTrialProps {
  readonly pack: Pack;
  readonly edited: Pack;
}

/** A text of choice, and what the changes would make of it before anybody meets them (L11). */
export function RulesTrial({ pack, edited }: RulesTrialProps) {
  const { profile, today } = useSession();
  const [text, setText] = useState(EXAMPLE);
  const trial = useMemo(
    () => tryRules(text, pack, edited, checkContextOf(profile, today)),
    [text, pack, edited, profile, today],
  );
  const { before, after, differences, same } = trial;
  return (
    <>
      <PaneHeader title="Prova su un testo" />
      <PaneBody>
        <TextArea label="Testo di prova" rows={6} value={text} onChange={setText} />
        <p className="rules-count" aria-live="polite">
          <b>{plural(after, 'segnalazione', 'segnalazioni')}</b>
          <span className="muted">
            {differences.length === 0 ? 'Come con le regole in uso.' : `Con le regole in uso: ${before}.`}
          </span>
        </p>
        <ul className="rules-differences" aria-label="Che cosa cambierebbe">
          {differences.map((difference) => {
            const { finding, kind } = difference;
            return (
              <li key={`${kind} ${finding.rule} ${finding.from} ${finding.to}`}>
                <Sign name={kind === 'gone' ? 'cancelled' : SEVERITY_SIGNS[finding.severity]} />
                <span>
                  <b>{titleOf(finding)}</b>, {sayDifference(difference)}
                  <span className="muted">{placeOf(finding, text)}</span>
                </span>
              </li>
            );
          })}
        </ul>
        <ul className="rules-differences" aria-label="Che cosa resta segnalato">
          {same.map((finding) => (
            <li key={`${finding.rule} ${finding.from} ${finding.to}`}>
              <Sign name={SEVERITY_SIGNS[finding.severity]} label={finding.severity} />
              <span>
                {adviceOf(finding)}
                <span className="muted">{placeOf(finding, text)}</span>
              </span>
            </li>
          ))}
        </ul>
      </PaneBody>
    </>
  );
}
