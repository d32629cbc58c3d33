import type { Day } from '#shared/kernel/day.ts';
import { nameOf, type Roster } from '#shared/people/roster.ts';
import type { ShareView } from '#shared/service/share.ts';
import type { Status } from '#shared/service/status.ts';
import { Button, Chip, Sign, Table } from '../ui/index.ts';
import { sayMomentAt } from '../ui/moments.ts';
import { type WaitingDesk, waitingDesks } from './shareConcerns.ts';

export interface WaitingDesksProps {
  readonly share: ShareView;
  readonly today: Day;
  /** Letting the first one in is the main act of the screen. */
  readonly isAnswer: boolean;
  readonly onAccept: (desk: WaitingDesk) => void;
}

/** The desks that ask to be let in, each with its one button; nothing where none does, or where this one is not in yet. */
export function WaitingDesks({ share, today, isAnswer, onAccept }: WaitingDesksProps) {
  const waiting = waitingDesks(share);
  if (waiting.length === 0 || !share.isEnrolled) return null;
  return (
    <section className="sharing-part" aria-labelledby="sharing-waiting">
      <h2 id="sharing-waiting">Chiedono di entrare</h2>
      <ul className="sharing-waiting">
        {waiting.map((desk, index) => (
          <li key={`${desk.dev} ${desk.key}`}>
            <Sign name="unverified" />
            <span className="grow">
              <span className="strong">{desk.name}</span>
              <span className="small muted"> aspetta da {sayMomentAt(desk.since, today)}</span>
            </span>
            <Button
              size="small"
              kind={index === 0 && isAnswer ? 'main' : 'plain'}
              icon="tick"
              onClick={() => onAccept(desk)}
            >
              Accetta<span className="visually-hidden"> «{desk.name}»</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

type ShownDesk = ShareView['desks'][number];

function Presence({ desk, today }: { readonly desk: ShownDesk; readonly today: Day }) {
  if (desk.isThis) return <Chip tone="info">questa</Chip>;
  if (desk.isThere) {
    return (
      <Chip tone="ok" sign="done">
        aperta adesso
      </Chip>
    );
  }
  return <span>{desk.seenAt ? `vista ${sayMomentAt(desk.seenAt, today)}` : 'non vista da quando l’app è aperta'}</span>;
}

function acceptance({ acceptedBy, acceptedAt }: ShownDesk, roster: Pick<Roster, 'people'>, today: Day): string {
  if (acceptedBy === null || acceptedAt === null) return '';
  return `da ${nameOf(roster, acceptedBy)}, ${sayMomentAt(acceptedAt, today)}`;
}

/** Every desk of the register: who is at it, when it was last seen, its app and its clock. */
export function SharingDesks({ status }: { readonly status: Status }) {
  const { share, today } = status;
  if (share.desks.length === 0) return null;
  const desks = share.desks.toSorted((one, other) => Number(other.isThis) - Number(one.isThis));
  return (
    <section className="sharing-part" aria-labelledby="sharing-desks">
      <h2 id="sharing-desks">Postazioni</h2>
      <div className="sharing-table">
        <Table
          caption="Postazioni del registro"
          density="roomy"
          rows={desks}
          rowId={({ dev }) => dev}
          columns={[
            { id: 'name', header: 'Nome', rowHeader: true, cell: ({ name, dev }) => name || dev },
            { id: 'person', header: 'Chi c’è', cell: ({ person }) => person ?? '' },
            { id: 'seen', header: 'Quando', cell: (desk) => <Presence desk={desk} today={today} /> },
            {
              id: 'app',
              header: 'App e orologio',
              muted: true,
              cell: ({ app, clockAhead }) => (
                <span className="row">
                  {app}
                  {clockAhead && (
                    <Chip tone="warn" sign="warning">
                      orologio avanti
                    </Chip>
                  )}
                </span>
              ),
            },
            { id: 'accepted', header: 'Accettata', muted: true, cell: (desk) => acceptance(desk, status, today) },
          ]}
        />
      </div>
    </section>
  );
}
