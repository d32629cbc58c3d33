import { Button, Icon } from '#renderer/ui/index.ts';
import { type Day, sayDayAndYear } from '#shared/kernel/day.ts';

export interface TrainingBannerProps {
  readonly municipality: string;
  /** The day of the exercise, which need not be the true one. */
  readonly today: Day;
  readonly onLeave: () => void;
}

/** The permanent band of the training mode (P64). */
export function TrainingBanner({ municipality, today, onLeave }: TrainingBannerProps) {
  return (
    <section className="training" aria-label="Addestramento">
      <Icon name="alert" />
      <p className="training-words">
        Addestramento: dati inventati, niente esce da questo computer. Si prova con {municipality}; per l’esercizio è{' '}
        {sayDayAndYear(today)}.
      </p>
      <span className="grow" />
      <Button size="small" onClick={onLeave}>
        Esci dall’addestramento
      </Button>
    </section>
  );
}
