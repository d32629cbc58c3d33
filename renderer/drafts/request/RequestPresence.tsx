import { useAnswer } from '#renderer/api.ts';
import { Sign } from '#renderer/ui/index.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { openElsewhere } from '#shared/service/share.ts';

const LIST = new Intl.ListFormat('it');

export interface RequestPresenceProps {
  readonly request: RequestDetail;
}

/** Who else has the request open now, and that its charge is not yet certain: nothing when there is nothing to say. */
export function RequestPresence({ request }: RequestPresenceProps) {
  const share = useAnswer('service.sharing', {}).value;
  if (!share) return null;
  const others = openElsewhere(share, request.id);
  const { inCharge } = request;
  const unseen = share.state !== 'alone' && share.state !== 'connected' && share.state !== 'connecting';
  const provisional = unseen && inCharge !== null && !inCharge.claimed;
  if (others.length === 0 && !provisional) return null;
  return (
    <div className="request-presence" role="status">
      {others.length > 0 && (
        <span className="row">
          <Sign name="info" size={14} />
          Aperta anche da {LIST.format(others)}
        </span>
      )}
      {provisional && (
        <span className="row">
          <Sign name="queued" size={14} />
          Presa in carico provvisoria: le altre postazioni la vedono appena la cartella condivisa risponde
        </span>
      )}
    </div>
  );
}
