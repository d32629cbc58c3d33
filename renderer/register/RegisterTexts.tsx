import { Differences, Sign } from '#renderer/ui/index.ts';
import type { Day } from '#shared/kernel/day.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { sayApprover } from '#shared/register/approver.ts';
import { hasHit } from '#shared/register/search/hits.ts';
import type { SearchTerm } from '#shared/register/search/search.ts';
import type { EntryDetail } from '#shared/register/views.ts';
import { Hits } from './Hits.tsx';
import { sayShortMoment } from './registerWords.ts';

interface VersionProps {
  readonly label: string;
  readonly when: string;
  readonly text: string;
  readonly terms: readonly SearchTerm[];
  readonly open: boolean;
  readonly altered?: boolean;
  /** What was noted when it was approved elsewhere. */
  readonly note?: string | undefined;
}

/** One of the four texts, folded but for the one that is open at the start. */
function Version({ label, when, text, terms, open, altered = false, note }: VersionProps) {
  return (
    <details className="version" open={open}>
      <summary>
        <Sign
          name={altered ? 'warning' : confirmed({ word: 'conservato', evidence: `${label}, ${when}.` })}
          size={16}
        />
        <span className="grow">{label}</span>
        <span className="muted nowrap">{when}</span>
      </summary>
      <p className="version-text">
        <Hits text={text} terms={terms} />
      </p>
      {note && <p className="small muted">Nota: {note}</p>}
    </details>
  );
}

export interface RegisterTextsProps {
  readonly entry: EntryDetail;
  readonly today: Day;
  readonly terms: readonly SearchTerm[];
}

/** The four texts of P24, each with its author and moment, to open. */
export function RegisterTexts({ entry, today, terms }: RegisterTextsProps) {
  const { asked, receivedAt, rewritten, approved, sent, altered } = entry;
  const { askedByName, rewrittenByName, approvedByName, approvedElsewhere, sentByName } = entry;
  // The four are often the same: of those in which the search found something, the latest is open.
  const opened = (
    [
      ['sent', sent.text],
      ['approved', approved?.text ?? ''],
      ['rewritten', rewritten.text],
      ['asked', asked],
    ] as const
  ).find(([, text]) => hasHit(text, terms))?.[0];
  const when = (at: string) => sayShortMoment(at, today);
  return (
    <section aria-labelledby="register-texts">
      <h3 id="register-texts">I quattro testi</h3>
      <Version
        label={askedByName === null ? 'Chiesto' : `Chiesto, ${askedByName}`}
        when={when(receivedAt)}
        text={asked}
        terms={terms}
        open={opened === 'asked'}
      />
      <Version
        label={`Riscritto, ${rewrittenByName}`}
        when={when(rewritten.at)}
        text={rewritten.text}
        terms={terms}
        open={opened === 'rewritten'}
      />
      {approved ? (
        <Version
          label={`Approvato, ${sayApprover(approvedByName ?? approved.by, approvedElsewhere)}`}
          when={when(approved.at)}
          text={approved.text}
          terms={terms}
          open={opened === 'approved'}
          note={approvedElsewhere?.note}
        />
      ) : (
        <p className="version-none">
          <Sign name="unverified" />
          Nessuna approvazione
        </p>
      )}
      <Version
        label={altered ? 'Inviato, diverso dall’approvato' : `Inviato, ${sentByName}`}
        when={when(sent.at)}
        text={sent.text}
        terms={terms}
        open={opened === 'sent'}
        altered={altered}
      />
    </section>
  );
}

/** What the contractor changed of the approved text (P36). */
export function RegisterChanges({ entry }: { readonly entry: EntryDetail }) {
  if (!entry.approved) return null;
  return (
    <section aria-labelledby="register-changes">
      <h3 id="register-changes">Differenze con il testo approvato</h3>
      {entry.altered ? (
        <Differences size="small" segments={entry.differences} />
      ) : (
        <p className="muted">Nessuna: il testo inviato è quello approvato.</p>
      )}
    </section>
  );
}
