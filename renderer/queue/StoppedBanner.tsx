import { useAct } from '#renderer/api.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { ProblemBanner } from '#renderer/ui/ProblemBanner.tsx';
import { problemOf } from '#renderer/ui/problemWords.ts';
import { useToast } from '#renderer/ui/Toasts.tsx';
import type { Day } from '#shared/kernel/day.ts';
import type { Stopped } from '#shared/queue/stop.ts';

export interface StoppedBannerProps {
  readonly stopped: Stopped;
  readonly today: Day;
}

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** All sendings are stopped: by whom, when and why, and the way to let them go again (P33). */
export function StoppedBanner({ stopped: { by, at, why }, today }: StoppedBannerProps) {
  const resume = useAct('queue.resume');
  const stop = useAct('queue.stop');
  const show = useToast();
  const run = async () => {
    if (resume.busy || !(await resume.run({})).ok) return;
    show({
      text: 'Gli invii riprendono. Quelli la cui ora è passata partono tra dieci secondi.',
      action: { label: 'Annulla', keys: 'Control+Z', run: () => void stop.run({ why }) },
    });
  };
  return (
    <>
      <ProblemBanner
        heading="Tutti gli invii sono fermi"
        lines={[
          sentence(`Li ha fermati ${by} ${sayMomentAt(at, today)}: ${why}`),
          'Da nessuna postazione parte niente finché qualcuno non riprende. Solo un’emergenza può partire, se chi la invia lo sceglie.',
        ]}
        sign="paused"
        actions={
          <Button size="small" onClick={() => void run()}>
            Riprendi gli invii
          </Button>
        }
      />
      {resume.problem && <ProblemBanner {...problemOf(resume.problem)} />}
    </>
  );
}
