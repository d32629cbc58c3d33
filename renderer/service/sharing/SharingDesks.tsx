import { useState } from 'react';
import { useSession } from '#renderer/session.tsx';
import { Button, Chip, Isolated, Sign, Table } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { nameOf, type Roster } from '#shared/people/roster.ts';
import type { ShareView } from '#shared/service/share.ts';
import { ExpelDialog } from './ExpelDialog.tsx';
import { type WaitingDesk, waitingDesks } from './quarantine.ts';

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
              <span className="strong">
                <Isolated>{desk.name}</Isolated>
              </span>
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
  if (desk.revoked) {
    return (
      <Chip tone="bad" sign="error">
        tolta {sayMomentAt(desk.revoked.at, today)}
      </Chip>
    );
  }
  if (desk.isThis) return <Chip tone="info">questa</Chip>;
  if (desk.isThere) {
    return (
      <Chip
        truth={confirmed({
          word: 'aperta adesso',
          evidence: desk.seenAt ? `Si è fatta vedere ${sayMomentAt(desk.seenAt, today)}.` : 'Si fa vedere adesso.',
        })}
      />
    );
  }
  return <span>{desk.seenAt ? `vista ${sayMomentAt(desk.seenAt, today)}` : 'non vista da quando l’app è aperta'}</span>;
}

function acceptance({ acceptedBy, acceptedAt }: ShownDesk, roster: Pick<Roster, 'people'>, today: Day): string {
  if (acceptedBy === null || acceptedAt === null) return '';
  return `da ${nameOf(roster, acceptedBy)}, ${sayMomentAt(acceptedAt, today)}`;
}

/** Every desk of the register: who is at it, when it was last seen, its app and its clock. */
export function SharingDesks({ share }: { readonly share: ShareView }) {
  const session = useSession();
  const [leaving, setLeaving] = useState<ShownDesk>();
  const { today } = session;
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
            {
              id: 'name',
              header: 'Nome',
              rowHeader: true,
              cell: ({ name, dev }) => <Isolated>{name || dev}</Isolated>,
            },
            { id: 'person', header: 'Chi c’è', cell: ({ person }) => <Isolated>{person ?? ''}</Isolated> },
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
            { id: 'accepted', header: 'Accettata', muted: true, cell: (desk) => acceptance(desk, session, today) },
            {
              id: 'expel',
              header: 'Togli',
              cell: (desk) =>
                desk.revoked ? (
                  `da ${nameOf(session, desk.revoked.by)}: ${desk.revoked.why}`
                ) : desk.isThis || !share.isEnrolled ? null : (
                  <Button size="small" kind="quiet" onClick={() => setLeaving(desk)}>
                    Togli questa postazione…<span className="visually-hidden"> «{desk.name}»</span>
                  </Button>
                ),
            },
          ]}
        />
      </div>
      {leaving && <ExpelDialog desk={leaving} onClose={() => setLeaving(undefined)} />}
    </section>
  );
}
