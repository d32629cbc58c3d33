import { useRef } from 'react';
import { Button, ShortcutGroup, Sign, useShortcuts } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import type { Finding, Fix } from '#shared/drafts/style/engine/finding.ts';
import { SEVERITY_SIGNS, titleOf } from './ruleWords.ts';

/** Fixes beyond these are rarer than a key can remember. */
const MAX_FIXES = 3;

export interface FindingCardProps {
  readonly finding: Finding;
  /** Why it stays, when somebody said so. */
  readonly kept: string | undefined;
  readonly readOnly: boolean;
  readonly onFix: (fix: Fix) => void;
  readonly onKeep: () => void;
  readonly onClose: () => void;
}

function CardKeys({ onClose }: Pick<FindingCardProps, 'onClose'>) {
  useShortcuts([{ keys: 'Escape', label: 'Chiudi la scheda', run: onClose }]);
  return null;
}

/** What is wrong here, why, from where, and what can be done: keys 1 2 3 while the focus is inside (L5), where a click on it puts it. */
export function FindingCard({ finding, kept, readOnly, onFix, onKeep, onClose }: FindingCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const { severity, message, why, source } = finding;
  const fixes = finding.fixes.slice(0, MAX_FIXES);
  const title = titleOf(finding);
  return (
    <div
      ref={card}
      className="finding-card"
      role="dialog"
      tabIndex={-1}
      aria-label={`${capitalised(severity)}: ${title}`}
    >
      <ShortcutGroup name="Nella scheda della segnalazione">
        <CardKeys onClose={onClose} />
        <div className="finding-card-head">
          <Sign name={SEVERITY_SIGNS[severity]} />
          <b className="grow">{title}</b>
          <span className={`finding-severity finding-severity-${severity}`}>{capitalised(severity)}</span>
        </div>
        <p className="finding-card-message">{message}</p>
        <dl>
          {why && (
            <>
              <dt>Perché</dt>
              <dd>{why}</dd>
            </>
          )}
          <dt>Fonte</dt>
          <dd>{source}</dd>
          {kept && (
            <>
              <dt>Tenuto</dt>
              <dd>{kept}</dd>
            </>
          )}
        </dl>
        {!readOnly && (
          <div className="finding-card-foot">
            {fixes.map((fix, index) => (
              <Button
                key={fix.label}
                size="small"
                kind={index === 0 ? 'main' : 'plain'}
                keys={String(index + 1)}
                keysWithin={card}
                onClick={() => onFix(fix)}
              >
                {fix.label}
              </Button>
            ))}
            <Button size="small" kind="quiet" keys={String(fixes.length + 1)} keysWithin={card} onClick={onKeep}>
              {kept ? 'Cambia il motivo…' : 'Tieni, perché…'}
            </Button>
          </div>
        )}
      </ShortcutGroup>
    </div>
  );
}
