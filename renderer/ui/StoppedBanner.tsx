import type { Day } from '#shared/kernel/day.ts';
import type { Status } from '#shared/service/status.ts';
import { useAct } from '../api.ts';
import { Button } from './Button.tsx';
import { sayMomentAt } from './moments.ts';
import { ProblemBanner } from './ProblemBanner.tsx';
import { problemOf } from './problem-of.ts';
import { useToast } from './Toasts.tsx';

export interface StoppedBannerProps {
  readonly stopped: NonNullable<Status['stopped']>;
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
