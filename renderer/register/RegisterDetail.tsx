import { type Day, sayDay, sayDayAndYear } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Person } from '#shared/people/person.ts';
import type { Entry } from '#shared/register/entry.ts';
import { useAct } from '../api.ts';
import { Button, Chip, PaneBody, PaneHeader, ProblemBanner, problemOf } from '../ui/index.ts';
import { capitalised, sayMomentAt } from '../ui/moments.ts';
import { RegisterChanges, RegisterTexts } from './RegisterTexts.tsx';
import { type RegisterRow, sayNumber } from './registerRows.ts';

export interface RegisterDetailProps {
  readonly row: RegisterRow;
  readonly today: Day;
  readonly people: readonly Person[];
  readonly onClose: () => void;
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
          <RegisterTexts entry={entry} today={today} people={people} />
          <RegisterChanges entry={entry} />
          <Deviations entry={entry} />
        </div>
      </PaneBody>
    </>
  );
}
