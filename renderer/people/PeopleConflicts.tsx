import { useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { ConflictChoice, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import { sayDay } from '#shared/kernel/day.ts';
import type { PeopleConflict } from '#shared/people/conflicts.ts';
import type { Phase } from '#shared/people/person.ts';
import { FIELD_WORDS } from '#shared/people/profile/fieldWords.ts';
import { isProfileField } from '#shared/people/profile/profile.ts';
import { nameOf } from '#shared/people/roster.ts';
import { CHAIN_WORDS } from './chainWords.ts';

function titleOf({ what, person }: PeopleConflict): string {
  const [kind, id = ''] = what.split('/');
  if (kind === 'chain') return CHAIN_WORDS[id as Phase].title;
  if (kind === 'plan') {
    const [phase = '', ...day] = id.split('-');
    return `${CHAIN_WORDS[phase as Phase].title} da ${sayDay(day.join('-'))}`;
  }
  if (kind === 'absence') return `Assenza di ${person ?? id}`;
  if (kind === 'profile') return isProfileField(id) ? FIELD_WORDS[id].label : 'Dati del Comune';
  if (kind === 'sender') return 'Chi può chiedere';
  return kind === 'person' ? (person ?? id) : 'Chi chiamare';
}

const KINDS = {
  absences: ['chain', 'plan', 'absence'],
  people: ['person', 'escalation'],
  town: ['profile', 'sender'],
} as const;

export interface PeopleConflictsProps {
  /** The chains and absences, the persons and whom to call, or the data of the municipality. */
  readonly of: keyof typeof KINDS;
}

/** What two desks said differently of people, absences or chains: one key decides (G9). */
export function PeopleConflicts({ of }: PeopleConflictsProps) {
  const { people, retired, today } = useSession();
  const roster = useAnswer('people.roster', {});
  const settle = useAct('people.settle');
  const show = useToast();
  const conflicts = (roster.value?.conflicts ?? []).filter(({ what }) =>
    KINDS[of].some((kind) => what.startsWith(`${kind}/`)),
  );
  const [sure, setSure] = useState<string>();
  const choose = async (conflict: PeopleConflict, fact: string) => {
    if (settle.busy) return;
    // Who becomes head, or stays so against what another desk wrote, is asked twice (P1).
    if (conflict.changesHead && sure !== fact) {
      setSure(fact);
      return;
    }
    const reply = await settle.run({ what: conflict.what, fact });
    if (reply.ok) show({ text: `${titleOf(conflict)}: deciso, vale per tutte le postazioni.` });
  };
  return (
    <>
      {sure !== undefined && conflicts.some(({ options }) => options.some(({ fact }) => fact === sure)) && (
        <ProblemBanner
          tone="warn"
          heading="Questa scelta decide chi è capo settore"
          lines={['Chi ha il ruolo approva i testi e firma il report. Se è giusto, scegli ancora la stessa.']}
        />
      )}
      {settle.problem && <ProblemBanner {...problemOf(settle.problem)} />}
      {conflicts.map((conflict) => (
        <ConflictChoice
          key={conflict.what}
          heading={`${titleOf(conflict)}: due postazioni hanno scritto cose diverse`}
          options={conflict.options.map(({ fact, words, by, at }, index) => ({
            id: fact,
            name: words,
            value: words,
            who: `${nameOf({ people, retired }, by)}, ${sayMomentAt(at, today)}`,
            counts: index === conflict.options.length - 1,
          }))}
          onChoose={(fact) => void choose(conflict, fact)}
        />
      ))}
    </>
  );
}
