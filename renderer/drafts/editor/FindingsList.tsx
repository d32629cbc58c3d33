import { useEffect, useState } from 'react';
import { Button, Chip, Sign, signWord, VisuallyHidden } from '#renderer/ui/index.ts';
import type { Finding, Fix } from '#shared/drafts/style/engine/finding.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { plural } from '#shared/kernel/text.ts';
import { findingKey, type Kept } from './judging.ts';
import { adviceOf, placeOf, SEVERITY_SIGNS } from './ruleWords.ts';

/** Rest of the text before the new count is announced (L4). */
const REST_MS = 600;

/** The count of findings in words, for a live region: it changes only when the text rests. */
export function useRestingCount(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    count('errore') > 0 && plural(count('errore'), 'errore', 'errori'),
    count('avviso') > 0 && plural(count('avviso'), 'avviso', 'avvisi'),
    count('suggerimento') > 0 && plural(count('suggerimento'), 'suggerimento', 'suggerimenti'),
  ].filter(Boolean);
  const said = parts.length === 0 ? 'Nessuna segnalazione' : `Segnalazioni: ${parts.join(', ')}`;
  const [resting, setResting] = useState(said);
  useEffect(() => {
    const timer = setTimeout(() => setResting(said), REST_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return resting;
}

export interface FindingsListProps {
  readonly findings: readonly Finding[];
  readonly text: string;
  readonly kept: Kept;
  readonly readOnly: boolean;
  readonly onShow: (finding: Finding) => void;
  readonly onFix: (fix: Fix) => void;
}

const CLEAN = confirmed({ word: 'a posto', evidence: 'Le regole hanno letto il testo com’è adesso.' });

/** Everything the rules found, worst first: a row shows its place in the text, its button corrects it. */
export function FindingsList({ findings, text, kept, readOnly, onShow, onFix }: FindingsListProps) {
  if (findings.length === 0) {
    return (
      <p className="findings-none">
        <Sign name={CLEAN} size={14} />
        Nessuna segnalazione.
      </p>
    );
  }
  const command = (finding: Finding) => {
    const [first, second] = finding.fixes;
    if (kept[findingKey(finding)] !== undefined) return <Chip>tenuto</Chip>;
    if (readOnly || !first) return null;
    const name = <VisuallyHidden>: {adviceOf(finding)}</VisuallyHidden>;
    return second ? (
      <Button size="small" onClick={() => onShow(finding)}>
        {finding.fixes.length} correzioni{name}
      </Button>
    ) : (
      <Button size="small" title={first.label} onClick={() => onFix(first)}>
        Correggi{name}
      </Button>
    );
  };
  return (
    <ul className="findings" aria-label="Segnalazioni">
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.from} ${finding.to}`} className="finding-row">
          <Sign name={SEVERITY_SIGNS[finding.severity]} label={signWord(SEVERITY_SIGNS[finding.severity])} />
          <button type="button" className="finding-words" onClick={() => onShow(finding)}>
            <b>{adviceOf(finding)}</b>
            <span>{placeOf(finding, text)}</span>
          </button>
          {command(finding)}
        </li>
      ))}
    </ul>
  );
}
