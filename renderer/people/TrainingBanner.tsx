import { Button, Icon } from '#renderer/ui/index.ts';

export interface TrainingBannerProps {
  readonly municipality: string;
  readonly onLeave: () => void;
}

/** The permanent band of the training mode (P64). */
export function TrainingBanner({ municipality, onLeave }: TrainingBannerProps) {
  return (
    <section className="training" aria-label="Addestramento">
      <Icon name="alert" />
      <p className="training-words">
        Addestramento: dati inventati, niente esce da questo computer. Si prova con {municipality}.
      </p>
      <span className="grow" />
      <Button size="small" onClick={onLeave}>
        Esci dall’addestramento
      </Button>
    </section>
  );
}
