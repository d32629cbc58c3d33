import './service.css';
import { useAnswer } from '#renderer/api.ts';
import { ConnectMailbox } from '#renderer/requests/mail/ConnectMailbox.tsx';
import { useSession } from '#renderer/session.tsx';
import { Button, PaneBody, ProblemBanner, problemOf, ScreenHead, TruthMark } from '#renderer/ui/index.ts';
import { sayDay } from '#shared/kernel/day.ts';
import { plural } from '#shared/kernel/text.ts';
import { hoursOf, nextWorkingDay } from '#shared/kernel/workdays.ts';
import type { Session } from '#shared/people/session.ts';
import { mailboxTruth } from '#shared/requests/mailboxSign.ts';
import type { Status } from '#shared/service/status.ts';

export interface ServiceScreenProps {
  /** Reads the mailbox now. */
  readonly onCheckMailbox?: (() => void) | undefined;
}

function serviceSentence({ profile, today }: Session): string {
  const hours = hoursOf(profile.calendar, today).map(({ from, to }) => `dalle ${from} alle ${to}`);
  if (hours.length > 0) return `Oggi il servizio è aperto ${hours.join(' e ')}.`;
  return `Oggi il servizio è chiuso. Riprende ${sayDay(nextWorkingDay(profile.calendar, today))}.`;
}

function Duty({ duty }: Session) {
  // Who was never named is not away (P3).
  const isAway = duty.head !== null && !duty.headPresent;
  const lines: readonly (readonly [label: string, name: string | null, nobody?: string])[] = [
    ['Presa in carico', duty.intake],
    ['Approvazione', duty.head, 'manca il capo settore'],
    ['Invio senza il capo', isAway ? duty.alternative : 'non serve'],
    ['Report', duty.report],
  ];
  return (
    <section aria-labelledby="service-duty">
      <h2 id="service-duty">A chi tocca oggi</h2>
      <dl className="service-facts">
        {lines.map(([label, name, nobody = 'nessuno']) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{name ?? <span className="text-bad">{nobody}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Now({ counts }: Pick<Status, 'counts'>) {
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
export function ServiceScreen({ onCheckMailbox }: ServiceScreenProps) {
  const session = useSession();
  const status = useAnswer('service.status', {}).value;
  const mailbox = status?.mailbox;
  return (
    <>
      <ScreenHead title="Servizio" sentence={serviceSentence(session)}>
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
            <p className={session.profile.mailbox === null ? 'muted' : 'mono'}>
              {session.profile.mailbox ?? 'da indicare in Impostazioni, Comune'}
            </p>
            {mailbox && (
              <p role="status">
                <TruthMark
                  truth={mailboxTruth(mailbox, session.profile.calendar, session.now)}
                  today={session.today}
                  size={16}
                />
              </p>
            )}
            {mailbox?.source === 'none' && <ConnectMailbox />}
            {mailbox?.source !== 'none' && mailbox?.problem && <ProblemBanner {...problemOf(mailbox.problem)} />}
            <p className="small muted">Si legge ogni giorno di servizio, all’inizio e alla fine.</p>
          </section>
          <Duty {...session} />
          {status && <Now {...status} />}
        </div>
      </PaneBody>
    </>
  );
}
