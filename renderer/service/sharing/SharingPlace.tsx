import { Button, Chip } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { ShareView } from '#shared/service/share.ts';
import { sayWaiting } from './concern.ts';

export interface SharingPlaceProps {
  readonly share: ShareView;
  readonly today: Day;
  readonly onRename: () => void;
}

/** Where the shared register lies, when it was last seen, what waits, and what this desk is called. */
export function SharingPlace({ share, today, onRename }: SharingPlaceProps) {
  const { configured, location, exchangedAt, waiting, deskName, state, fingerprint } = share;
  return (
    <section className="sharing-part" aria-labelledby="sharing-place">
      <h2 id="sharing-place">Questa postazione</h2>
      <dl className="sharing-facts">
        <dt>Nome</dt>
        <dd className="row">
          <span className="strong">{deskName}</span>
          <Button size="small" onClick={onRename}>
            Cambia il nome…
          </Button>
        </dd>
        {state !== 'alone' && (
          <>
            <dt>Cartella</dt>
            <dd>
              <span className="mono path">{configured}</span>
              {location?.withoutSpace && (
                <>
                  <Chip tone="warn" sign="warning">
                    trovata senza lo spazio
                  </Chip>
                  <span className="small muted">
                    Uso <span className="mono path">{location.path}</span>: il nome con lo spazio davanti non c’è.
                  </span>
                </>
              )}
            </dd>
            {fingerprint !== null && (
              <>
                <dt>Impronta del registro</dt>
                <dd className="mono">{fingerprint}</dd>
              </>
            )}
            <dt>Ultimo scambio</dt>
            <dd>
              {exchangedAt ? sayMomentAt(exchangedAt, today) : 'nessuno da quando l’app è aperta'}
              {waiting > 0 && <Chip sign="queued">{sayWaiting(waiting)}</Chip>}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
