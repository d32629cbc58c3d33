import { SEVERITY_SIGNS } from '#renderer/drafts/editor/ruleWords.ts';
import { CheckField, Chip, PaneBody, PaneHeader, SegmentedChoice, Sign, type SignName } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import type { Severity } from '#shared/drafts/style/engine/finding.ts';
import { UNCONFIRMED } from '#shared/drafts/style/engine/parameters.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { type Pack, settingOf } from '#shared/drafts/style/pack.ts';
import { editSetting } from './packEdits.ts';
import { RuleParameter } from './RuleParameter.tsx';
import { unconfirmedOf } from './ruleGroups.ts';

export interface RuleDetailProps {
  readonly rule: Rule;
  readonly edited: Pack;
  readonly changed: boolean;
  readonly readOnly: boolean;
}

const SEVERITY_OPTIONS = (Object.keys(SEVERITY_SIGNS) as Severity[]).map((value) => ({
  value,
  label: capitalised(value),
  sign: SEVERITY_SIGNS[value],
}));

const MEANING: Readonly<Record<Severity, string>> = {
  errore: 'Un errore chiede una correzione o un motivo.',
  avviso: 'Un avviso si vede, ma non ferma il lavoro.',
  suggerimento: 'Un suggerimento si vede, ma non ferma il lavoro.',
};

function Examples({
  title,
  examples,
  sign,
}: {
  readonly title: string;
  readonly examples: readonly string[];
  readonly sign: SignName;
}) {
  return (
    <section className="rule-examples" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {examples.map((example) => (
          <li key={example}>
            <Sign name={sign} size={14} />
            <span>{example}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One rule: what it asks, where it comes from, how much it weighs, and the choices of the house it depends on. */
export function RuleDetail({ rule, edited, changed, readOnly }: RuleDetailProps) {
  const { on, severity } = settingOf(edited, rule);
  const open = unconfirmedOf(rule, edited).length > 0;
  return (
    <>
      <PaneHeader title={`Regola ${rule.id}`}>
        {changed && <Chip tone="info">modificata, non pubblicata</Chip>}
        {!on && <Chip sign="paused">spenta</Chip>}
      </PaneHeader>
      <PaneBody label={`Regola ${rule.id}`}>
        <div className="rule">
          <h3 className="rule-title">{rule.title}</h3>
          <p>{rule.why}</p>
          <p className="small muted">
            Fonte: {rule.source}
            {open && ` (${UNCONFIRMED})`}
          </p>
          <fieldset className="rule-plain" disabled={readOnly}>
            <CheckField
              label="Regola accesa"
              checked={on}
              onChange={(now) => editSetting(rule.id, { on: now, severity })}
            />
            <SegmentedChoice
              legend="Gravità"
              size="normal"
              options={SEVERITY_OPTIONS}
              value={severity}
              onChange={(now) => editSetting(rule.id, { on, severity: now })}
            />
            <p className="small muted">{on ? MEANING[severity] : 'Spenta: nessun testo viene segnalato.'}</p>
          </fieldset>
          {rule.parameters?.map((name) => (
            <RuleParameter key={name} name={name} choice={edited.parameters[name]} readOnly={readOnly} />
          ))}
          <Examples title="Si accende con" examples={rule.examples.bad.slice(0, 3)} sign={SEVERITY_SIGNS[severity]} />
          <Examples title="Resta spenta con" examples={rule.examples.good.slice(0, 3)} sign="paused" />
        </div>
      </PaneBody>
    </>
  );
}
