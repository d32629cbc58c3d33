import './recovery.css';
import { useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Loading, PaneBody, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { CopyView } from '#shared/ipc/recovery.ts';
import { CopyList } from './CopyList.tsx';
import { RepairDialog, RestoreDialog } from './RecoveryDialogs.tsx';
import { damagedLines } from './recoveryWords.ts';

/** After a restore: sendings wait until somebody says that they may leave. */
function RestoredBanner({ from }: { readonly from: string }) {
  const { today } = useSession();
  const confirm = useAct('service.confirmRestored');
  return (
    <>
      <ProblemBanner
        tone="warn"
        heading="I dati vengono da un ripristino: gli invii aspettano"
        lines={[
          `Quello che è successo dopo ${sayMomentAt(from, today)} può mancare: qualche avviso in coda può essere già partito.`,
          'Guarda la coda e segna quello che è già stato inviato; poi fai ripartire gli invii.',
        ]}
        actions={
          <Button size="small" onClick={() => void (confirm.busy || confirm.run({}))}>
            Ho guardato: gli invii possono partire
          </Button>
        }
      />
      {confirm.problem && <ProblemBanner {...problemOf(confirm.problem)} />}
    </>
  );
}

/** How the data of this computer are, and the copies of them (P41, P69). */
export function CopiesSection() {
  const { today, training } = useSession();
  const health = useAnswer('service.health', {}).value;
  const recovery = useAnswer('core.recovery', {});
  const copy = useAct('service.copyNow');
  const show = useToast();
  const [restoring, setRestoring] = useState<CopyView>();
  const [repairing, setRepairing] = useState(false);
  const run = async () => {
    if (copy.busy) return;
    const made = await copy.run({});
    if (made.ok) show({ text: 'Copia fatta e controllata.' });
  };
  if (training) {
    return (
      <PaneBody>
        <p className="muted">I dati dell’esempio sono inventati: di quelli non si fanno copie.</p>
      </PaneBody>
    );
  }
  const problem = copy.problem ?? health?.copies.problem ?? recovery.problem;
  return (
    <PaneBody>
      {health?.damage && (
        <ProblemBanner
          {...problemOf(health.damage)}
          actions={
            <Button size="small" onClick={() => setRepairing(true)}>
              Salva quello che si legge…
            </Button>
          }
        />
      )}
      {health && health.damaged.length > 0 && (
        <ProblemBanner
          tone="warn"
          heading="Qualche dato è rovinato; gli altri sono stati letti"
          lines={[
            ...damagedLines(health.damaged, today),
            'Non l’ho condiviso. Se serve, ripristina una copia di prima del guasto.',
          ]}
        />
      )}
      {health?.restored && <RestoredBanner {...health.restored} />}
      {problem && <ProblemBanner tone="warn" {...problemOf(problem)} />}
      <div className="copies-head">
        <p className="muted grow">
          L’app fa e controlla una copia al giorno, e ne tiene sette. Sono su questo computer: se si rompe il disco non
          bastano, il registro condiviso sì.
        </p>
        <Button icon="copy" onClick={() => void run()}>
          Fai una copia adesso
        </Button>
      </div>
      {recovery.value ? (
        <CopyList copies={recovery.value.copies} today={today} onRestore={setRestoring} />
      ) : (
        recovery.loading && <Loading label="Guardo le copie" />
      )}
      {restoring && <RestoreDialog copy={restoring} today={today} onClose={() => setRestoring(undefined)} />}
      {repairing && <RepairDialog onClose={() => setRepairing(false)} />}
    </PaneBody>
  );
}
