import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

export interface TrainingBannerProps {
  readonly onLeave: () => void;
}

/** The permanent band of the training mode (P64). */
export function TrainingBanner({ onLeave }: TrainingBannerProps) {
  return (
    <section className="training" aria-label="Addestramento">
      <Icon name="alert" />
      <p className="training-words">Addestramento: dati inventati, niente esce da questo computer.</p>
      <span className="grow" />
      <Button size="small" onClick={onLeave}>
        Esci dall’addestramento
      </Button>
    </section>
  );
}
