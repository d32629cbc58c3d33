import { CheckField, ProblemBanner } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Stopped } from '#shared/queue/stop.ts';

export interface StoppedChoiceProps {
  readonly stopped: Stopped;
  readonly today: Day;
  /** Somebody tried to send without the choice. */
  readonly asked: boolean;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** All sendings are stopped: an emergency leaves only when who sends it says so (P34). */
export function StoppedChoice({ stopped: { by, at, why }, today, asked, checked, onChange }: StoppedChoiceProps) {
  const isMissing = asked && !checked;
  return (
    <ProblemBanner
      tone={isMissing ? 'bad' : 'warn'}
      place="below"
      heading="Tutti gli invii sono fermi"
      lines={[
        `Li ha fermati ${by} ${sayMomentAt(at, today)}: ${why}`,
        ...(isMissing ? ['Se questa emergenza deve partire lo stesso, dillo qui sotto.'] : []),
      ]}
      actions={<CheckField label="Invia lo stesso questa emergenza" checked={checked} onChange={onChange} />}
    />
  );
}
