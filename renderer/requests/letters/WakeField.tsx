import { useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { DayField } from '#renderer/ui/index.ts';
import type { Day } from '#shared/kernel/day.ts';

export interface WakeFieldProps {
  /** The request that waits. */
  readonly id: string;
  readonly value: Day | '';
  readonly onChange: (day: Day | '') => void;
}

/** The day on which a request that waits wakes by itself (P17); it warns when that is too late for the notice. */
export function WakeField({ id, value, onChange }: WakeFieldProps) {
  const { today } = useSession();
  const wanted = useAnswer('requests.get', { id }).value?.data.sendDate ?? null;
  const late = wanted !== null && value !== '' && wanted >= today && value >= wanted;
  return (
    <DayField
      label="Riprende da sola il"
      today={today}
      value={value}
      onChange={onChange}
      hint={
        late
          ? 'L’avviso è chiesto per quel giorno o prima: scegli un giorno più vicino.'
          : 'Quel giorno torna tra quelle da lavorare.'
      }
      error={value === '' || value <= today ? 'Indica un giorno da domani in poi.' : undefined}
    />
  );
}
