import './election.css';
import { useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { ProblemBanner } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import {
  ELECTION_LAW,
  type ElectionPeriod,
  electionAt,
  sayElection,
  sayElectionEnd,
} from '#shared/people/profile/elections.ts';

/** The election period a moment lies in; `undefined` outside of one (P39: the planned day counts). */
export function useElection(moment: Instant): ElectionPeriod | undefined {
  return electionAt(useSession().profile.electionPeriods, moment);
}

/** Who confirmed the periods and when; until then they hold all the same (P66). */
function useStanding(): { readonly words: string; readonly isOpen: boolean } {
  const { today } = useSession();
  const standing = useAnswer('people.town', {}).value?.fields.find(({ field }) => field === 'electionPeriods');
  if (!standing || standing.toConfirm) return { words: 'Da confermare dal Comune: vale già.', isOpen: true };
  const { confirmed } = standing;
  return {
    words: confirmed ? `Confermato da ${confirmed.by} ${sayMomentAt(confirmed.at, today)}.` : '',
    isOpen: false,
  };
}

interface StripProps {
  readonly period: ElectionPeriod;
  /** What follows from it here: who is asked, and when. */
  readonly note?: string | undefined;
}

function Strip({ period, note }: StripProps) {
  const [isLawOpen, setLawOpen] = useState(false);
  const { words, isOpen } = useStanding();
  const about = [sayElection(period), words, note].filter(Boolean).join(' ');
  return (
    <div className="election-strip">
      <ProblemBanner
        tone="warn"
        live="off"
        sign={isOpen ? 'todo' : 'warning'}
        heading={sayElectionEnd(period)}
        lines={[about, ...(isLawOpen ? [ELECTION_LAW] : [])]}
        actions={
          <button
            type="button"
            className="link small"
            aria-expanded={isLawOpen}
            onClick={() => setLawOpen((now) => !now)}
          >
            Che cosa dice la legge
          </button>
        }
      />
    </div>
  );
}

/** Says that a notice planned for this moment leaves in an election period, until when and from where; else nothing. */
export function ElectionStrip({ moment, note }: { readonly moment: Instant } & Pick<StripProps, 'note'>) {
  const period = useElection(moment);
  return period && <Strip period={period} note={note} />;
}
