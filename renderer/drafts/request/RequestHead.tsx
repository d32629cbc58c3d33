import { BandNumber } from '#renderer/requests/mail/BandNumber.tsx';
import type { BandRequest } from '#renderer/requests/mail/mailBands.ts';
import { Button, Chip, ScreenHead, Sign, type SignName, useShortcuts } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { RequestDetail } from '#shared/requests/views.ts';

/** Where a request stands in the list it was opened from. */
export interface Neighbours {
  /** From 1; 0 when the request is not in that list. */
  readonly position: number;
  readonly total: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

export interface RequestHeadProps {
  readonly request: RequestDetail;
  readonly family: readonly BandRequest[];
  readonly neighbours: Neighbours;
  /** Errors of the text on screen, for the sign of its own request. */
  readonly errors: number;
  readonly today: string;
  readonly onOpen: (id: string) => void;
  readonly onBack: () => void;
}

interface RequestSign {
  readonly sign: SignName;
  readonly label: string;
}

function signOf(one: BandRequest, isCurrent: boolean, errors: number): RequestSign {
  if (one.state === 'forwarded') return { sign: 'queued', label: 'inoltrata' };
  if (one.state === 'closed') return { sign: 'cancelled', label: 'chiusa' };
  if (one.state === 'waiting') return { sign: 'paused', label: 'in attesa' };
  if (isCurrent && errors > 0) return { sign: 'error', label: errors === 1 ? '1 errore' : `${errors} errori` };
  if (one.missing.length > 0) return { sign: 'warning', label: 'da completare' };
  return { sign: 'todo', label: 'da fare' };
}

function Family({ request, family, errors, onOpen }: RequestHeadProps) {
  const inOrder = [...family].sort((one, other) => one.index - other.index);
  useShortcuts(
    inOrder.map(({ id, index, title }) => ({
      keys: `Alt+${index}`,
      label: `Richiesta ${index}: ${title}`,
      run: () => onOpen(id),
    })),
  );
  return (
    <nav className="family" aria-label="Richieste in questa e-mail">
      {inOrder.map((one) => {
        const { sign, label } = signOf(one, one.id === request.id, errors);
        return (
          <button
            key={one.id}
            type="button"
            className={`family-one band-${((one.index - 1) % 4) + 1}`}
            aria-current={one.id === request.id ? 'page' : undefined}
            aria-keyshortcuts={`Alt+${one.index}`}
            onClick={() => onOpen(one.id)}
          >
            <BandNumber index={one.index} />
            <span className="ellipsis">{one.title}</span>
            <Sign name={sign} label={label} />
          </button>
        );
      })}
    </nav>
  );
}

/** Where the request comes from, the other requests of its e-mail, when it is due, and its neighbours in the list. */
export function RequestHead(props: RequestHeadProps) {
  const { request, family, neighbours, today, onOpen, onBack } = props;
  const { previous, next, position, total } = neighbours;
  const decided = request.state === 'forwarded' || request.state === 'closed';
  const from = [request.data.office, request.senderName].filter(Boolean).join(', ');
  return (
    <ScreenHead
      title={request.title}
      crumbs={[{ label: 'Richieste', onGo: onBack }, { label: from || 'Senza mittente' }]}
    >
      {family.length > 1 && <Family {...props} />}
      {!decided && (
        <span className="not-compact head-due">
          <Chip icon="clock" tone={request.urgent ? 'bad' : 'idle'}>
            Scade {sayMomentAt(request.due, today)}
          </Chip>
        </span>
      )}
      {position > 0 && (
        <span className="row not-compact head-neighbours">
          <Button
            size="small"
            icon="left"
            label="Richiesta precedente"
            keys="Alt+ArrowUp"
            disabled={previous === undefined}
            onClick={() => previous !== undefined && onOpen(previous)}
          />
          <span className="small muted nowrap">
            {position} di {total}
          </span>
          <Button
            size="small"
            icon="right"
            label="Richiesta successiva"
            keys="Alt+ArrowDown"
            disabled={next === undefined}
            onClick={() => next !== undefined && onOpen(next)}
          />
        </span>
      )}
    </ScreenHead>
  );
}
