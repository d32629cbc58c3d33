import { differences } from '#shared/drafts/differences.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Person } from '#shared/people/person.ts';
import type { Entry } from '#shared/register/entry.ts';
import { Differences, Sign } from '../ui/index.ts';
import { isAltered, sayShortMoment } from './registerRows.ts';

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

export interface RegisterTextsProps {
  readonly entry: Entry;
  readonly today: Day;
  readonly people: readonly Person[];
}

/** The four texts of P24, each with its author and moment, to open. */
export function RegisterTexts({ entry, today, people }: RegisterTextsProps) {
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

/** What the contractor changed of the approved text (P36). */
export function RegisterChanges({ entry }: { readonly entry: Entry }) {
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
