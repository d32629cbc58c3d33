import type { PeopleConflict } from '#shared/people/conflicts.ts';
import type { Phase } from '#shared/people/person.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Status } from '#shared/service/status.ts';
import { useAct, useAnswer } from '../api.ts';
import { ConflictChoice, ProblemBanner, problemOf, useToast } from '../ui/index.ts';
import { sayMomentAt } from '../ui/moments.ts';
import { CHAIN_WORDS } from './chainWords.ts';

function titleOf({ what, person }: PeopleConflict): string {
  const [kind, id = ''] = what.split('/');
  if (kind === 'chain') return CHAIN_WORDS[id as Phase].title;
  if (kind === 'absence') return `Assenza di ${person ?? id}`;
  return kind === 'person' ? (person ?? id) : 'Chi chiamare';
}

export interface PeopleConflictsProps {
  readonly status: Status;
  /** The chains and absences, or the persons and whom to call. */
  readonly of: 'absences' | 'people';
}

/** What two desks said differently of people, absences or chains: one key decides (G9). */
export function PeopleConflicts({ status, of }: PeopleConflictsProps) {
  const roster = useAnswer('people.roster', {});
  const settle = useAct('people.settle');
  const show = useToast();
  const { people, today } = status;
  const conflicts = (roster.value?.conflicts ?? []).filter(
    ({ what }) => /^(?:chain|absence)\//.test(what) === (of === 'absences'),
  );
  const choose = async (conflict: PeopleConflict, fact: string) => {
    if (settle.busy) return;
    const reply = await settle.run({ what: conflict.what, fact });
    if (reply.ok) show({ text: `${titleOf(conflict)}: deciso, vale per tutte le postazioni.` });
  };
  return (
    <>
      {settle.problem && <ProblemBanner {...problemOf(settle.problem)} />}
      {conflicts.map((conflict) => (
        <ConflictChoice
          key={conflict.what}
          heading={`${titleOf(conflict)}: due postazioni hanno scritto cose diverse`}
          options={conflict.options.map(({ fact, words, by, at }, index) => ({
            id: fact,
            name: words,
            value: words,
            who: `${nameOf({ people }, by)}, ${sayMomentAt(at, today)}`,
            counts: index === conflict.options.length - 1,
          }))}
          onChoose={(fact) => void choose(conflict, fact)}
        />
      ))}
    </>
  );
}
