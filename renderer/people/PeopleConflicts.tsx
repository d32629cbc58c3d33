import type { Phase } from '#shared/people/person.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Status } from '#shared/service/status.ts';
import { useAct, useAnswer } from '../api.ts';
import { ConflictChoice, ProblemBanner, problemOf, useToast } from '../ui/index.ts';
import { sayMomentAt } from '../ui/moments.ts';
import { CHAIN_WORDS } from './chainWords.ts';

export interface PeopleConflictsProps {
  readonly status: Status;
  /** The chains, or the persons and whom to call. */
  readonly of: 'chains' | 'people';
}

/** What two desks said differently of people or chains: one key decides (G9). */
export function PeopleConflicts({ status, of }: PeopleConflictsProps) {
  const roster = useAnswer('people.roster', {});
  const settle = useAct('people.settle');
  const show = useToast();
  const { people, today } = status;
  const titleOf = (what: string): string => {
    const [kind, id = ''] = what.split('/');
    if (kind === 'chain') return CHAIN_WORDS[id as Phase].title;
    return kind === 'person' ? nameOf({ people }, id) : 'Chi chiamare';
  };
  const conflicts = (roster.value?.conflicts ?? []).filter(
    ({ what }) => what.startsWith('chain/') === (of === 'chains'),
  );
  const choose = async (what: string, fact: string) => {
    if (settle.busy) return;
    const reply = await settle.run({ what, fact });
    if (reply.ok) show({ text: `${titleOf(what)}: deciso, vale per tutte le postazioni.` });
  };
  return (
    <>
      {settle.problem && <ProblemBanner {...problemOf(settle.problem)} />}
      {conflicts.map(({ what, options }) => (
        <ConflictChoice
          key={what}
          heading={`${titleOf(what)}: due postazioni hanno scritto cose diverse`}
          options={options.map(({ fact, words, by, at }, index) => ({
            id: fact,
            name: words,
            value: words,
            who: `${nameOf({ people }, by)}, ${sayMomentAt(at, today)}`,
            counts: index === options.length - 1,
          }))}
          onChoose={(fact) => void choose(what, fact)}
        />
      ))}
    </>
  );
}
