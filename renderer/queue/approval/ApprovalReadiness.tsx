import { Sign } from '#renderer/ui/index.ts';
import { plural } from '#shared/kernel/text.ts';

export interface ApprovalReadinessProps {
  /** There is no text any more. */
  readonly missing: boolean;
  /** Errors of the text nobody has corrected or kept with a reason. */
  readonly errors: number;
  readonly onGo: () => void;
}

/** How the text that the head changed stands, with the way to what is wrong in it (P30). */
export function ApprovalReadiness({ missing, errors, onGo }: ApprovalReadinessProps) {
  const obstacle = missing
    ? 'Manca il testo: scrivilo, oppure torna a quello di prima.'
    : errors > 0
      ? `Il testo ha ${plural(errors, 'errore', 'errori')}: correggi, oppure scrivi perché.`
      : undefined;
  return (
    <>
      <Sign name={obstacle ? 'error' : 'info'} />
      <span className={obstacle ? 'text-bad strong' : undefined} role="status">
        {obstacle ?? 'Approvi il testo come l’hai cambiato.'}
      </span>
      {obstacle && (
        <button type="button" className="link" onClick={onGo}>
          Vai al primo
        </button>
      )}
    </>
  );
}
