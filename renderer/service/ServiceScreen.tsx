import './service.css';
import { sayDay } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';
import { hoursOf, isWorkingDay, nextWorkingDay } from '#shared/kernel/workdays.ts';
import type { Status } from '#shared/service/status.ts';
import { Button, PaneBody, ProblemBanner, problemOf, ScreenHead, Sign, type SignName } from '../ui/index.ts';
import { sayMomentAt } from '../ui/moments.ts';

export interface ServiceScreenProps {
  readonly status: Status;
  /** Reads the mailbox now. */
  readonly onCheckMailbox?: (() => void) | undefined;
}

function serviceSentence({ profile, today }: Status): string {
  const hours = hoursOf(profile.calendar, today).map(({ from, to }) => `dalle ${from} alle ${to}`);
  if (hours.length > 0) return `Oggi il servizio è aperto ${hours.join(' e ')}.`;
  return `Oggi il servizio è chiuso. Riprende ${sayDay(nextWorkingDay(profile.calendar, today))}.`;
}

/** How the check of the mailbox stands: P20 wants it every working day, at the start and at the end of service. */
function mailboxLine({ mailbox, profile, today }: Status): { readonly sign: SignName; readonly text: string } {
  const { checkedAt } = mailbox;
  if (checkedAt === null) return { sign: 'todo', text: 'La casella non è ancora stata letta.' };
  const said = `Letta ${sayMomentAt(checkedAt, today)}.`;
  if (romeOf(checkedAt).day < today && isWorkingDay(profile.calendar, today)) {
    return { sign: 'warning', text: `${said} Oggi non è ancora stata letta.` };
  }
  return { sign: 'done', text: said };
}

function Duty({ duty }: Status) {
  const lines = [
    ['Presa in carico', duty.intake],
    ['Approvazione', duty.head],
    ['Invio senza il capo', duty.alternative],
    ['Report', duty.report],
  ] as const;
  return (
    <section aria-labelledby="service-duty">
      <h2 id="service-duty">A chi tocca oggi</h2>
      <dl className="service-facts">
        {lines.map(([label, name]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{name ?? <span className="text-bad">nessuno</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Now({ counts }: Status) {
  const lines = [
    plural(counts.requests, 'richiesta aperta', 'richieste aperte'),
    plural(counts.approvals, 'testo da approvare', 'testi da approvare'),
    plural(counts.queued, 'invio in coda', 'invii in coda'),
    plural(counts.uncertain, 'invio da chiarire', 'invii da chiarire'),
  ];
  return (
    <section aria-labelledby="service-now">
      <h2 id="service-now">Adesso</h2>
      <ul className="service-now">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** What is known of the service today: the checks of the mailbox (P20), whose turn it is (P3), what is open. */
export function ServiceScreen({ status, onCheckMailbox }: ServiceScreenProps) {
  const { mailbox, profile } = status;
  const line = mailboxLine(status);
  return (
    <>
      <ScreenHead title="Servizio" sentence={serviceSentence(status)}>
        {onCheckMailbox && (
          <Button icon="refresh" keys="F9" onClick={onCheckMailbox}>
            Controlla la casella
          </Button>
        )}
      </ScreenHead>
      <PaneBody label="Il servizio oggi">
        <div className="service">
          <section aria-labelledby="service-mailbox">
            <h2 id="service-mailbox">Casella degli uffici</h2>
            <p className="mono">{profile.mailbox}</p>
            <p className="row" role="status">
              <Sign name={line.sign} />
              {line.text}
            </p>
            {mailbox.problem && <ProblemBanner {...problemOf(mailbox.problem)} />}
            <p className="small muted">Si legge ogni giorno di servizio, all’inizio e alla fine.</p>
          </section>
          <Duty {...status} />
          <Now {...status} />
        </div>
      </PaneBody>
    </>
  );
}
