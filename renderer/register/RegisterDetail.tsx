import { differences } from '#shared/drafts/differences.ts';
import { type Day, sayDay, sayDayAndYear } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Person } from '#shared/people/person.ts';
import type { Entry } from '#shared/register/entry.ts';
import { useAct } from '../api.ts';
import { Button, Chip, Differences, PaneBody, PaneHeader, ProblemBanner, problemOf, Sign } from '../ui/index.ts';
import { capitalised, sayMomentAt } from '../ui/moments.ts';
import { isAltered, type RegisterRow, sayNumber, sayShortMoment } from './registerRows.ts';

export interface RegisterDetailProps {
  readonly row: RegisterRow;
  readonly today: Day;
  readonly people: readonly Person[];
  readonly onClose: () => void;
}

interface VersionProps {
  readonly label: string;
  readonly when: string;
  readonly text: string;
  readonly altered?: boolean;
}

function Version({ label, when, text, altered = false }: VersionProps) {
  return (
    <details className="version">
      <summary>
        <Sign name={altered ? 'warning' : 'done'} size={16} />
        <span className="grow">{label}</span>
        <span className="muted nowrap">{when}</span>
      </summary>
      <p className="version-text">{text}</p>
    </details>
  );
}

function Versions({ entry, today, people }: { readonly entry: Entry } & Pick<RegisterDetailProps, 'today' | 'people'>) {
  const { asked, receivedAt, rewritten, approved, sent } = entry;
  const name = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  const altered = isAltered(entry);
  return (
    <section aria-labelledby="register-texts">
      <h3 id="register-texts">I quattro testi</h3>
      <Version label="Chiesto dall’ufficio" when={sayShortMoment(receivedAt, today)} text={asked} />
      <Version
        label={`Riscritto, ${name(rewritten.by)}`}
        when={sayShortMoment(rewritten.at, today)}
        text={rewritten.text}
      />
      {approved ? (
        <Version
          label={`Approvato, ${name(approved.by)}`}
          when={sayShortMoment(approved.at, today)}
          text={approved.text}
        />
      ) : (
        <p className="version-none">
          <Sign name="unverified" />
          Nessuna approvazione
        </p>
      )}
      <Version
        label={altered ? 'Inviato, diverso dall’approvato' : `Inviato, ${name(sent.by)}`}
        when={sayShortMoment(sent.at, today)}
        text={sent.text}
        altered={altered}
      />
    </section>
  );
}

function Facts({ row, today, onLink }: Pick<RegisterDetailProps, 'row' | 'today'> & { readonly onLink: () => void }) {
  const { entry, office, category, route } = row;
  const { day, time } = romeOf(entry.sentAt);
  const facts: readonly (readonly [label: string, value: string])[] = [
    ['Chiesto da', capitalised(office)],
    ['Categoria', capitalised(category)],
    ['Data richiesta', entry.requestedDate ? sayDay(entry.requestedDate) : 'non indicata'],
    ['Previsto', sayMomentAt(entry.plannedFor, today)],
    ['Inviato', `${day.slice(0, 4) === today.slice(0, 4) ? sayDay(day) : sayDayAndYear(day)} alle ${time}`],
    ['Via', capitalised(route)],
    ['Persone', entry.recipients === null ? 'non noto' : sayNumber(entry.recipients)],
  ];
  return (
    <dl className="register-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {entry.link && (
        <div>
          <dt>Notizia</dt>
          <dd>
            <button type="button" className="link register-link" onClick={onLink}>
              {URL.parse(entry.link)?.pathname ?? entry.link}
            </button>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Deviations({ entry }: { readonly entry: Entry }) {
  const { deviations, emergency } = entry;
  const lines = emergency
    ? [`Emergenza autorizzata da ${emergency.authoriser}: ${emergency.why}`, ...deviations]
    : deviations;
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="register-deviations">
      <h3 id="register-deviations">Scostamenti</h3>
      <ul className="register-deviations">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ entry }: { readonly entry: Entry }) {
  if (!entry.approved) return null;
  return (
    <section aria-labelledby="register-changes">
      <h3 id="register-changes">Differenze con il testo approvato</h3>
      {isAltered(entry) ? (
        <Differences size="small" segments={differences(entry.approved.text, entry.sent.text)} />
      ) : (
        <p className="muted">Nessuna: il testo inviato è quello approvato.</p>
      )}
    </section>
  );
}

/** A row explains itself: where it comes from, its four texts, what went differently (P24, P40). */
export function RegisterDetail({ row, today, people, onClose }: RegisterDetailProps) {
  const link = useAct('shell.openLink');
  const { entry, number, notes } = row;
  const open = () => {
    if (entry.link) void link.run({ url: entry.link });
  };
  return (
    <>
      <PaneHeader title={entry.number === null ? 'Numero provvisorio' : `Numero ${number}`}>
        <Button kind="quiet" size="small" icon="close" label="Chiudi il dettaglio" onClick={onClose} />
      </PaneHeader>
      <PaneBody label={`Dettaglio di «${entry.title}»`}>
        <div className="register-detail">
          <p className="register-title">{entry.title}</p>
          <p className="register-chips">
            <Chip tone="ok" sign="done">
              inviato
            </Chip>
            {notes.map((note) => (
              <Chip key={note} tone={note === 'emergenza' ? 'bad' : 'warn'} sign="warning">
                {note}
              </Chip>
            ))}
          </p>
          {link.problem && <ProblemBanner place="below" {...problemOf(link.problem)} />}
          <Facts row={row} today={today} onLink={open} />
          <Versions entry={entry} today={today} people={people} />
          <Changes entry={entry} />
          <Deviations entry={entry} />
        </div>
      </PaneBody>
    </>
  );
}
