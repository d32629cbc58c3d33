import { useAct, useKeptAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, Chip, Loading, PaneBody, PaneHeader, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { capitalised, sayMomentAt } from '#renderer/ui/moments.ts';
import { useSettled } from '#renderer/ui/useSettled.ts';
import { type Day, sayDay, sayDayAndYear } from '#shared/kernel/day.ts';
import { confirmed, type Evidence } from '#shared/kernel/evidence.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { nameOf } from '#shared/people/roster.ts';
import { electionLine } from '#shared/register/election.ts';
import { entryNumber } from '#shared/register/entry.ts';
import { notesOf } from '#shared/register/notes.ts';
import { type NoticeRef, sentRef } from '#shared/register/noticeRef.ts';
import type { SearchTerm } from '#shared/register/search/search.ts';
import { saySeries } from '#shared/register/series.ts';
import type { EntryDetail } from '#shared/register/views.ts';
import { Hits } from './Hits.tsx';
import { RegisterChanges, RegisterTexts } from './RegisterTexts.tsx';
import { NOT_SAID, sayNumber } from './registerWords.ts';

export interface RegisterDetailProps {
  readonly id: string;
  readonly today: Day;
  readonly terms: readonly SearchTerm[];
  /** Another row: the wrong notice, or the one that puts this right. */
  readonly onShow: (id: string) => void;
  readonly onCorrect: ((wrong: NoticeRef) => void) | undefined;
  /** The notes between colleagues about the row that is selected (P28). */
  readonly onNotes: () => void;
  readonly onClose: () => void;
}

/** How long the selection rests before the detail follows it (L4). */
const FOLLOW_MILLISECONDS = 120;

interface FactsProps extends Pick<RegisterDetailProps, 'today'> {
  readonly entry: EntryDetail;
  readonly onLink: () => void;
}

function Facts({ entry, today, onLink }: FactsProps) {
  const { office, category, route, askedByName, requestedDate, plannedFor, sentAt, recipients, series, link } = entry;
  const { day, time } = romeOf(sentAt);
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    ['Chiesto da', [capitalised(office ?? NOT_SAID), askedByName].filter(Boolean).join(', ')],
    ['Categoria', capitalised(category ?? NOT_SAID)],
    ['Data richiesta', requestedDate ? sayDay(requestedDate) : 'non indicata'],
    ['Previsto', sayMomentAt(plannedFor, today)],
    ['Inviato', `${day.slice(0, 4) === today.slice(0, 4) ? sayDay(day) : sayDayAndYear(day)} alle ${time}`],
    ['Via', capitalised(route)],
    ['Persone', recipients === null ? 'non note' : sayNumber(recipients)],
    ['Serie', series && `${series.name}, ${saySeries(series)}`],
  ];
  return (
    <dl className="register-facts">
      {facts.map(
        ([label, value]) =>
          value !== undefined && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {link && (
        <div>
          <dt>Notizia</dt>
          <dd>
            <button type="button" className="link register-link" onClick={onLink}>
              {URL.parse(link)?.pathname ?? link}
            </button>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The wrong notice and the ones that put it right, each a way to the other (P37). */
function Corrections({ entry, onShow }: { readonly entry: EntryDetail } & Pick<RegisterDetailProps, 'onShow'>) {
  const { corrects, correctsEntry, correctedBy } = entry;
  if (corrects === undefined && correctedBy.length === 0) return null;
  const way = (label: string, other: EntryDetail['correctedBy'][number]) => (
    <li key={other.id}>
      {label}{' '}
      <button type="button" className="link register-link" onClick={() => onShow(other.id)}>
        {entryNumber(other)}, {other.title}
      </button>
    </li>
  );
  return (
    <section aria-labelledby="register-corrections">
      <h3 id="register-corrections">Rettifica</h3>
      <ul className="register-deviations">
        {correctsEntry && way('Corregge', correctsEntry)}
        {corrects !== undefined && !correctsEntry && (
          <li>Corregge un avviso che su questa postazione non è ancora arrivato.</li>
        )}
        {correctedBy.map((other) => way('Non vale più: lo corregge', other))}
      </ul>
    </section>
  );
}

function Deviations({ entry: { deviations, emergency } }: { readonly entry: EntryDetail }) {
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

/** The period a notice left in, and what the head answered (P39); nothing outside of one. */
function ElectionPart({ entry: { election } }: { readonly entry: EntryDetail }) {
  const { people } = useSession();
  if (!election) return null;
  return (
    <section aria-labelledby="register-election">
      <h3 id="register-election">Periodo elettorale</h3>
      <p>{electionLine(election, (id) => nameOf({ people }, id))}</p>
    </section>
  );
}

interface EntryProps extends Pick<RegisterDetailProps, 'today' | 'terms' | 'onShow'> {
  readonly entry: EntryDetail;
}

/** That it was sent is what a person wrote, never the planned time (L14). */
const sentTruth = ({ sent, sentByName, recipients }: EntryDetail): Evidence =>
  confirmed({
    word: 'inviato',
    evidence: `Confermato ${recipients === null ? 'senza numero di persone' : `per ${sayNumber(recipients)} persone`}.`,
    when: sent.at,
    who: sentByName,
  });

function EntryBody({ entry, today, terms, onShow }: EntryProps) {
  const link = useAct('shell.openLink');
  const open = () => {
    if (entry.link) void link.run({ url: entry.link });
  };
  const wrong = entry.correctedBy.length > 0;
  return (
    <PaneBody label={`Dettaglio di «${entry.title}»`}>
      <div className="register-detail">
        <p className="register-title">
          <Hits text={entry.title} terms={terms} />
        </p>
        <p className="register-chips">
          {wrong ? (
            <Chip tone="bad" sign="warning">
              rettificato
            </Chip>
          ) : (
            <Chip truth={sentTruth(entry)} />
          )}
          {notesOf(entry).map((note) => (
            <Chip key={note} tone={note === 'emergenza' ? 'bad' : 'warn'} sign="warning">
              {note === 'testo cambiato' ? 'testo cambiato dalla ditta' : note}
            </Chip>
          ))}
        </p>
        {entry.number === null && (
          <p className="small muted">
            L’avviso è già nel registro: il numero arriva da solo appena la cartella condivisa risponde.
          </p>
        )}
        {link.problem && <ProblemBanner place="below" {...problemOf(link.problem)} />}
        <Facts entry={entry} today={today} onLink={open} />
        <Corrections entry={entry} onShow={onShow} />
        <RegisterTexts entry={entry} today={today} terms={terms} />
        <RegisterChanges entry={entry} />
        <Deviations entry={entry} />
        <ElectionPart entry={entry} />
      </div>
    </PaneBody>
  );
}

/** A row explains itself: where it comes from, its four texts, what went differently (P24, P40). */
export function RegisterDetail({ id, today, terms, onShow, onCorrect, onNotes, onClose }: RegisterDetailProps) {
  const { value: entry, problem } = useKeptAnswer('register.get', { id: useSettled(id, FOLLOW_MILLISECONDS) });
  const title = !entry ? 'Dettaglio' : entry.number === null ? 'Numero provvisorio' : `Numero ${entryNumber(entry)}`;
  return (
    <>
      <PaneHeader title={title}>
        {entry && (
          <Button kind="quiet" size="small" onClick={onNotes}>
            Note…
          </Button>
        )}
        {entry && onCorrect && (
          <Button size="small" onClick={() => onCorrect(sentRef(entry))}>
            Rettifica…
          </Button>
        )}
        <Button kind="quiet" size="small" icon="close" label="Chiudi il dettaglio" onClick={onClose} />
      </PaneHeader>
      {problem && <ProblemBanner place="below" {...problemOf(problem)} />}
      {!entry && !problem && <Loading label="Leggo la riga" rows={4} />}
      {entry && <EntryBody key={entry.id} entry={entry} today={today} terms={terms} onShow={onShow} />}
    </>
  );
}
