import { useAnswer } from '#renderer/api.ts';
import { sendingCounts } from '#renderer/queue/sendingCounts.ts';
import { ConnectMailbox } from '#renderer/requests/mail/ConnectMailbox.tsx';
import { useSession } from '#renderer/session.tsx';
import { Chip, type Mark, Sign, sayProblem, TruthMark } from '#renderer/ui/index.ts';
import { sayClock, sayNearDay } from '#renderer/ui/moments.ts';
import { type Day, partsOf, WEEKDAYS, weekdayOf } from '#shared/kernel/day.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { plural } from '#shared/kernel/text.ts';
import { HALF_WORDS } from '#shared/people/absences.ts';
import type { Pressure } from '#shared/queue/pressure.ts';
import type { Check, DayChecks } from '#shared/requests/mailboxChecks.ts';
import { mailboxTruth } from '#shared/requests/mailboxSign.ts';
import type { Status } from '#shared/service/status.ts';

export interface TodaySituationProps {
  readonly onSettings: () => void;
}

/** Whose turn it is, and who is away until when (P3): never why. */
function Turns({ onSettings }: TodaySituationProps) {
  const { duty, person, today } = useSession();
  const roster = useAnswer('people.roster', {}).value;
  const away = (roster?.absences ?? []).filter(({ from, to }) => from <= today && today <= to);
  const turn = (label: string, name: string | null, nobody = 'nessuno') => (
    <>
      <dt>{label}</dt>
      <dd>
        {name === null ? (
          <Chip tone="warn" sign="warning">
            {nobody}
          </Chip>
        ) : (
          <>
            <span className={name === person?.name ? 'strong' : undefined}>{name}</span>
            {name === person?.name && <Chip tone="info">sei tu</Chip>}
          </>
        )}
      </dd>
    </>
  );
  return (
    <section aria-labelledby="turn-title">
      <div className="row">
        <h2 id="turn-title" className="grow">
          A chi tocca oggi
        </h2>
        <button type="button" className="link small" onClick={onSettings}>
          Persone
        </button>
      </div>
      <dl className="turns">
        {turn('Presa in carico', duty.intake)}
        {duty.headPresent || duty.head === null
          ? turn('Approvazione', duty.head, 'manca il capo settore')
          : turn('Invio senza il capo', duty.alternative)}
        {turn('Report', duty.report)}
        {away.length > 0 && <dt>{away.length === 1 ? 'Assente' : 'Assenti'}</dt>}
        {away.map(({ id, person: absent, to, part }) => (
          <dd key={id} className="muted turns-away">
            {roster?.people.find((one) => one.id === absent)?.name ?? absent},{' '}
            {to === today ? (part ? HALF_WORDS[part] : 'solo oggi') : `fino a ${sayNearDay(to, today)}`}
            {to !== today && part && `, ${HALF_WORDS[part]}`}
          </dd>
        ))}
      </dl>
    </section>
  );
}

