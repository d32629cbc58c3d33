import './rules.css';
import { useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { SEVERITY_SIGNS } from '#renderer/drafts/editor/ruleWords.ts';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  Chip,
  EmptyState,
  Field,
  ListBox,
  ListRow,
  Loading,
  Panes,
  ProblemBanner,
  problemOf,
  useToast,
} from '#renderer/ui/index.ts';
import { type Pack, settingOf } from '#shared/drafts/style/pack.ts';
import { catalogue } from '#shared/drafts/style/rules/catalogue.ts';
import { sayDayAndYear } from '#shared/kernel/day.ts';
import { plural } from '#shared/kernel/text.ts';
import { editedPack, forgetPackEdits, packChanges, usePackEdits } from './packEdits.ts';
import { RuleDetail } from './RuleDetail.tsx';
import { RulesPublishDialog } from './RulesPublishDialog.tsx';
import { RulesTrial } from './RulesTrial.tsx';
import { ruleGroups, unconfirmedOf } from './ruleGroups.ts';

function versionWords({ version, date, author }: Pack): string {
  return version === 1
    ? 'Versione 1, con i valori predefiniti dell’app.'
    : `Versione ${version}, di ${author}, in uso da ${sayDayAndYear(date)}.`;
}

function changesWords(count: number, head: string | null, isHead: boolean): string {
  if (!isHead) return head ? `Le cambia solo il capo settore: ${head}.` : 'Le cambia solo il capo settore.';
  if (count === 0) return 'Nessuna modifica da pubblicare.';
  return `Hai ${plural(count, 'modifica non pubblicata', 'modifiche non pubblicate')}.`;
}

function RulesDesk({ pack }: { readonly pack: Pack }) {
  const session = useSession();
  const { prontuario } = session.profile;
  const open = useAct('shell.openLink');
  const edits = usePackEdits();
  const show = useToast();
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [publishing, setPublishing] = useState(false);
  const isHead = session.person?.roles.includes('capo settore') ?? false;
  const edited = editedPack(pack, edits);
  const changes = packChanges(pack, edited);
  const changedRules = new Set(
    catalogue
      .filter((rule) =>
        changes.some(
          (change) => change.rule === rule || (change.parameter && rule.parameters?.includes(change.parameter)),
        ),
      )
      .map(({ id }) => id),
  );
  const groups = ruleGroups(filter);
  const shown = groups.flatMap(({ rules }) => rules);
  const rule = shown.find(({ id }) => id === chosen) ?? shown[0];
  const leave = () => {
    const before = usePackEdits.getState();
    forgetPackEdits();
    show({
      text: 'Modifiche lasciate: valgono le regole in uso.',
      action: { label: 'Annulla', keys: 'Control+Z', run: () => usePackEdits.setState(before, true) },
    });
  };
  const list = (
    <>
      <div className="rules-filter">
        <Field
          label={`Filtra ${catalogue.length} regole`}
          hideLabel
          type="search"
          icon="search"
          keys="/"
          placeholder={`Filtra ${catalogue.length} regole`}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {rule ? (
        <ListBox
          label="Regole"
          selected={rule.id}
          onSelect={setChosen}
          groups={groups.map(({ id, title, rules }) => ({
            id,
            title: `${title}, ${plural(rules.length, 'regola', 'regole')}`,
            options: rules.map((one) => {
              const { on, severity } = settingOf(edited, one);
              const flags = [
                changedRules.has(one.id) && (
                  <Chip key="changed" tone="info">
                    modificata
                  </Chip>
                ),
                unconfirmedOf(one, edited).length > 0 && (
                  <Chip key="open" tone="warn">
                    da confermare
                  </Chip>
                ),
              ].filter(Boolean);
              return {
                id: one.id,
                content: (
                  <ListRow
                    sign={on ? SEVERITY_SIGNS[severity] : 'paused'}
                    signLabel={on ? severity : 'spenta'}
                    title={
                      <>
                        <span className="mono rules-name">{one.id}</span> {one.title}
                      </>
                    }
                    flags={flags.length > 0 ? <span className="row">{flags}</span> : undefined}
                  />
                ),
              };
            }),
          }))}
        />
      ) : (
        <EmptyState title="Nessuna regola con queste parole" lines={['Cambia le parole del filtro.']} />
      )}
    </>
  );
  return (
    <div className="rules">
      <div className="rules-head">
        <p className="grow">
          {versionWords(pack)} {changesWords(changes.length, session.duty.head, isHead)}
        </p>
        {prontuario !== null && (
          <Button kind="quiet" icon="external" onClick={() => void open.run({ url: prontuario })}>
            Apri il Prontuario
          </Button>
        )}
        {changes.length > 0 && (
          <>
            <Button kind="quiet" onClick={leave}>
              Lascia le modifiche
            </Button>
            <Button kind="main" onClick={() => setPublishing(true)}>
              Pubblica la versione {pack.version + 1}…
            </Button>
          </>
        )}
      </div>
      {open.problem && <ProblemBanner {...problemOf(open.problem)} />}
      <Panes
        panes={[
          { id: 'list', label: 'Regole', width: 330, sunken: false, content: list },
          {
            id: 'rule',
            label: 'Regola',
            content: rule && (
              <RuleDetail
                key={rule.id}
                rule={rule}
                edited={edited}
                changed={changedRules.has(rule.id)}
                readOnly={!isHead}
              />
            ),
          },
          {
            id: 'trial',
            label: 'Prova',
            width: 316,
            sunken: true,
            content: <RulesTrial pack={pack} edited={edited} />,
          },
        ]}
      />
      {publishing && (
        <RulesPublishDialog pack={pack} edited={edited} changes={changes} onClose={() => setPublishing(false)} />
      )}
    </div>
  );
}

/** The house's rules of style (P23): which are on, how much they weigh, what they depend on; the head publishes them. */
export function RulesSection() {
  const { value: pack, problem } = useAnswer('drafts.pack', {});
  if (problem) return <ProblemBanner {...problemOf(problem)} />;
  return pack ? <RulesDesk pack={pack} /> : <Loading label="Leggo le regole" />;
}
