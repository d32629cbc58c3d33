import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, CheckField, Dialog, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import type { Pack } from '#shared/drafts/style/pack.ts';
import { forgetPackEdits, type PackChange } from './packEdits.ts';
import { sayChange } from './ruleGroups.ts';

export interface RulesPublishDialogProps {
  readonly pack: Pack;
  readonly edited: Pack;
  readonly changes: readonly PackChange[];
  readonly onClose: () => void;
}

/** Publishing cannot be undone, so it is asked: every change in words, then the new version is in use on every desk. */
export function RulesPublishDialog({ pack, edited, changes, onClose }: RulesPublishDialogProps) {
  const publish = useAct('drafts.publishPack');
  const show = useToast();
  const [confirmed, setConfirmed] = useState(pack.confirmed);
  const next = pack.version + 1;
  const run = async () => {
    if (publish.busy) return;
    const reply = await publish.run({ pack: { ...edited, confirmed } });
    if (!reply.ok) return;
    forgetPackEdits();
    onClose();
    show({ text: `Pubblicata la versione ${reply.value.version} delle regole.` });
  };
  return (
    <Dialog
      title={`Pubblica la versione ${next} delle regole`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Lascia stare</Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            Pubblica la versione {next}
          </Button>
        </>
      }
    >
      <p>Da subito ogni testo si controlla così. I testi già approvati restano approvati.</p>
      <ul className="rules-changes" aria-label="Modifiche">
        {changes.map((change) => (
          <li key={change.key}>{sayChange(change, pack, edited)}</li>
        ))}
      </ul>
      <CheckField label="Il Comune ha adottato queste regole come sue" checked={confirmed} onChange={setConfirmed} />
      {publish.problem && <ProblemBanner {...problemOf(publish.problem)} />}
    </Dialog>
  );
}