/** What became of the sendings of today, each under the word that can be said of it (P33, P66). */
function Sendings() {
  const { today } = useSession();
  const jobs = useAnswer('queue.list', {}).value;
  const counts = jobs && sendingCounts(jobs, today);
  return (
    <section aria-labelledby="sendings-title">
      <h2 id="sendings-title">Invii di oggi</h2>
      {counts?.length === 0 && <p className="small muted">Nessuno da fare e nessuno fatto.</p>}
      <ul className="sendings">
        {counts?.map(({ id, sign, words, count }) => (
          <li key={id}>
            <Sign name={sign} size={14} />
            <span className="grow">{words}</span>
            <b>{count}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

const LOOKED = confirmed({ word: 'letta', evidence: 'La lettura è nel registro delle letture, con la sua ora.' });
const CHECKS: Readonly<Record<Check['state'], readonly [sign: Mark, said: (at: string) => string]>> = {
  done: [LOOKED, (at) => at],
  late: ['warning', (at) => `${at}, tardi`],
  due: ['warning', () => 'da fare ora'],
  missed: ['warning', () => 'mancato'],
  upcoming: ['todo', (at) => `dalle ${at}`],
};

function CheckCell({ state, at }: Check) {
  const [sign, said] = CHECKS[state];
  return (
    <td>
      <span className="row nowrap">
        <Sign name={sign} size={14} />
        {said(sayClock(at))}
      </span>
    </td>
  );
}

const shortDay = (day: Day, today: Day): string =>
  day === today ? 'oggi' : `${WEEKDAYS[weekdayOf(day)]?.slice(0, 3)} ${partsOf(day).date}`;

/** The two looks of the last working days (P20): done, late or missed. */
function MailboxChecks({ checks, today }: { readonly checks: readonly DayChecks[]; readonly today: Day }) {
  return (
    <table className="checks">
      <caption className="visually-hidden">Controlli della casella negli ultimi giorni di servizio</caption>
      <thead>
        <tr>
          <td />
          {checks.map(({ day }) => (
            <th key={day} scope="col">
              {shortDay(day, today)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['start', 'end'] as const).map((which) => (
          <tr key={which}>
            <th scope="row">{which === 'start' ? 'Inizio servizio' : 'Fine servizio'}</th>
            {checks.map((checksOfDay) => (
              <CheckCell key={checksOfDay.day} {...checksOfDay[which]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mailbox({ mailbox }: Pick<Status, 'mailbox'>) {
  const { profile, now, today } = useSession();
  const { source, checks, problem } = mailbox;
  const { read, added } = mailbox.today;
  return (
    <section aria-labelledby="mailbox-title">
      <h2 id="mailbox-title">Controlli della casella</h2>
      {checks.length > 0 && <MailboxChecks checks={checks} today={today} />}
      <p className="mailbox-line small">
        <TruthMark truth={mailboxTruth(mailbox, profile.calendar, now)} today={today} />
      </p>
      {source === 'none' && <ConnectMailbox />}
      {source !== 'none' && problem && <p className="small text-warn">{sayProblem(problem)}</p>}
      <p className="small muted" hidden={source === 'none' && read === 0}>
        {read > 0
          ? `Oggi: ${plural(read, 'e-mail nuova', 'e-mail nuove')}, ${plural(added, 'richiesta', 'richieste')}.`
          : 'Si controlla ogni giorno di servizio, all’inizio e alla fine.'}
      </p>
    </section>
  );
}

const GAUGE_WIDTH = 315;
const GAUGE_HEIGHT = 26;
const GAP = 2;

/** One block for each notice: full = sent, striped = planned; a red line at the threshold (L4). The text is the value. */
function Gauge({ sent, planned, limit }: Pressure['windows'][number]) {
  const blocks = Math.max(limit + 1, sent + planned);
  const step = GAUGE_WIDTH / blocks;
  const places = Array.from({ length: blocks }, (_, index) => ({
    x: index * step,
    look: index < sent ? 'gauge-sent' : index < sent + planned ? 'gauge-planned' : 'gauge-free',
  }));
  const line = limit * step - GAP / 2;
  return (
    <svg className="gauge" viewBox={`0 0 ${GAUGE_WIDTH} ${GAUGE_HEIGHT}`} aria-hidden="true">
      {places.map(({ x, look }) => (
        <rect
          key={x}
          className={look}
          fill={look === 'gauge-planned' ? 'url(#planned)' : undefined}
          x={x}
          y={6}
          width={step - GAP}
          height={14}
          rx={1}
        />
      ))}
      <path className="gauge-limit" d={`M${line} 0v${GAUGE_HEIGHT}`} />
    </svg>
  );
}

/** How many notices the citizens got and are to get (P16). */
function PressureGauge() {
  const { value } = useAnswer('service.pressure', {});
  if (!value) return null;
  return (
    <section aria-labelledby="pressure-title">
      <h2 id="pressure-title">Pressione sui cittadini</h2>
      {/* Stripes of what is planned: a pattern can only be named from the page itself. */}
      <svg className="gauge-defs" aria-hidden="true">
        <defs>
          <pattern id="planned" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="4" height="4" className="gauge-ground" />
            <rect width="1.6" height="4" className="gauge-sent" />
          </pattern>
        </defs>
      </svg>
      {value.windows.map((window) => (
        <div key={window.days} className="gauge-window">
          <p className="row small">
            <span className="grow">Ultimi {window.days} giorni</span>
            <span>
              <b>{window.sent}</b> {window.sent === 1 ? 'inviato' : 'inviati'}, <b>{window.planned}</b>{' '}
              {window.planned === 1 ? 'previsto oggi' : 'previsti oggi'}, soglia {window.limit}
            </span>
          </p>
          <Gauge {...window} />
        </div>
      ))}
      {value.sentence && (
        <p className="row small text-warn gauge-words">
          <Sign name="warning" />
          {value.sentence}
        </p>
      )}
    </section>
  );
}

/** Beside the list of the day: who does what, how the mailbox stands, how many notices the citizens get. */
export function TodaySituation(props: TodaySituationProps) {
  const status = useAnswer('service.status', {}).value;
  return (
    <div className="situation">
      <Turns {...props} />
      <Sendings />
      {status && <Mailbox mailbox={status.mailbox} />}
      <PressureGauge />
    </div>
  );
}
