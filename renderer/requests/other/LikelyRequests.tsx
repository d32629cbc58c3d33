import { useSession } from '#renderer/session.tsx';
import { Button } from '#renderer/ui/index.ts';
import { sayMoment } from '#renderer/ui/moments.ts';
import type { Likely } from '#shared/requests/otherMail.ts';

const STATES: Readonly<Record<Likely['state'], string>> = {
  open: 'da prendere',
  inCharge: 'in lavoro',
  waiting: 'in attesa',
  forwarded: 'inoltrata',
  closed: 'chiusa',
};

export interface LikelyRequestsProps {
  readonly likely: readonly Likely[];
  readonly onJoin: (request: string) => void;
}

/** The requests an e-mail may go with, each with its button (looks 16): the first one also by its key. */
export function LikelyRequests({ likely, onJoin }: LikelyRequestsProps) {
  const { today } = useSession();
  if (likely.length === 0) return null;
  return (
    <section className="other-likely" aria-label="Forse va con">
      <h3>Forse va con</h3>
      <ul>
        {likely.map(({ request, title, office, state, receivedAt, why }) => (
          <li key={request}>
            <span className="grow">
              <b>{title}</b>{' '}
              <span className="muted">
                {[office, why].filter(Boolean).join(', ')}, {STATES[state]}, {sayMoment(receivedAt, today)}
              </span>
            </span>
            <Button size="small" onClick={() => onJoin(request)}>
              Unisci<span className="visually-hidden"> a {title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
